/**
 * `node packages/explorer/build.mjs` builds the page into `dist`, if anything that it is made from
 * has changed since. Each file is also written compressed, so that the server need not do it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('.', import.meta.url));
const output = join(root, 'dist');
const stampFile = join(output, 'built-from.txt');

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The page is made from its own sources, the SDK, and the libraries that the lock file names. */
const inputs = [
  ...filesIn(join(root, 'src')).filter((path) => !path.endsWith('.test.ts')),
  ...['index.html', 'vite.config.mjs', 'build.mjs', 'manifest.mjs', '../../package-lock.json'].map(
    (name) => join(root, name),
  ),
  ...filesIn(join(root, '../sdk/dist/esm')).filter((path) => path.endsWith('.js')),
];
const hash = createHash('sha256');
for (const path of inputs) hash.update(path.slice(root.length)).update(readFileSync(path));
const stamp = hash.digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  const { build } = await import('vite');
  const { manifestOf } = await import('./manifest.mjs');
  await build({ root, logLevel: 'warn' });
  for (const path of filesIn(output))
    if (/\.(js|css|html|json)$/.test(path))
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  // After the compression: servers read it, and pages do not get it.
  const manifest = await manifestOf(inputs.filter((path) => /\.tsx?$/.test(path)));
  writeFileSync(join(output, 'manifest.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(stampFile, stamp);
}
