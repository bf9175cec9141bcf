import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { maxConnections } from '../database/connection.ts';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('a connection prepares a statement on its second use, and keeps at most 200', async () => {
  const prepared = async () =>
    (
      await api.database.query(
        'select count(*)::int as count from pg_prepared_statements where from_sql = false',
      )
    )[0].count;
  const ask = (i: number) => api.data(`{ claims(first: 1) { nodes { a${i}: id } } }`);
  await ask(0);
  expect(await prepared()).toBe(0);
  await ask(0);
  expect(await prepared()).toBe(1);
  for (let i = 1; i <= 230; i++) for (const _twice of [1, 2]) await ask(i);
  expect(await prepared()).toBe(200);
  expect((await ask(7)).claims.nodes).toHaveLength(1);
});

test('/ready does not wait while all connections are in use', async () => {
  const busy = Array.from({ length: maxConnections }, () =>
    api.database.query('select pg_sleep(5)'),
  );
  const { status } = await fetch(api.url.replace('graphql', 'ready'));
  expect(status).toBe(503);
  await Promise.all(busy);
  expect((await fetch(api.url.replace('graphql', 'ready'))).status).toBe(200);
});
