import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterPaths, databaseName, readPassword } from './cluster.ts';
import { disownPostmaster, findPostmaster, isAlive, stopPostmaster } from './postmaster.ts';
import { starterPid } from './settings.ts';
import { StartError } from './start-error.ts';

/**
 * The process that holds this advisory lock owns the running PostgreSQL. The lock ends with the
 * connection of that process, even if it is killed.
 */
const ownershipLock = 4_711_001;

export const connectAsAdministrator = async (
  paths: ClusterPaths,
  port: number,
): Promise<pg.Client> => {
  const login = {
    host: '127.0.0.1',
    port,
    user: databaseName,
    password: readPassword(paths),
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

const findOccupant = async (paths: ClusterPaths, port: number): Promise<Occupant | undefined> => {
  try {
    const client = await connectAsAdministrator(paths, port);
    const sql = `select pg_try_advisory_lock($1) as free,
      now() - pg_postmaster_start_time() < '10 s' as young,
      current_setting('cluster_name') as name`;
    return await client
      .query<Occupant>(sql, [ownershipLock])
      .then(({ rows }) => rows[0])
      .finally(() => client.end());
  } catch (error) {
    if (error instanceof StartError) throw error;
    return undefined; // It is starting or stopping, or the port is another program's.
  }
};

/** Whether the PostgreSQL on that port responds and a living process owns it. */
export const isOwned = async (paths: ClusterPaths, port: number): Promise<boolean> =>
  (await findOccupant(paths, port))?.free === false;

/**
 * Frees the folder for a new PostgreSQL: stops one whose owner is gone.
 *
 * @throws {StartError} its owner is alive.
 */
export const evictOrphan = async (paths: ClusterPaths, pgCtl: string): Promise<void> => {
  const running = findPostmaster(paths.data);
  if (!running) return disownPostmaster(paths.data);
  const occupant = await findOccupant(paths, running.port);
  if (!occupant) return;
  const starter = starterPid(occupant.name);
  if (!occupant.free)
    throw new StartError(
      `Claimgraph already runs in ${paths.home} (process ${starter}, ` +
        `its PostgreSQL is process ${running.pid}). ` +
        'Stop that one first, or start this one in another folder with CLAIMGRAPH_HOME.',
    );
  // PostgreSQL has just started, and the process that started it is about to take the lock.
  if (occupant.young && isAlive(starter)) return;
  await stopPostmaster(paths.data, pgCtl);
};

/**
 * Holds the ownership of a running PostgreSQL until it is released, even if the connection breaks.
 *
 * @returns releases the ownership; does not wait for PostgreSQL to end
 */
export const holdOwnership = async (
  paths: ClusterPaths,
  port: number,
): Promise<() => Promise<void>> => {
  let released = false;
  const take = async () => {
    const client = await connectAsAdministrator(paths, port);
    await client.query('select pg_advisory_lock($1)', [ownershipLock]);
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
