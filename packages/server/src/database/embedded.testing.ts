import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach } from '@jest/globals';
import pg from 'pg';

/** The folder of all homes of a test file. It is removed after its tests. */
export const root = mkdtempSync(join(tmpdir(), 'claimgraph embedded é ж '));
let count = 0;
export const newHome = () => join(root, `home ${++count}`);

export const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new pg.Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
};

/** Every process whose command line has the folder: PostgreSQL, its guard, initdb. */
export const processesIn = (home: string) => {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(home) && /postgres/.test(line));
};

/** Kills them all. The guard's watcher is first, because it would shut PostgreSQL down properly. */
export const killIn = (home: string, pattern = /postgres/) => {
  const pids = processesIn(home)
    .filter((line) => pattern.test(line))
    .map((line) => Number.parseInt(line, 10));
  for (const pid of pids.sort((a, b) => b - a)) process.kill(pid, 'SIGKILL');
};

export const remainingIn = async (home: string) => {
  for (let i = 0; i < 200 && processesIn(home).length > 0; i++) await sleep(25);
  return processesIn(home);
};

const children = new Set<ChildProcess>();

/** Another Node process, which starts PostgreSQL in the home and then waits. */
export const launch = (home: string, durable = false) => {
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url))};
    const home = ${JSON.stringify(home)};
    const server = await startEmbedded(home, { durable: ${durable} })
      .catch((error) => ({ error: error.message }));
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
    process.send(server);
    if (server.error) process.disconnect();`;
  const child = spawn(
    process.execPath,
    ['--import', '@oxc-node/core/register', '--input-type=module', '-e', program],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  children.add(child);
  const answer = once(child, 'message').then(
    ([message]) => message as { url: string; recovered: boolean; error?: string },
  );
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { answer, end };
};

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

afterAll(async () => {
  await remainingIn(root);
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});
