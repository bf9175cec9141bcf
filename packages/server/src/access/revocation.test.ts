import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { type DatabaseProxy, startProxy } from '../testing/proxy.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { withKey } from './access.testing.ts';
import { newSecret } from './api-key.ts';
import { createKey, revokeKey } from './keys.ts';

/** Two servers on one database. The second reaches it through a proxy. */
let first: Api;
let second: Api;
let proxy: DatabaseProxy;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('ledger');
  proxy = await startProxy(databaseUrl);
  first = await startApi('ledger', { anonymous: undefined, databaseUrl });
  second = await startApi('ledger', { anonymous: undefined, databaseUrl: proxy.url });
});
afterAll(async () => {
  // What was sent while the proxy was frozen is never answered.
  proxy?.cutAll();
  await Promise.all([first?.stop(), second?.stop()]);
  await proxy?.stop();
});

const question = '{ viewer { name } }';
const statusOf = async (api: Api, key: string) =>
  (await api.ask(question, {}, withKey(key))).status;
const create = (name: string, expiresAt: Date | null = null) =>
  createKey(first.database, { name, role: 'READER', expiresAt });

test('a new key is valid on every server at once', async () => {
  const key = await create('new');
  expect([await statusOf(second, key), await statusOf(first, key)]).toEqual([200, 200]);
});

test('a revoked key is refused on every server within five seconds', async () => {
  const key = await create('leaver');
  for (const api of [first, second]) expect(await statusOf(api, key)).toBe(200);
  await revokeKey(first.database, 'leaver');
  await sleep(5_000);
  for (const api of [first, second]) expect(await statusOf(api, key)).toBe(401);
});

test('a session ends with the key that it was made from', async () => {
  const key = await create('browser');
  const started = await fetch(new URL('/session', first.url), {
    method: 'POST',
    headers: withKey(key),
  });
  const [cookie] = started.headers.get('set-cookie')!.split(';');
  const headers = { cookie: cookie!, origin: new URL(second.url).origin };
  expect((await second.ask(question, {}, headers)).status).toBe(200);
  await revokeKey(first.database, 'browser');
  await sleep(5_000);
  expect((await second.ask(question, {}, headers)).status).toBe(401);
});

test('a key is refused as soon as it expires', async () => {
  const key = await create('guest', new Date(Date.now() + 1_500));
  expect(await statusOf(first, key)).toBe(200);
  await sleep(1_600);
  expect(await statusOf(first, key)).toBe(401);
});

test('the name of a revoked key can be used again, and that of a live one cannot', async () => {
  await create('maria');
  await expect(create('maria')).rejects.toMatchObject({ code: 'CONFLICT' });
  await revokeKey(first.database, 'maria');
  await expect(revokeKey(first.database, 'maria')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await statusOf(first, await create('maria'))).toBe(200);
});

test.each(['local', 'Anonymous', 'import', '', ' a', 'a\nb', 'a\u202eb', 'x'.repeat(101)])(
  'a key cannot have the name %j',
  async (name) => {
    await expect(create(name)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  },
);

test('many unknown keys at once cost the database few statements', async () => {
  const statements = await first.statements(() =>
    Promise.all(Array.from({ length: 200 }, () => statusOf(first, newSecret('key')))),
  );
  expect(statements.filter((text) => text.includes('api_key')).length).toBeLessThan(20);
});

describe('a server that cannot reach the database', () => {
  test('accepts no key after five seconds, because it may have been revoked', async () => {
    const key = await create('cut off');
    expect(await statusOf(second, key)).toBe(200);
    proxy.freeze();
    await sleep(5_000);
    const answer = await second.ask(question, {}, withKey(key));
    expect([answer.status, answer.errors![0]!.extensions.code]).toEqual([503, 'UNAVAILABLE']);
  });
});
