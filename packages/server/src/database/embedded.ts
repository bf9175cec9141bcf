import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  type ClusterPaths,
  clusterPaths,
  databaseName,
  makeCluster,
  removeStages,
  urlOf,
} from './cluster.ts';
import { type GuardedProcess, runGuarded } from './guard.ts';
import { chooseIdentity, giveTo, type Identity } from './identity.ts';
import { connectAsAdministrator, evictOrphan, holdOwnership } from './owner.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { type NoteEvent, RestartedServer } from './restart.ts';
import { RotatedLog } from './rotated-log.ts';
import { serverArguments } from './settings.ts';
import { StartError } from './start-error.ts';

export { StartError } from './start-error.ts';

/** A running embedded PostgreSQL 18. */
export interface Embedded {
  /** With the administrator's name and password; names the database `claimgraph`. */
  url: string;
  /** True if the previous PostgreSQL here crashed or was killed and its log had to be replayed. */
  recovered: boolean;
  /** Resolves when PostgreSQL has ended, and starting it again has failed several times. */
  ended: Promise<void>;
  /**
   * Closes every connection and stops PostgreSQL. Resolves when no process is left. Idempotent.
   * If it has not stopped in order within `graceMs` milliseconds, by default 8 s, it stops at once,
   * and recovers at the next start.
   */
  stop(graceMs?: number): Promise<void>;
}

interface EmbeddedOptions {
  /** False is faster but may lose data if the machine crashes; for tests. */
  durable?: boolean;
  /** Hears when PostgreSQL ends by itself and when it runs again. */
  note?: NoteEvent;
}

/** Milliseconds until a killed PostgreSQL must have released its folder and port. */
const releaseTimeout = 20_000;

/**
 * Starts PostgreSQL in the home, and makes it first if there is none. It listens on a free port of
 * 127.0.0.1, requires a password, and ends with this process, even if that is killed. It recovers
 * from a left-over `postmaster.pid`, a PostgreSQL whose owner is gone, and an interrupted first
 * start. If it ends by itself, it is started again on the same port, a few times.
 *
 * @param home folder, made if missing; the data is in its subfolder `postgres`
 * @throws {StartError} it cannot start or belongs to another process; the message says what to do.
 */
export async function startEmbedded(
  home: string,
  { durable = true, note = () => undefined }: EmbeddedOptions = {},
): Promise<Embedded> {
  const paths = clusterPaths(resolve(home));
  const binaries = await findBinaries();
  try {
    mkdirSync(paths.home, { recursive: true });
    const identity = chooseIdentity(paths.home, paths.folder, binaries.postgres);
    await makeCluster(paths, binaries, identity, durable);
    return await openCluster({ paths, binaries, identity, durable }, note);
  } catch (error) {
    // The user can only fix errors of the file system, such as EACCES and ENOSPC.
    const { code, message } = error as NodeJS.ErrnoException;
    if (!/^E[A-Z]+$/.test(code ?? '')) throw error;
    const text =
      `The embedded PostgreSQL cannot use ${paths.home}: ${message}. ` +
      'Set CLAIMGRAPH_HOME to a folder that can be written to.';
    throw new StartError(text, { cause: error });
  }
}

/** What PostgreSQL is started with. */
interface Cluster {
  paths: ClusterPaths;
  binaries: Binaries;
  identity: Identity;
  durable: boolean;
}

/** Starts PostgreSQL on a port, by default any free one. `note` gets each process that is tried. */
const startCluster = async (
  { paths, binaries, identity, durable }: Cluster,
  fixedPort?: number,
  note: (server: GuardedProcess) => void = () => undefined,
): Promise<{ server: GuardedProcess; port: number }> => {
  const log = new RotatedLog(paths.log);
  for (const deadline = Date.now() + releaseTimeout; ; await sleep(100)) {
    await evictOrphan(paths, binaries.pg_ctl);
    if (!findPostmaster(paths.data)) giveTo(identity, paths.folder);
    const port = fixedPort ?? (await freePort());
    const server = runGuarded(identity, 'INT', [
      binaries.postgres,
      ...serverArguments(paths.data, port, durable),
    ]);
    note(server);
    server.onLog((text) => log.write(text));
    if (await isReady(server)) return { server, port };
    // Another program took the port meanwhile, or the last PostgreSQL here is still ending.
    if (
      /could not bind|lock file .* already exists|still in use/.test(server.log()) &&
      Date.now() < deadline
    )
      continue;
    throw new StartError(
      `PostgreSQL did not start in ${paths.folder}${otherOwner(paths)}:\n${lastLines(server)}`,
    );
  }
};

const openCluster = async (cluster: Cluster, note: NoteEvent): Promise<Embedded> => {
  const { paths, binaries } = cluster;
  const { server, port } = await startCluster(cluster);
  const stopServer = (running: GuardedProcess, graceMs = 8_000) =>
    stopServerProcess(running, paths, binaries, graceMs);
  try {
    const releaseOwnership = await holdOwnership(paths, port);
    removeStages(paths);
    await ensureDatabase(paths, port);
    const restarted = new RestartedServer(
      server,
      (noteProcess) => startCluster(cluster, port, noteProcess),
      note,
    );
    let stopped: Promise<void> | undefined;
    return {
      url: urlOf(paths, port),
      recovered: /not properly shut down/.test(server.log()),
      ended: restarted.ended,
      stop: (graceMs) =>
        (stopped ??= Promise.race([releaseOwnership(), sleep(500)]).then(() =>
          restarted.end((running) => stopServer(running, graceMs)),
        )),
    };
  } catch (cause) {
    await stopServer(server);
    if (cause instanceof StartError) throw cause;
    throw new StartError(
      `PostgreSQL in ${paths.folder} started but could not be used: ${String(cause)}\n` +
        lastLines(server),
      { cause },
    );
  }
};

/**
 * Stops our own PostgreSQL by signals: its pid file may have been removed together with its folder.
 */
const stopServerProcess = async (
  server: GuardedProcess,
  paths: ClusterPaths,
  binaries: Binaries,
  graceMs: number,
): Promise<void> => {
  if (process.platform === 'win32') await stopPostmaster(paths.data, binaries.pg_ctl);
  const hasExited = (withinMs: number) =>
    Promise.race([server.exited.then(() => true), sleep(withinMs, false, { ref: false })]);
  server.signal('SIGINT');
  if (await hasExited(graceMs)) return;
  server.signal('SIGQUIT');
  if (await hasExited(1_000)) return;
  server.signal('SIGKILL');
  await server.exited;
};

const ensureDatabase = async (paths: ClusterPaths, port: number) => {
  const client = await connectAsAdministrator(paths, port);
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

const otherOwner = ({ data }: ClusterPaths) => {
  const running = findPostmaster(data);
  return running ? `, where another PostgreSQL (process ${running.pid}) still runs` : '';
};

const lastLines = (server: GuardedProcess) => server.log().trim().split('\n').slice(-5).join('\n');
