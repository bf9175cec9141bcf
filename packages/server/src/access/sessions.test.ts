import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi } from '../testing/api.ts';
import { type GuardedApi, startGuardedApi, withKey } from './access.testing.ts';
import { SignInLinks } from './sign-in-links.ts';

const listedOrigin = 'https://desk.example';

let api: GuardedApi;
beforeAll(async () => {
  api = await startGuardedApi('ledger', { origins: [listedOrigin], hosts: ['ledger.example'] });
});
afterAll(() => api.stop());

const serverOrigin = () => new URL(api.url).origin;
const signIn = (key: string, headers: Record<string, string> = {}) =>
  api.get('/session', undefined, { method: 'POST', headers: { ...withKey(key), ...headers } });
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!;
const ask = (headers: Record<string, string>) =>
  api.ask('{ viewer { name } }', {}, { origin: serverOrigin(), ...headers });

test('a key becomes a cookie that scripts cannot read and other sites cannot send', async () => {
  const answer = await signIn(api.keys.ANALYST);
  expect(await answer.json()).toEqual({ name: 'analyst of the desk', role: 'ANALYST' });
  const cookie = answer.headers.get('set-cookie')!;
  expect(cookie).toMatch(
    /^claimgraph-session=cgs_\w+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
  );
  expect(cookie).not.toContain(api.keys.ANALYST);
  expect(await ask({ cookie: cookieOf(answer) })).toEqual({
    status: 200,
    data: { viewer: { name: 'analyst of the desk' } },
  });
});

test('signing out ends the session, also for who has copied the cookie', async () => {
  const cookie = cookieOf(await signIn(api.keys.ADMIN));
  expect((await ask({ cookie })).status).toBe(200);
  const answer = await api.get('/session', undefined, {
    method: 'DELETE',
    headers: { cookie, origin: serverOrigin() },
  });
  expect([answer.status, cookieOf(answer)]).toEqual([204, 'claimgraph-session=']);
  const after = await ask({ cookie });
  expect([after.status, after.errors![0]!.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('a session cannot make another one, so it ends when it should', async () => {
  const cookie = cookieOf(await signIn(api.keys.ADMIN));
  const answer = await api.get('/session', undefined, {
    method: 'POST',
    headers: { cookie, origin: serverOrigin() },
  });
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([400, null]);
});

test('a key has at most 50 sessions: the oldest end', async () => {
  const first = cookieOf(await signIn(api.keys.READER));
  expect((await ask({ cookie: first })).status).toBe(200);
  let last = first;
  for (let i = 0; i < 50; i += 1) last = cookieOf(await signIn(api.keys.READER));
  const [{ count }] = await api.database.query(`
    select max(count)::int as count from
      (select count(*) from viewer_session group by key_id) of_keys`);
  expect(count).toBe(50);
  expect((await ask({ cookie: last })).status).toBe(200);
  await sleep(2_500);
  expect((await ask({ cookie: first })).status).toBe(401);
});

test('a session that has ended is refused, and the browser forgets it', async () => {
  const cookie = cookieOf(await signIn(api.keys.ADMIN));
  await api.database.query(`update viewer_session set expires_at = now() - interval '1 second'`);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const answer = await api.get('/export/csv', undefined, {
    headers: { cookie, origin: serverOrigin() },
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('set-cookie')).toMatch(/^claimgraph-session=; Path=\/; Max-Age=0/);
});

test('off loopback, the cookie is for TLS and this host only', async () => {
  const { request } = await import('node:http');
  const { port } = new URL(api.url);
  const headers = { ...withKey(api.keys.READER), host: 'ledger.example' };
  const cookies = await new Promise<string[] | undefined>((resolve, reject) =>
    request({ port, host: '127.0.0.1', path: '/session', method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.headers['set-cookie']);
    })
      .on('error', reject)
      .end(),
  );
  expect(cookies).toEqual([
    expect.stringMatching(
      /^__Host-claimgraph=cgs_\w+; Path=\/; .*HttpOnly; SameSite=Strict; Secure$/,
    ),
  ]);
});

describe('a request with a cookie from another page', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = cookieOf(await signIn(api.keys.ADMIN));
  });
  const write = (headers: Record<string, string>) =>
    api.ask(
      'mutation { createReport(input: { kind: ARTICLE, title: "Forged" }) { report { id } } }',
      {},
      { cookie, ...headers },
    );

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['another subdomain without an origin', { 'sec-fetch-site': 'same-site' }],
    ['an unknown page', {}],
  ])('is refused from %s', async (_from, headers) => {
    const { status, errors } = await write(headers as Record<string, string>);
    expect([status, errors![0]!.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(await api.data('{ reports { totalCount } }', {}, withKey(api.keys.READER))).toEqual({
      reports: { totalCount: 0 },
    });
  });

  test('is answered from this server, and from an origin that the settings list', async () => {
    for (const origin of [serverOrigin(), listedOrigin])
      expect((await ask({ cookie, origin })).status).toBe(200);
    const answer = await api.get('/export/csv', undefined, {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.status).toBe(200);
  });

  test('never signs in another browser: a key is sent in a header', async () => {
    const answer = await api.get('/session', undefined, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `key=${api.keys.ADMIN}`,
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
  });
});

describe('a sign-in link', () => {
  test('signs in once and leads to the page', async () => {
    const [{ id, url }] = await api.database.query(
      `select id, current_database() as url from api_key where name = 'admin of the desk'`,
    );
    const databaseUrl = new URL(process.env.CLAIMGRAPH_TEST_CLUSTER!);
    databaseUrl.pathname = url;
    const signInLinks = new SignInLinks(id);
    const options = { anonymous: undefined, databaseUrl: databaseUrl.href, signInLinks };
    const local = await startApi('ledger', options);
    try {
      const link = new URL(signInLinks.create(), local.url);
      const answer = await fetch(link, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
      const headers = { cookie: cookieOf(answer), origin: link.origin };
      expect(await local.data('{ viewer { name } }', {}, headers)).toEqual({
        viewer: { name: 'admin of the desk' },
      });
      const again = await fetch(link, { redirect: 'manual' });
      expect([again.status, again.headers.get('set-cookie')]).toEqual([404, null]);
    } finally {
      await local.stop();
    }
  });

  test('can be used for ten minutes', () => {
    let now = 0;
    const links = new SignInLinks('id', () => now);
    const [early, late] = [links.create(), links.create()].map((path) =>
      path.slice('/sign-in/'.length),
    ) as [string, string];
    now = 599_999;
    expect(links.redeem(early)).toBe(true);
    expect(links.redeem(early)).toBe(false);
    now = 600_000;
    expect(links.redeem(late)).toBe(false);
    expect(links.redeem('')).toBe(false);
  });
});
