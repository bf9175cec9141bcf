import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { poolOf } from '../database/data-source.ts';
import { type Api, startApi } from '../testing/api.ts';
import { StatementGroup } from './statement-group.ts';

let api: Api;
let client: pg.PoolClient;
beforeAll(async () => {
  api = await startApi('ledger');
  client = await poolOf(api.database).connect();
});
afterAll(async () => {
  client.release();
  await api.stop();
});

const run = (...texts: string[]) =>
  StatementGroup.run(
    client,
    texts.map((text) => ({ name: text, text, values: [] })),
  );

test('a group returns the rows of each statement, with their types', async () => {
  expect(await run(`select 1 as n, null as nothing`, `select true as yes where false`)).toEqual([
    [{ n: 1, nothing: null }],
    [],
  ]);
  expect(await run(`select 'تل' as name union all select 'Tall' order by 1`)).toEqual([
    [{ name: 'Tall' }, { name: 'تل' }],
  ]);
});

test('no statement runs after one that fails, and the connection can be used again', async () => {
  await run('create temp table step (n int)');
  const fail = 'select 1 / (select count(*) from step where n > 1) as n';
  for (let round = 0; round < 2; round += 1)
    await expect(run('insert into step values (1)', fail, 'drop table step')).rejects.toThrow(
      'division by zero',
    );
  // Outside a transaction, the group is one: what ran before the fault is undone.
  expect(await run('select count(*)::int as n from step')).toEqual([[{ n: 0 }]]);
  await run('insert into step values (2)');
  expect(await run('insert into step values (1)', fail)).toEqual([[], [{ n: '1' }]]);
  await run('drop table step');
});

test('a group does not close a prepared statement that it needs', async () => {
  const texts = Array.from({ length: 200 }, (_, i) => `select ${i} as n`);
  // Reads and writes have connections of their own, so this one has prepared little else.
  for (const text of texts) await run(text);
  const known = texts.slice(0, 3);
  const results = await run(...known, 'select 1000 as n', 'select 1001 as n');
  expect(results.flat().map((row) => row.n)).toEqual([0, 1, 2, 1000, 1001]);
});

test('a value that cannot be sent fails its group, and ends the connection', async () => {
  const lost = await poolOf(api.database).connect();
  const ended = new Promise((resolve) => lost.once('error', resolve));
  const unreadable = {
    toPostgres: () => {
      throw new Error('There is no such value.');
    },
  };
  const group = StatementGroup.run(lost, [
    { text: 'select 1', values: [] },
    { text: 'select $1::text', values: [unreadable] },
  ]);
  await expect(group).rejects.toThrow('There is no such value.');
  await ended;
  lost.release(true);
});
