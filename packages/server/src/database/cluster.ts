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

/** The administrator of the embedded PostgreSQL, and the name of its database. */
export const databaseName = 'claimgraph';

/** Where the embedded PostgreSQL keeps things, in a home. */
export interface ClusterPaths {
  home: string;
  /** Belongs to PostgreSQL: data and password, which are of use only together. */
  folder: string;
  data: string;
}

export const clusterPaths = (home: string): ClusterPaths => ({
  home,
  folder: join(home, 'postgres'),
  data: join(home, 'postgres', 'data'),
});

const stagePrefix = 'postgres.new-';

/** Where a PostgreSQL was made and not finished, by a start that was cut short. */
const stagesIn = (home: string) => readdirSync(home).filter((name) => name.startsWith(stagePrefix));

/** Only for who owns the running PostgreSQL: nobody's first start can succeed any more, so nobody needs these. */
export const clearStages = ({ home }: ClusterPaths): void => {
  for (const name of stagesIn(home))
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
};

/**
 * Makes an empty PostgreSQL with a password of its own, unless there is one. It is made aside and moved into place whole: a start
 * cut short leaves nothing that looks made, and of two starts at once the first to move wins.
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
    // KILL, because it heeds nothing else while it flushes, and nobody will use what it was making.
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

/** Of the database `claimgraph`, with the administrator's name and password. @throws {StartError} the password is gone. */
export const urlOf = (places: ClusterPaths, port: number): string =>
  `postgres://${databaseName}:${readPassword(places)}@127.0.0.1:${port}/${databaseName}`;

/** @throws {StartError} the file is gone. */
export const readPassword = ({ folder }: ClusterPaths): string => {
  const file = join(folder, 'password');
  if (!existsSync(file))
    throw new StartError(
      `${file} is missing, and without it nobody can log in to the data beside it. Put the file back, or move ${folder} away to begin empty.`,
    );
  return readFileSync(file, 'utf8').trim();
};
