import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../packages/server/dist/main.js', import.meta.url));

/** A port of loopback that nothing listens on. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Starts Claimgraph with the sample in a ledger of its own. Everyone reads; `key` allows the rest.
 * `stop` removes the ledger.
 */
export async function startServer({ origins = [] } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-consumers-'));
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: undefined,
      CLAIMGRAPH_HOME: home,
      CLAIMGRAPH_ORIGINS: origins.join(),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = `http://127.0.0.1:${port}`;
  if (!(await answers(`${address}/ready`, ended))) {
    await stop();
    throw new Error('The server did not start.');
  }
  const key = readFileSync(join(home, 'admin-key'), 'utf8').trim();
  return { url: `${address}/graphql`, key, stop };
}

/** Waits until an address answers. False: it did not within a minute, or the program ended. */
export async function answers(address, ended = new Promise(() => undefined)) {
  let running = true;
  ended.then(() => {
    running = false;
  });
  for (const deadline = Date.now() + 60_000; running && Date.now() < deadline; ) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
