import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { BatchSize } from './batch-size.ts';
import { fileOf, importPath, ucdpFile } from './ingest.testing.ts';

let api: Api;
let direct: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('sample');
  direct = new pg.Client(databaseUrl);
  await direct.connect();
  api = await startApi('sample', { databaseUrl });
});
afterAll(async () => {
  await direct.end();
  await api.stop();
});

const rows = (count: number, from = 1) =>
  ucdpFile(...Array.from({ length: count }, (_, i) => ({ id: String(from + i) })));

describe('the size of a batch', () => {
  test('grows while batches are quick, shrinks when they are slow, and has bounds', () => {
    const size = new BatchSize();
    const first = size.rows;
    size.learn(first, 10);
    expect(size.rows).toBe(4 * first);
    size.learn(size.rows, 1_800);
    expect(size.rows).toBe(2 * first);
    for (let i = 0; i < 20; i += 1) size.learn(size.rows, 60_000);
    expect(size.rows).toBeGreaterThanOrEqual(100);
    for (let i = 0; i < 20; i += 1) size.learn(size.rows, 1);
    expect(size.rows).toBe(2_000);
  });

  test('is recorded before the batch runs, and the same when the import is continued', async () => {
    const path = fileOf(rows(400));
    const batches = async () =>
      (
        await direct.query(
          'select position, rows, counts is not null as landed from import_batch order by position',
        )
      ).rows;
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(importPath(api, 'ucdp', path, { onProgress: stop })).rejects.toThrow('stopped');
    const first = await batches();
    expect(first).toMatchObject([{ landed: true }]);
    // The next batch was recorded, but did not land.
    await direct.query(
      `insert into import_batch (run_id, position, rows) select run_id, 1, 37 from import_batch`,
    );
    const counts = await importPath(api, 'ucdp', path);
    expect([counts.rowsRead, counts.created.claims]).toEqual([400, 400]);
    const all = await batches();
    expect(all.slice(0, 2)).toMatchObject([first[0], { rows: 37, landed: true }]);
    expect(all.reduce((sum, batch) => sum + batch.rows, 0)).toBe(400);
    expect(all.every(({ landed }) => landed)).toBe(true);
  });
});

test('writes that wait go before the next batch of an import', async () => {
  await direct.query('select pg_advisory_lock(4841190)');
  const waitForLocks = async (count: number) => {
    const waiting = `select count(*)::int as count from pg_locks
      where locktype = 'advisory' and not granted`;
    while ((await direct.query(waiting)).rows[0].count < count) await sleep(10);
  };
  const importing = importPath(api, 'ucdp', fileOf(rows(60, 1_000)), { batchRows: 20 });
  await waitForLocks(1);
  const writes = Array.from({ length: 6 }, () =>
    api.data('mutation { createReport(input: { kind: ARTICLE, title: "T" }) { report { id } } }'),
  );
  await waitForLocks(2);
  await direct.query('select pg_advisory_unlock(4841190)');
  await Promise.all(writes);
  await importing;
  const { rows: log } = await direct.query(
    'select action from write_log order by seq desc limit 9',
  );
  const actions = log.reverse().map(({ action }) => action);
  expect(actions).toEqual([
    'import ucdp',
    ...writes.map(() => 'createReport'),
    'import ucdp',
    'import ucdp',
  ]);
});
