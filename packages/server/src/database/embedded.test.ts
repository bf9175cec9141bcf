import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { StartError, startEmbedded } from './embedded.ts';
import { findPostmaster } from './postmaster.ts';

const root = mkdtempSync(join(tmpdir(), 'claimgraph embedded é ж '));
let count = 0;
const newHome = () => join(root, `home ${++count}`);

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new pg.Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
};

/** Every process that names the folder: PostgreSQL, its guard, initdb. */
const processesIn = (home: string) => {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(home) && /postgres/.test(line));
};

/** All at once, the guard's watch first: it would stop PostgreSQL in order. */
const killIn = (home: string, which = /postgres/) => {
  const pids = processesIn(home)
    .filter((line) => which.test(line))
    .map((line) => Number.parseInt(line, 10));
  for (const pid of pids.sort((a, b) => b - a)) process.kill(pid, 'SIGKILL');
};

const noneLeftIn = async (home: string) => {
  for (let i = 0; i < 200 && processesIn(home).length > 0; i++) await sleep(25);
  return processesIn(home);
};

const children = new Set<ChildProcess>();

/** Another node, which starts PostgreSQL in the home and then waits. */
const launch = (home: string, durable = false) => {
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url))};
    const server = await startEmbedded(${JSON.stringify(home)}, { durable: ${durable} }).catch((error) => ({ error: error.message }));
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
  await noneLeftIn(root);
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

describe('the embedded PostgreSQL', () => {
  test('keeps its data over a restart, in a folder whose name has spaces and letters of other alphabets', async () => {
    const home = newHome();
    const first = await startEmbedded(home, { durable: false });
    expect(first.recovered).toBe(false);
    await query(first.url, `create table kept as select 'да' as word`);
    await Promise.all([first.stop(), first.stop()]);
    await first.ended;
    expect(processesIn(home)).toEqual([]);

    const began = performance.now();
    const second = await startEmbedded(home, { durable: false });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(second.recovered).toBe(false);
    expect(await query(second.url, 'select word from kept')).toEqual(['да']);
    await second.stop();
    expect(processesIn(home)).toEqual([]);
  });

  test('is durable unless told otherwise, speaks UTF-8 and UTC, and knows the case of every alphabet', async () => {
    const server = await startEmbedded(newHome());
    const settings = `select unnest(array[current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'),
      current_setting('server_encoding'), current_setting('TimeZone'), current_setting('jit'), current_database(), lower('ДАР')])`;
    expect(await query(server.url, settings)).toEqual([
      'on',
      'on',
      'on',
      'UTF8',
      'UTC',
      'off',
      'claimgraph',
      'дар',
    ]);
    expect(Number(await query(server.url, 'show server_version_num'))).toBeGreaterThanOrEqual(
      180_000,
    );
    await server.stop();
  });

  test('keeps a quarter of the memory at hand, within bounds, and on Linux what statements have done with', async () => {
    const home = newHome();
    const server = await startEmbedded(home);
    const [megabytes] = await query(
      server.url,
      `select pg_size_bytes(current_setting('shared_buffers')) / 1024 ^ 2`,
    );
    const quarter =
      Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 4 / 1024 ** 2;
    expect(
      Math.abs(Number(megabytes) - Math.min(4_096, Math.max(128, quarter))),
    ).toBeLessThanOrEqual(1);
    if (process.platform === 'linux') {
      const given = readFileSync(
        `/proc/${findPostmaster(join(home, 'postgres/data'))!.pid}/environ`,
        'utf8',
      ).split('\0');
      expect(given).toEqual(
        expect.arrayContaining([
          'MALLOC_TRIM_THRESHOLD_=4194304',
          'MALLOC_MMAP_THRESHOLD_=4194304',
        ]),
      );
    }
    await server.stop();
  });

  test('lets nobody in without the password, which only its owner can read', async () => {
    const home = newHome();
    const server = await startEmbedded(home, { durable: false });
    const url = new URL(server.url);
    expect(readFileSync(join(home, 'postgres/password'), 'utf8').trim()).toBe(url.password);
    expect(statSync(join(home, 'postgres/password')).mode & 0o777).toBe(0o600);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(await query(server.url, 'show listen_addresses')).toEqual(['127.0.0.1']);
    expect(await query(server.url, 'show unix_socket_directories')).toEqual(['']);
    await server.stop();
  });

  test('refuses a second start in the same folder, says whose it is, and leaves the first alone', async () => {
    const home = newHome();
    const server = await startEmbedded(home, { durable: false });
    const refusal = await startEmbedded(home, { durable: false }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartError);
    expect(String(refusal)).toContain(
      `already runs in ${home} (process ${process.pid}, its PostgreSQL is process`,
    );
    expect(String(refusal)).toContain('CLAIMGRAPH_HOME');
    expect(await query(server.url, 'select 1')).toEqual([1]);
    await server.stop();
  });

  test('gives the folder to one of two first starts at once', async () => {
    const home = newHome();
    const both = await Promise.all([launch(home).answer, launch(home).answer]);
    expect(both.map(({ error }) => error?.replace(/ in .*/s, '')).sort()).toEqual([
      'Claimgraph already runs',
      undefined,
    ]);
    expect(readdirSync(home)).toEqual(['postgres']);
  });

  test('ends when its node is killed, and the folder is free at once', async () => {
    const home = newHome();
    const { answer, end } = launch(home);
    expect((await answer).error).toBeUndefined();
    await end('SIGKILL');
    const next = await startEmbedded(home, { durable: false });
    expect(next.recovered).toBe(false);
    await next.stop();

    const again = launch(home);
    await again.answer;
    await again.end('SIGKILL');
    expect(await noneLeftIn(home)).toEqual([]);
  });

  test('recovers what was committed when everything is killed and postmaster.pid stays behind', async () => {
    const home = newHome();
    const { answer, end } = launch(home, true);
    await query((await answer).url, 'create table kept as select 7 as n');
    killIn(home);
    await end('SIGKILL');
    const pidFile = join(home, 'postgres/data/postmaster.pid');
    expect(existsSync(pidFile)).toBe(true);
    // The worst of left-over files: its number is in use again, by another program.
    await noneLeftIn(home);
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
    const next = await startEmbedded(home, { durable: false });
    expect(next.recovered).toBe(true);
    expect(await query(next.url, 'select n from kept')).toEqual([7]);
    await next.stop();
  });

  test('stops an orphan, whose node and guard are gone, and takes its place', async () => {
    const home = newHome();
    const { answer, end } = launch(home);
    await query((await answer).url, 'create table kept as select 7 as n');
    const orphan = findPostmaster(join(home, 'postgres/data'))!.pid;
    killIn(home, /claimgraph-guard/);
    await end('SIGKILL');
    expect(findPostmaster(join(home, 'postgres/data'))?.pid).toBe(orphan);
    const next = await startEmbedded(home, { durable: false });
    expect(await query(next.url, 'select n from kept')).toEqual([7]);
    await next.stop();
    expect(processesIn(home)).toEqual([]);
  });

  test('heals a first start that was killed half-way', async () => {
    const home = newHome();
    const { end } = launch(home);
    for (let i = 0; i < 400 && !processesIn(home).some((line) => /initdb/.test(line)); i++)
      await sleep(10);
    await sleep(50);
    await end('SIGKILL');
    expect(readdirSync(home)).toEqual([expect.stringMatching(/^postgres\.new-/)]);
    expect(await noneLeftIn(home)).toEqual([]);
    const next = await startEmbedded(home, { durable: false });
    expect(readdirSync(home)).toEqual(['postgres']);
    await next.stop();
  });

  test('ends in order, with nothing left, when its node is told to stop', async () => {
    const home = newHome();
    const { answer, end } = launch(home);
    await answer;
    await end('SIGTERM');
    expect(processesIn(home)).toEqual([]);
    expect(existsSync(join(home, 'postgres/data/postmaster.pid'))).toBe(false);
  });

  test('says which folder it cannot use', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await expect(startEmbedded(join(file, 'home'))).rejects.toThrow(
      /cannot use .*file.home.*CLAIMGRAPH_HOME/s,
    );
    const home = newHome();
    mkdirSync(join(home, 'postgres/data'), { recursive: true });
    await expect(startEmbedded(home)).rejects.toThrow(/password is missing|did not start/);
  });
});
