import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('a connection prepares a statement on its second use, and keeps at most 200', async () => {
  const prepared = async () =>
    (
      await api.readPool.query(
        'select count(*)::int as count from pg_prepared_statements where from_sql = false',
      )
    ).rows[0].count;
  const ask = (i: number) => api.data(`{ claims(first: 1) { nodes { a${i}: id } } }`);
  await ask(0);
  expect(await prepared()).toBe(0);
  await ask(0);
  expect(await prepared()).toBe(1);
  for (let i = 1; i <= 230; i++) for (const _twice of [1, 2]) await ask(i);
  expect(await prepared()).toBe(200);
  expect((await ask(7)).claims.nodes).toHaveLength(1);
});
