import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from './bench-error.mjs';
import { benchFolder, repository } from './paths.mjs';

/** npm passes its own settings to the commands it runs. A nested npm must not inherit them. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')),
);

function run(program, args, cwd) {
  const { status, error } = spawnSync(program, args, {
    cwd,
    env: environment,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new BenchError(
      `${program} ${args.join(' ')} failed in ${cwd}${error ? `: ${error.message}` : ''}`,
    );
}

/** Installs the packages of the repository and of the bench by their lock files, and builds. */
export function prepare() {
  const install = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!existsSync(join(repository, 'node_modules'))) run('npm', install, repository);
  const lock = readFileSync(join(benchFolder, 'package-lock.json'), 'utf8');
  const installedLock = join(benchFolder, 'node_modules', '.installed-lock.json');
  if (!existsSync(installedLock) || readFileSync(installedLock, 'utf8') !== lock) {
    run('npm', install, benchFolder);
    writeFileSync(installedLock, lock);
  }
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '-b'], repository);
}
