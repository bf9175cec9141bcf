import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { here, root } from './house.mjs';

/** npm tells the commands it runs about its own run; an npm within it must not take that for its orders. */
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
    throw new Fault(
      `${program} ${args.join(' ')} failed in ${cwd}${error ? `: ${error.message}` : ''}`,
    );
}

/** The house's packages and the bench's own as their lock files have them, and the server as its source has it. */
export function prepare() {
  if (!existsSync(join(root, 'node_modules')))
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const installed = join(here, 'node_modules', '.installed-lock.json');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], here);
    writeFileSync(installed, lock);
  }
  run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], root);
}
