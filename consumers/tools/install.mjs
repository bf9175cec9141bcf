import { execFileSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const npm = (cwd, ...args) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Installs the dependencies, unless they are installed. No install script of a package runs. */
export function installDependencies(folder) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  npm(folder, 'ci', '--ignore-scripts');
}

/** Packs the SDK, which builds it, and installs the file into a folder above the consumers'. */
export function installSdk(folder) {
  npm(repository, 'run', '--silent', 'build');
  const sdk = join(repository, 'packages/sdk');
  const packed = npm(
    sdk,
    'pack',
    '--json',
    '--foreground-scripts=false',
    `--pack-destination=${folder}`,
  );
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('[')));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm(folder, 'install', '--offline', '--ignore-scripts', `./${filename}`);
}
