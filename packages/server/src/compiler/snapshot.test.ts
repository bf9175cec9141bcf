import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { poolOf } from '../database/data-source.ts';
import { type Api, startApi } from '../testing/api.ts';
import { Connections } from './connections.ts';
import { readInSnapshot } from './snapshot.ts';

let api: Api;
let pool: pg.Pool;
let connections: Connections;
beforeAll(async () => {
  api = await startApi('ledger');
  pool = poolOf(api.database);
  connections = new Connections(pool);
});
afterAll(() => api.stop());

const ask = (text: string) => ({ text, values: [] });

test('several reads see one state of the ledger, even with a write between them', async () => {
  await readInSnapshot(connections, true, async (run) => {
    const before = await run(ask('select count(*)::text from report'));
    await api.data(
      `mutation { createReport(input: { kind: OTHER, title: "Meanwhile" }) { report { id } } }`,
    );
    expect(await run(ask('select count(*)::text from report'))).toBe(before);
  });
});

test('a read that fails does not affect the others', async () => {
  await readInSnapshot(connections, true, async (run) => {
    await expect(run(ask('select (1 / 0)::text'))).rejects.toThrow('division by zero');
    expect(await run(ask("select 'still here'"))).toBe('still here');
  });
});

test('if PostgreSQL closes a connection between two reads, only the second fails', async () => {
  const before = pool.totalCount;
  await readInSnapshot(connections, true, async (run) => {
    const id = await run(ask('select pg_backend_pid()::text'));
    await pool.query('select pg_terminate_backend($1)', [Number(id)]);
    // The connection learns of it when it next reads from the socket.
    await new Promise((done) => setTimeout(done, 100));
    await expect(run(ask('select 1::text'))).rejects.toThrow();
  });
  expect(pool.totalCount).toBeLessThanOrEqual(before);
  expect(await readInSnapshot(connections, true, (run) => run(ask("select 'as before'")))).toBe(
    'as before',
  );
});
