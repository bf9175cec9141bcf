import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi } from './access.testing.ts';
import { newSecret } from './api-key.ts';
import { includesRole, type Role, roles } from './roles.ts';

let api: GuardedApi;
beforeAll(async () => {
  api = await startGuardedApi();
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };
const query = JSON.stringify({ query: '{ claims(first: 1) { nodes { id } } }' });
const persisted = encodeURIComponent('{ __typename }');

/** Every path, with the role that it needs. */
const paths: [name: string, needs: Role | 'OPEN', path: string, init: RequestInit][] = [
  ['a query', 'READER', '/graphql', { method: 'POST', headers: json, body: query }],
  [
    'a query by GET',
    'READER',
    `/graphql?query=${persisted}`,
    { headers: { 'apollo-require-preflight': '1' } },
  ],
  ['an export', 'READER', '/export/csv', {}],
  ['metrics', 'READER', '/metrics', {}],
  ['a session', 'READER', '/session', { method: 'POST' }],
  ['an import', 'EDITOR', '/import/csv', { method: 'POST', body: 'x' }],
  ['a path that does not exist', 'READER', '/nothing', {}],
  ['a path below one that exists', 'READER', '/graphql/x', {}],
  ['an import format that does not exist', 'EDITOR', '/import/x', { method: 'POST', body: 'x' }],
  ['readiness', 'OPEN', '/ready', {}],
  ['the explorer', 'OPEN', '/explorer', {}],
  ['its scripts', 'OPEN', '/explorer/assets/explorer.js', {}],
];

const isRefused = ({ status }: Response) => status === 401 || status === 403;
const codeOf = async (response: Response) =>
  ((await response.json()) as any).errors[0].extensions.code;

describe.each(paths)('%s', (_name, needs, path, init) => {
  test.each(roles)('is answered to a role that includes what it needs: %s', async (role) => {
    // Repeated queries take the fast path.
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await api.get(path, api.keys[role], init);
      const isAllowed = needs === 'OPEN' || includesRole(role, needs);
      expect([role, isRefused(answer)]).toEqual([role, !isAllowed]);
      if (isAllowed) await answer.arrayBuffer();
      else expect([answer.status, await codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
    }
  });

  test('is refused without a credential, and with a wrong one, unless it is open', async () => {
    const wrong: (string | undefined)[] = [
      undefined,
      newSecret('key'),
      api.expired,
      api.revoked,
      `${api.keys.ADMIN.slice(0, -1)}!`,
      api.keys.ADMIN.slice(0, -1),
      newSecret('session'),
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.',
      'x',
    ];
    for (const key of wrong)
      for (let attempt = 0; attempt < 2; attempt++) {
        const answer = await api.get(path, key, init);
        if (needs === 'OPEN') {
          expect(isRefused(answer)).toBe(false);
          await answer.arrayBuffer();
          continue;
        }
        expect([key, answer.status]).toEqual([key, 401]);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="claimgraph"/);
        const text = await answer.text();
        expect(text).toContain('"UNAUTHENTICATED"');
        if (key && key.length > 1) expect(text).not.toContain(key);
      }
  });

  test('is refused with another scheme than Bearer, unless it is open', async () => {
    for (const authorization of [`Basic ${api.keys.ADMIN}`, api.keys.ADMIN, 'Bearer', 'Bearer  ']) {
      const headers = { ...(init.headers as object), authorization };
      const answer = await api.get(path, undefined, { ...init, headers });
      expect(answer.status).toBe(needs === 'OPEN' ? 200 : 401);
      await answer.arrayBuffer();
    }
  });
});

test('the explorer page is shown to a browser whose session has ended', async () => {
  const headers = { cookie: `claimgraph-session=${newSecret('session')}` };
  expect((await api.get('/explorer', undefined, { headers })).status).toBe(200);
});

test('a key is not accepted in another place than the header', async () => {
  const { ADMIN: key } = api.keys;
  const answers = [
    await api.get(`/export/csv?key=${key}`),
    await api.get('/export/csv', undefined, { headers: { cookie: `claimgraph-session=${key}` } }),
    await api.get('/export/csv', undefined, { headers: { 'x-api-key': key } }),
  ];
  for (const answer of answers) expect(isRefused(answer)).toBe(true);
});

test('every write is by the viewer, and no header changes that', async () => {
  const input = { kind: 'ARTICLE', title: 'By an analyst' };
  const { createReport } = await api.data(
    `mutation ($input: CreateReportInput!) {
      createReport(input: $input) { report { history { nodes { by } } } }
    }`,
    { input },
    { authorization: `Bearer ${api.keys.ANALYST}`, 'x-forwarded-user': 'root', from: 'root' },
  );
  expect(createReport.report.history.nodes).toEqual([{ by: 'analyst of the desk' }]);
});

test('every write of an import is by the viewer', async () => {
  const map = {
    dataset: { name: 'A desk' },
    id: { column: 'Ref' },
    statement: { column: 'What' },
    kind: { column: 'Type', values: { Shelling: 'SHELLING' }, otherwise: 'OTHER' },
  };
  const answer = await api.get(
    `/import/csv?map=${encodeURIComponent(JSON.stringify(map))}`,
    api.keys.EDITOR,
    { method: 'POST', body: 'Ref,What,Type\n1,A mill works.,Work\n' },
  );
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
  const rows = await api.database.query(
    `select distinct by from write_log where action like 'import%'`,
  );
  expect(rows).toEqual([{ by: 'editor of the desk' }]);
});

test('who the viewer is can be asked, with aliases and fragments', async () => {
  for (const role of roles)
    expect(
      await api.data(
        '{ me: viewer { as: role ...Name } } fragment Name on Viewer { name }',
        {},
        {
          authorization: `Bearer ${api.keys[role]}`,
        },
      ),
    ).toEqual({ me: { as: role, name: `${role.toLowerCase()} of the desk` } });
});

test('nothing that the server logs or stores contains a key', async () => {
  const everything = JSON.stringify([
    api.faults,
    api.warnings,
    await api.database.query('select * from api_key'),
    await api.database.query('select * from write_log'),
  ]);
  for (const key of [...Object.values(api.keys), api.expired, api.revoked])
    expect(everything).not.toContain(key.slice(4));
});
