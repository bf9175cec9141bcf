import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample', { logLevel: 'info' });
});
afterAll(() => api.stop());
beforeEach(() => {
  api.warnings.length = 0;
});

const lines = () => api.warnings.map((line) => JSON.parse(line));

test('each request is a line with its id, and nothing of what was asked or by whom', async () => {
  const sent = { 'x-request-id': 'logged-1', authorization: 'Bearer nonsense' };
  for (const headers of [{ 'x-request-id': 'logged-2' }, { 'x-request-id': 'logged-3' }])
    await api.ask('{ reports(filter: { text: "secretive" }) { totalCount } }', {}, headers);
  await api.ask('{ claims { totalCount } }', {}, sent);
  await fetch(new URL('/sign-in/one-time-secret', api.url), { redirect: 'manual' });
  await fetch(new URL('/a-name/in-a-path?and=more', api.url));
  expect(
    lines().map(({ requestId, method, route, status }) => [requestId, method, route, status]),
  ).toEqual([
    ['logged-2', 'POST', '/graphql', 200],
    ['logged-3', 'POST', '/graphql', 200],
    ['logged-1', 'POST', '/graphql', 401],
    [expect.any(String), 'GET', '/sign-in', 404],
    [expect.any(String), 'GET', 'other', 404],
  ]);
  expect(api.warnings.join()).not.toMatch(/secret|nonsense|a-name|127\.0\.0\.1|local/);
});

test('a fault is logged with the id of its request, and without values', async () => {
  const original = api.readPool.connect;
  api.readPool.connect = ((done: (error: Error) => void) =>
    done(new Error('invalid input syntax for type uuid: "somebody"'))) as never;
  const answer = await api.ask('{ sources { totalCount } }', {}, { 'x-request-id': 'fault-1' });
  api.readPool.connect = original;
  expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL');
  const [fault] = api.faults.map((line) => JSON.parse(line));
  expect(fault).toMatchObject({
    requestId: 'fault-1',
    error: 'invalid input syntax for type uuid: …',
  });
  expect(api.faults.join()).not.toContain('somebody');
  api.faults.length = 0;
});
