import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterPaths, databaseName, readPassword } from './cluster.ts';
import { disownPostmaster, findPostmaster, isAlive, stopPostmaster } from './postmaster.ts';
import { starterPid } from './settings.ts';
import { StartError } from './start-error.ts';

/** Whoever holds this advisory lock owns the running PostgreSQL; the lock ends with its holder, however that one ends. */
const ownership = 4_711_001;

export const connect = async (places: ClusterPaths, port: number): Promise<pg.Client> => {
  const login = {
    host: '127.0.0.1',
    port,
    user: databaseName,
    password: readPassword(places),
    database: 'postgres',
    ssl: false,
  };
  const client = new pg.Client({
    ...login,
    application_name: 'claimgraph owner',
    connectionTimeoutMillis: 2000,
  });
  // Without a listener a connection that breaks between two statements would end this process.
  client.on('error', () => {});
  await client.connect();
  return client;
};

interface Occupant {
  free: boolean;
  young: boolean;
  name: string;
}

const askOccupant = async (places: ClusterPaths, port: number): Promise<Occupant | undefined> => {
  try {
    const client = await connect(places, port);
    const sql = `select pg_try_advisory_lock($1) as free, now() - pg_postmaster_start_time() < '10 s' as young, current_setting('cluster_name') as name`;
    return await client
      .query<Occupant>(sql, [ownership])
      .then(({ rows }) => rows[0])
      .finally(() => client.end());
  } catch (error) {
    if (error instanceof StartError) throw error;
    return undefined; // It starts or stops just now, or it is another program's port.
  }
};

/** Whether it answers, and a living process owns it. */
export const isOwned = async (places: ClusterPaths, port: number): Promise<boolean> =>
  (await askOccupant(places, port))?.free === false;

/**
 * Clears the folder for a new PostgreSQL: one whose owner is gone is stopped.
 *
 * @throws {StartError} its owner lives.
 */
export const evictOrphan = async (places: ClusterPaths, pgCtl: string): Promise<void> => {
  const running = findPostmaster(places.data);
  if (!running) return disownPostmaster(places.data);
  const occupant = await askOccupant(places, running.port);
  if (!occupant) return;
  const starter = starterPid(occupant.name);
  if (!occupant.free)
    throw new StartError(
      `Claimgraph already runs in ${places.home} (process ${starter}, its PostgreSQL is process ${running.pid}). ` +
        'Stop that one first, or start this one in another folder with CLAIMGRAPH_HOME.',
    );
  // A PostgreSQL just up is still without lock for an instant: its starter is about to take it.
  if (occupant.young && isAlive(starter)) return;
  await stopPostmaster(places.data, pgCtl);
};

/**
 * Holds the ownership of a running PostgreSQL until released, over broken connections too.
 *
 * @returns the release, which does not wait for PostgreSQL's end.
 */
export const holdOwnership = async (
  places: ClusterPaths,
  port: number,
): Promise<() => Promise<void>> => {
  let released = false;
  const take = async () => {
    const client = await connect(places, port);
    await client.query('select pg_advisory_lock($1)', [ownership]);
    client.once('end', () => void retake());
    return client;
  };
  const retake = async () => {
    for (let taken: pg.Client | undefined; !taken && !released; ) {
      await sleep(500, undefined, { ref: false });
      taken = await take().catch(() => undefined);
      holder = taken ?? holder;
    }
  };
  let holder = await take();
  return async () => {
    released = true;
    await holder.end().catch(() => {});
  };
};
