import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { fileOf, importPath, ucdpFile } from './ingest.testing.ts';

let api: Api;
let direct: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('ledger');
  direct = new pg.Client(databaseUrl);
  await direct.connect();
  api = await startApi('ledger', { databaseUrl });
});
afterAll(async () => {
  await direct.end();
  await api.stop();
});

const count = 600;
const file = fileOf(ucdpFile(...Array.from({ length: count }, (_, i) => ({ id: String(i + 1) }))));

/** Writes, once the dry run has the lock, and returns the order in which both ended. */
const writeMeanwhile = async (): Promise<string[]> => {
  const ended: string[] = [];
  let write: Promise<unknown> | undefined;
  const dryRun = importPath(api, 'ucdp', file, {
    dryRun: true,
    batchRows: 20,
    onProgress: () => {
      write ??= api
        .data('mutation { createReport(input: { kind: ARTICLE, title: "W" }) { report { id } } }')
        .then(() => ended.push('write'));
    },
  });
  const { rowsImported, created } = await dryRun;
  ended.push('dry run');
  await write;
  expect([rowsImported, created.claims]).toEqual([count, count]);
  return ended;
};

describe('a dry run', () => {
  test('gives way to a write, is done again from its beginning, and changes nothing', async () => {
    expect(await writeMeanwhile()).toEqual(['write', 'dry run']);
    expect((await direct.query('select from claim')).rowCount).toBe(0);
  }, 60_000);

  test('is refused if others write all the time', async () => {
    let isOver = false;
    const write = async () => {
      const client = new pg.Client({ connectionString: (api.database.options as any).url });
      await client.connect();
      while (!isOver) {
        await client.query('begin; select pg_advisory_xact_lock(4841190)');
        await sleep(20);
        await client.query('commit');
      }
      await client.end();
    };
    const writers = [write(), write()];
    await expect(
      importPath(api, 'ucdp', file, { dryRun: true, batchRows: 20 }),
    ).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^Others are writing.*Nothing was changed/),
    });
    isOver = true;
    await Promise.all(writers);
    expect((await direct.query('select from claim')).rowCount).toBe(0);
  }, 60_000);
});
