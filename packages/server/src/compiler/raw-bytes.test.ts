import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { poolOf } from '../database/data-source.ts';
import { type Api, startApi } from '../testing/api.ts';
import { decodeBytes } from './raw-bytes.ts';
import { runOn } from './snapshot.ts';

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

const answer = async (text: string, values: unknown[] = []) => runOn(client)({ text, values });
const script = 'ü تل شهاب 🙂';

test('an answer has one character for each byte that PostgreSQL sent', async () => {
  const bytes = await answer('select $1::text', [script]);
  expect(bytes).toHaveLength(Buffer.byteLength(script));
  expect(decodeBytes(bytes!)).toBe(script);
});

test('an answer that arrives in several chunks is complete', async () => {
  const long = script.repeat(100_000);
  expect(decodeBytes((await answer('select $1::text', [long]))!)).toBe(long);
});

test('the answer is null if the statement finds no row', async () => {
  expect(await answer('select 1::text where false')).toBeNull();
});

test('other queries on the connection are decoded, after an answer and an error', async () => {
  const read = async () => (await client.query('select $1::text as value', [script])).rows[0].value;
  await answer('select 1::text');
  expect(await read()).toBe(script);
  await expect(answer('select $1::text::int::text', [script])).rejects.toThrow(script);
  expect(await read()).toBe(script);
  await expect(client.query('select $1::int', [script])).rejects.toThrow(script);
});
