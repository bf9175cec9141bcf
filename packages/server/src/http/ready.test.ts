import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { maxReadConnections } from '../database/connection.ts';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const probe = async (path: string) => {
  const response = await fetch(new URL(path, api.url));
  return { status: response.status, body: await response.json() };
};

test('/ready does not wait while all connections are in use, and /live needs none', async () => {
  const busy = Array.from({ length: maxReadConnections }, () =>
    api.readPool.query('select pg_sleep(4)'),
  );
  expect(await probe('/live')).toEqual({ status: 200, body: { live: true } });
  expect(await probe('/ready')).toEqual({ status: 503, body: { ready: false } });
  expect(await probe('/live')).toEqual({ status: 200, body: { live: true } });
  await Promise.all(busy);
  expect(await probe('/ready')).toEqual({ status: 200, body: { ready: true } });
});
