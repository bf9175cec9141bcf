import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi } from './access.testing.ts';
import { newSecret } from './api-key.ts';
import { anonymousViewer } from './viewer.ts';

let api: GuardedApi;
beforeAll(async () => {
  api = await startGuardedApi('ledger', { anonymous: anonymousViewer, isAnonymousLocal: true });
});
afterAll(() => api.stop());

const question = '{ viewer { name role } }';

test('everyone on this machine reads without a key, and nobody writes', async () => {
  expect(await api.data(question)).toEqual({ viewer: { name: 'anonymous', role: 'READER' } });
  expect((await api.get('/export/csv')).status).toBe(200);
  expect((await api.get('/metrics')).status).toBe(200);
  expect((await api.get('/import/csv', undefined, { method: 'POST', body: 'x' })).status).toBe(403);
  const { status, errors } = await api.ask(
    'mutation { createReport(input: { kind: ARTICLE, title: "x" }) { report { id } } }',
  );
  expect([status, errors![0]!.message]).toEqual([
    403,
    'createReport needs the role ANALYST, and you are not signed in, which allows READER. ' +
      'Nothing was executed.',
  ]);
});

test.each<Record<string, string>>([
  { forwarded: 'for=192.0.2.1' },
  { 'x-forwarded-for': '192.0.2.1' },
  { via: '1.1 desk' },
])(
  'what a proxy passes on with %j does not come from this machine, and needs a key',
  async (headers) => {
    const answer = await api.get('/export/csv', undefined, { headers });
    expect([answer.status, await answer.text()]).toEqual([
      401,
      expect.stringContaining('came through a proxy'),
    ]);
    expect((await api.get('/export/csv', api.keys.READER, { headers })).status).toBe(200);
  },
);

test('a wrong credential never counts as none', async () => {
  for (const key of [newSecret('key'), api.revoked, api.expired, 'x', 'a.b.c'])
    for (let attempt = 0; attempt < 3; attempt++)
      expect((await api.ask(question, {}, { authorization: `Bearer ${key}` })).status).toBe(401);
});
