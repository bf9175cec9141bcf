import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { newHome, processesIn, query } from './embedded.testing.ts';
import { startEmbedded } from './embedded.ts';
import { findPostmaster } from './postmaster.ts';

describe('the embedded PostgreSQL', () => {
  test('is started again with the same address when it crashes', async () => {
    const home = newHome();
    const notes: string[] = [];
    const server = await startEmbedded(home, { note: (text) => notes.push(text) });
    await query(server.url, 'create table saved as select 7 as n');
    for (const crashes of [1, 2]) {
      process.kill(findPostmaster(join(home, 'postgres/data'))!.pid, 'SIGKILL');
      while (notes.length < crashes * 2) await sleep(20);
      expect(await query(server.url, 'select n from saved')).toEqual([7]);
    }
    expect(notes).toEqual([
      'PostgreSQL ended by itself. It is started again.',
      'PostgreSQL runs again.',
      'PostgreSQL ended by itself. It is started again.',
      'PostgreSQL runs again.',
    ]);
    await server.stop();
    expect(processesIn(home)).toEqual([]);
  });

  test('is given up when it cannot be started again, and stops at any moment', async () => {
    const home = newHome();
    const notes: string[] = [];
    const server = await startEmbedded(home, { durable: false, note: (text) => notes.push(text) });
    const { pid } = findPostmaster(join(home, 'postgres/data'))!;
    writeFileSync(join(home, 'postgres/data/postgresql.auto.conf'), 'no_such_setting = 1');
    process.kill(pid, 'SIGKILL');
    await server.ended;
    expect(notes.filter((text) => text.startsWith('PostgreSQL did not start'))).toHaveLength(5);
    await server.stop();

    const folder = newHome();
    const other = await startEmbedded(folder, { durable: false });
    process.kill(findPostmaster(join(folder, 'postgres/data'))!.pid, 'SIGKILL');
    await sleep(100);
    await other.stop();
    expect(processesIn(folder)).toEqual([]);
  }, 30_000);
});
