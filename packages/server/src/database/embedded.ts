import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  type ClusterPaths,
  clearStages,
  clusterPaths,
  databaseName,
  makeCluster,
  urlOf,
} from './cluster.ts';
import { type GuardedProcess, runGuarded } from './guard.ts';
import { chooseIdentity, giveTo, type Identity } from './identity.ts';
import { connect, evictOrphan, holdOwnership } from './owner.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { settings } from './settings.ts';
import { StartError } from './start-error.ts';

export { StartError } from './start-error.ts';

/** A running PostgreSQL 18 of our own. */
export interface Embedded {
  /** Carries the administrator's name and password, and the database `claimgraph`. */
  url: string;
  /** True when the last PostgreSQL here ended without order, and its log had to be replayed. */
  recovered: boolean;
  /** Settles when PostgreSQL has ended, asked to or not. */
  ended: Promise<void>;
  /** Ends every connection and PostgreSQL; resolves when no process is left. May be called again. */
  stop(): Promise<void>;
}

/** How long a PostgreSQL that someone has killed may take to be gone. */
const patience = 20_000;

/**
 * Starts PostgreSQL in the home, and makes it first if there is none. It listens on a free port of 127.0.0.1, asks for a password,
 * and ends with this process, whatever ends that. It survives and repairs: a left-over `postmaster.pid`, a PostgreSQL whose owner
 * is gone, a first start cut short.
 *
 * @param home folder, made if missing; the data is in its subfolder `postgres`
 * @param options durable: false trades safety against a crash of the machine for speed; for tests
 * @throws {StartError} it cannot start, or already runs for someone else; the message says what to do.
 */
export async function startEmbedded(
  home: string,
  { durable = true }: { durable?: boolean } = {},
): Promise<Embedded> {
  const places = clusterPaths(resolve(home));
  const binaries = await findBinaries();
  try {
    mkdirSync(places.home, { recursive: true });
    const identity = chooseIdentity(places.home, places.folder, binaries.postgres);
    await makeCluster(places, binaries, identity, durable);
    return await startCluster(places, binaries, identity, durable);
  } catch (error) {
    // Only what the file system answered, such as EACCES or ENOSPC, is the person's to mend.
    const { code, message } = error as NodeJS.ErrnoException;
    if (!/^E[A-Z]+$/.test(code ?? '')) throw error;
    const text = `The embedded PostgreSQL cannot use ${places.home}: ${message}. Set CLAIMGRAPH_HOME to a folder that can be written to.`;
    throw new StartError(text, { cause: error });
  }
}

const startCluster = async (
  places: ClusterPaths,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<Embedded> => {
  for (const deadline = Date.now() + patience; ; await sleep(100)) {
    await evictOrphan(places, binaries.pg_ctl);
    if (!findPostmaster(places.data)) giveTo(identity, places.folder);
    const port = await freePort();
    const server = runGuarded(identity, 'INT', [
      binaries.postgres,
      ...settings(places.data, port, durable),
    ]);
    if (await isReady(server)) return open(places, binaries, server, port);
    // The port went to another program since we looked; or the last PostgreSQL here is not wholly gone.
    if (
      /could not bind|lock file .* already exists|still in use/.test(server.log()) &&
      Date.now() < deadline
    )
      continue;
    throw new StartError(
      `PostgreSQL did not start in ${places.folder}${occupied(places)}:\n${lastLines(server)}`,
    );
  }
};

const open = async (
  places: ClusterPaths,
  binaries: Binaries,
  server: GuardedProcess,
  port: number,
): Promise<Embedded> => {
  const halt = () => stopPostmaster(places.data, binaries.pg_ctl).then(() => server.exited);
  try {
    const disown = await holdOwnership(places, port);
    clearStages(places);
    await ensureDatabase(places, port);
    let stopped: Promise<void> | undefined;
    return {
      url: urlOf(places, port),
      recovered: /not properly shut down/.test(server.log()),
      ended: server.exited.then(() => {}),
      stop: () =>
        (stopped ??= disown()
          .then(halt)
          .then(() => {})),
    };
  } catch (cause) {
    await halt();
    if (cause instanceof StartError) throw cause;
    throw new StartError(
      `PostgreSQL in ${places.folder} started but could not be used: ${String(cause)}\n${lastLines(server)}`,
      { cause },
    );
  }
};

const ensureDatabase = async (places: ClusterPaths, port: number) => {
  const client = await connect(places, port);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [
    databaseName,
  ]);
  if (!rowCount) await client.query(`create database ${databaseName}`);
  await client.end();
};

const isReady = (server: GuardedProcess): Promise<boolean> =>
  Promise.race([
    server.exited.then(() => false),
    new Promise<boolean>((settle) =>
      server.onLog(() => /ready to accept connections/.test(server.log()) && settle(true)),
    ),
  ]);

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const occupied = ({ data }: ClusterPaths) => {
  const running = findPostmaster(data);
  return running ? `, where another one (process ${running.pid}) still is` : '';
};

const lastLines = (server: GuardedProcess) => server.log().trim().split('\n').slice(-5).join('\n');
