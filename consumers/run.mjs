/**
 * `node consumers/run.mjs [NAME…]` packs the SDK as npm would publish it, installs it, starts a
 * server with the sample on a free port of loopback, and runs the consumers against it: all of
 * them, or those that are named. Each is a folder with a `check.mjs`, whose default export throws
 * if something is wrong. It runs in a copy of its folder, in `dist`.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort, startServer } from '../scripts/sample-server.mjs';
import { installDependencies, installSdk } from './tools/install.mjs';
import { startKeyProxy } from './tools/key-proxy.mjs';
import { createRunner } from './tools/runner.mjs';
import { Skipped } from './tools/skipped.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(here)
  .filter((name) => existsSync(join(here, name, 'check.mjs')))
  .sort();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no consumer ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  process.exit(2);
}

const work = join(here, 'dist');
rmSync(work, { recursive: true, force: true });
mkdirSync(work);
installDependencies(here);
installSdk(work);
cpSync(join(here, 'tools/sdk-program.mjs'), join(work, 'sdk-program.mjs'));
const pagePort = await freePort();
const server = await startServer({ origins: [`http://127.0.0.1:${pagePort}`] });
const proxy = await startKeyProxy(server.url, server.key);
const counts = { ok: 0, failed: 0, skipped: 0 };
try {
  for (const name of names.length > 0 ? names : all) {
    const started = performance.now();
    const outcome = await tryOut(name);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    counts[outcome.status] += 1;
    console.log(`${outcome.status.padEnd(7)} ${name} (${seconds} s)${outcome.text}`);
  }
} finally {
  proxy.stop();
  await server.stop();
}
console.log(`${counts.ok} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function tryOut(name) {
  const folder = join(work, name);
  cpSync(join(here, name), folder, { recursive: true });
  const runner = createRunner(folder);
  try {
    const { default: check } = await import(pathToFileURL(join(here, name, 'check.mjs')).href);
    await check({ url: proxy.url, pagePort, folder, ...runner });
    return { status: 'ok', text: '' };
  } catch (error) {
    if (error instanceof Skipped) return { status: 'skipped', text: `: ${error.message}` };
    return { status: 'failed', text: `\n${String(error.stack ?? error).replace(/^/gm, '    ')}` };
  } finally {
    await runner.end();
  }
}
