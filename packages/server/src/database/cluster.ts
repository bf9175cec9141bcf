import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { runGuarded } from './guard.ts';
import { giveTo, type Identity } from './identity.ts';
import { StartError } from './start-error.ts';

/** Name of the embedded PostgreSQL's administrator and of its database. */
export const databaseName = 'claimgraph';

/** The folders of the embedded PostgreSQL. */
export interface ClusterPaths {
  home: string;
  /** Data and password. It belongs to the user as whom PostgreSQL runs. */
  folder: string;
  data: string;
  /** The log of PostgreSQL. It belongs to us. */
  log: string;
}

export const clusterPaths = (home: string): ClusterPaths => ({
  home,
  folder: join(home, 'postgres'),
  data: join(home, 'postgres', 'data'),
  log: join(home, 'postgres.log'),
});

const stagePrefix = 'postgres.new-';

/** Folders that a start left unfinished because it was interrupted. */
const stagesIn = (home: string) => readdirSync(home).filter((name) => name.startsWith(stagePrefix));

/**
 * Removes unfinished folders. Only the owner of the running PostgreSQL may call it: no other first
 * start can succeed any more, so none needs its folder.
 */
export const removeStages = ({ home }: ClusterPaths): void => {
  for (const name of stagesIn(home))
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
};

/**
 * Makes an empty PostgreSQL with a random password, unless there is one. It is made in another
 * folder and then renamed. So an interrupted start leaves nothing that looks complete, and of two
 * starts at once the first to rename wins.
 *
 * @throws {StartError} initdb failed.
 */
export const makeCluster = async (
  { home, folder, data }: ClusterPaths,
  { initdb }: Binaries,
  identity: Identity,
  durable: boolean,
) => {
  if (existsSync(folder)) return;
  const stage = mkdtempSync(join(home, stagePrefix));
  try {
    const [stagedData, password] = [join(stage, 'data'), join(stage, 'password')];
    mkdirSync(stagedData, { mode: 0o700 });
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: durable });
    giveTo(identity, stage);
    const options = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ];
    // KILL, because initdb ignores other signals while it flushes, and its result is not needed.
    const run = runGuarded(identity, 'KILL', [
      initdb,
      '-D',
      stagedData,
      '-U',
      databaseName,
      `--pwfile=${password}`,
      ...options,
    ]);
    if ((await run.exited) !== 0 && !existsSync(folder))
      throw new StartError(
        `PostgreSQL could not make its data folder ${data}:\n${run.log().trim()}`,
      );
    moveInto(stage, folder);
    if (durable) flushFolder(home);
  } finally {
    rmSync(stage, { recursive: true, force: true, maxRetries: 5 });
  }
};

const moveInto = (stage: string, folder: string) => {
  try {
    renameSync(stage, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
};

const flushFolder = (folder: string) => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/**
 * URL of the database `claimgraph`, with the administrator's name and password.
 *
 * @throws {StartError} the password file is missing.
 */
export const urlOf = (paths: ClusterPaths, port: number): string =>
  `postgres://${databaseName}:${readPassword(paths)}@127.0.0.1:${port}/${databaseName}`;

/** @throws {StartError} the password file is missing. */
export const readPassword = ({ folder }: ClusterPaths): string => {
  const file = join(folder, 'password');
  if (!existsSync(file))
    throw new StartError(
      `${file} is missing. It has the password of the database beside it. ` +
        `Put the file back, or move ${folder} away to start with an empty database.`,
    );
  return readFileSync(file, 'utf8').trim();
};
