import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import {
  killIn,
  launch,
  newHome,
  processesIn,
  query,
  remainingIn,
  root,
} from './embedded.testing.ts';
import { StartError, startEmbedded } from './embedded.ts';
import { findPostmaster } from './postmaster.ts';

describe('the embedded PostgreSQL', () => {
  test('has its data after a restart, in a folder with blanks and Cyrillic letters', async () => {
    const home = newHome();
    const first = await startEmbedded(home, { durable: false });
    expect(first.recovered).toBe(false);
    await query(first.url, `create table saved as select 'да' as word`);
    await Promise.all([first.stop(), first.stop()]);
    await first.ended;
    expect(processesIn(home)).toEqual([]);

    const began = performance.now();
    const second = await startEmbedded(home, { durable: false });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(second.recovered).toBe(false);
    expect(await query(second.url, 'select word from saved')).toEqual(['да']);
    await second.stop();
    expect(processesIn(home)).toEqual([]);
  });

  test('is durable by default, uses UTF-8 and UTC, and lower-cases every alphabet', async () => {
    const server = await startEmbedded(newHome());
    const settings = `select unnest(array[
      current_setting('fsync'), current_setting('synchronous_commit'),
      current_setting('full_page_writes'), current_setting('server_encoding'),
      current_setting('TimeZone'), current_setting('jit'), current_database(), lower('ДАР')])`;
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

  test('caches a quarter of the memory, and on Linux retains freed heap', async () => {
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
      const environment = readFileSync(
        `/proc/${findPostmaster(join(home, 'postgres/data'))!.pid}/environ`,
        'utf8',
      ).split('\0');
      expect(environment).toEqual(
        expect.arrayContaining([
          'MALLOC_TRIM_THRESHOLD_=4194304',
          'MALLOC_MMAP_THRESHOLD_=4194304',
        ]),
      );
    }
    await server.stop();
  });

  test('requires the password, which only its owner can read', async () => {
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

  test('refuses a second start in the same folder, and names the first', async () => {
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

  test('lets one of two simultaneous first starts win', async () => {
    const home = newHome();
    const both = await Promise.all([launch(home).answer, launch(home).answer]);
    expect(both.map(({ error }) => error?.replace(/ in .*/s, '')).sort()).toEqual([
      'Claimgraph already runs',
      undefined,
    ]);
    expect(readdirSync(home)).toEqual(['postgres', 'postgres.log']);
  });

  test('ends when its Node process is killed, and frees the folder at once', async () => {
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
    expect(await remainingIn(home)).toEqual([]);
  });

  test('recovers committed data after kill -9, with a left-over postmaster.pid', async () => {
    const home = newHome();
    const { answer, end } = launch(home, true);
    await query((await answer).url, 'create table saved as select 7 as n');
    killIn(home);
    await end('SIGKILL');
    const pidFile = join(home, 'postgres/data/postmaster.pid');
    expect(existsSync(pidFile)).toBe(true);
    // The worst case of a left-over file: another program has its process id by now.
    await remainingIn(home);
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
    const next = await startEmbedded(home, { durable: false });
    expect(next.recovered).toBe(true);
    expect(await query(next.url, 'select n from saved')).toEqual([7]);
    await next.stop();
  });

  test('replaces an orphan, whose Node process and guard are gone', async () => {
    const home = newHome();
    const { answer, end } = launch(home);
    await query((await answer).url, 'create table saved as select 7 as n');
    const orphan = findPostmaster(join(home, 'postgres/data'))!.pid;
    killIn(home, /claimgraph-guard/);
    await end('SIGKILL');
    expect(findPostmaster(join(home, 'postgres/data'))?.pid).toBe(orphan);
    const next = await startEmbedded(home, { durable: false });
    expect(await query(next.url, 'select n from saved')).toEqual([7]);
    await next.stop();
    expect(await remainingIn(home)).toEqual([]);
  });

  test('recovers from an interrupted first start', async () => {
    const home = newHome();
    const { end } = launch(home);
    for (let i = 0; i < 400 && !processesIn(home).some((line) => /initdb/.test(line)); i++)
      await sleep(10);
    await sleep(50);
    await end('SIGKILL');
    expect(readdirSync(home)).toEqual([expect.stringMatching(/^postgres\.new-/)]);
    expect(await remainingIn(home)).toEqual([]);
    const next = await startEmbedded(home, { durable: false });
    expect(readdirSync(home)).toEqual(['postgres', 'postgres.log']);
    await next.stop();
  });

  test('shuts down properly when its Node process stops it', async () => {
    const home = newHome();
    const { answer, end } = launch(home);
    await answer;
    await end('SIGTERM');
    expect(processesIn(home)).toEqual([]);
    expect(existsSync(join(home, 'postgres/data/postmaster.pid'))).toBe(false);
  });

  test('has a log file, which quotes neither statements nor values', async () => {
    const home = newHome();
    const server = await startEmbedded(home, { durable: false });
    await query(server.url, `create table spoken (word text check (word <> 'secret word'))`);
    await expect(query(server.url, `insert into spoken values ('secret word')`)).rejects.toThrow();
    await expect(query(server.url, `select 'secret word'::int`)).rejects.toThrow();
    await server.stop();
    const log = join(home, 'postgres.log');
    expect(readFileSync(log, 'utf8')).toMatch(/ready to accept connections.*shut down/s);
    expect(readFileSync(log, 'utf8')).not.toContain('secret word');
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  test('names the folder that it cannot use', async () => {
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
