import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  base64url,
  CompactSign,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { type Api, startApi } from '../testing/api.ts';
import { withKey } from './access.testing.ts';
import { TokenVerifier } from './jwt.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://id.example/';
const audience = 'claimgraph';

/** The issuer: it publishes these keys. Undefined: it answers 500. */
let published: JWK[] | undefined;
let fetches = 0;
let server: Server;
let api: Api;
let pair: KeyPair;

const publish = async ({ publicKey }: KeyPair, kid: string): Promise<JWK> => ({
  ...(await exportJWK(publicKey)),
  kid,
  use: 'sig',
});

beforeAll(async () => {
  pair = await generateKeyPair('RS256', { extractable: true });
  published = [await publish(pair, 'one')];
  server = createServer((_request, response) => {
    fetches += 1;
    response.statusCode = published ? 200 : 500;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  api = await startApi('ledger', {
    anonymous: undefined,
    jwt: {
      jwks: `http://127.0.0.1:${port}/keys`,
      issuer,
      audience,
      algorithms: ['RS256', 'ES256'],
      nameClaim: 'email',
      roleClaim: 'realm.roles',
    },
  });
});
afterAll(async () => {
  await api?.stop();
  server?.close();
});

const now = () => Math.floor(Date.now() / 1_000);
const claims = (changes: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: audience,
  exp: now() + 60,
  email: 'maria@desk.example',
  realm: { roles: ['offline', 'analyst'] },
  ...changes,
});
const sign = (
  payload: JWTPayload,
  { kid = 'one', alg = 'RS256', key = pair.privateKey as Parameters<SignJWT['sign']>[0] } = {},
) => new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);

const question = '{ viewer { name role } }';
const ask = (token: string) => api.ask(question, {}, withKey(token));

test('a token names the viewer and the role', async () => {
  const token = await sign(claims());
  for (let attempt = 0; attempt < 3; attempt++)
    expect(await ask(token)).toEqual({
      status: 200,
      data: { viewer: { name: 'maria@desk.example', role: 'ANALYST' } },
    });
});

test.each([
  ['READER', 'READER'],
  ['editor', 'EDITOR'],
  [['READER', 'ADMIN', 'x'], 'ADMIN'],
])('the role claim %j means %s', async (roles, role) => {
  const { data } = await ask(await sign(claims({ realm: { roles } })));
  expect(data.viewer.role).toBe(role);
});

test('the role limits what the token allows', async () => {
  const token = await sign(claims({ realm: { roles: 'READER' } }));
  const write = 'mutation { createReport(input: { kind: ARTICLE, title: "x" }) { report { id } } }';
  const { status, errors } = await api.ask(write, {}, withKey(token));
  expect([status, errors![0]!.extensions.code]).toEqual([403, 'FORBIDDEN']);
});

const noUsableName = 'no usable name in its claim `email`';

test.each<[string, JWTPayload, message: string]>([
  ['another issuer', { iss: 'https://evil.example/' }, 'from an issuer (`iss`)'],
  ['no issuer', { iss: undefined }, 'no claim `iss`'],
  ['another audience', { aud: 'other' }, 'another audience (`aud`)'],
  ['no audience', { aud: undefined }, 'no claim `aud`'],
  ['no expiry', { exp: undefined }, 'no claim `exp`'],
  ['an expiry more than 30 s ago', { exp: now() - 40 }, 'has expired'],
  ['a start more than 30 s ahead', { nbf: now() + 100 }, 'not valid yet'],
  ['no name', { email: undefined }, noUsableName],
  ['a name of two lines', { email: 'a\nb' }, noUsableName],
  ['the name of the command line', { email: 'local' }, noUsableName],
  ['a name that is not a text', { email: 7 }, noUsableName],
])('a token with %s is refused, with the reason', async (_what, changes, message) => {
  const { status, errors = [] } = await ask(await sign(claims(changes)));
  expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(errors[0]?.message).toContain(message);
});

test('a token whose expiry is not a number is refused, with the reason', async () => {
  const payload = new TextEncoder().encode(JSON.stringify({ ...claims(), exp: 'tomorrow' }));
  const header = { alg: 'RS256', kid: 'one' };
  const token = await new CompactSign(payload).setProtectedHeader(header).sign(pair.privateKey);
  const { errors = [] } = await ask(token);
  expect(errors[0]?.message).toContain('`exp` of the token is wrong');
});

test('a token with a wrong signature gets no other reason', async () => {
  const stranger = await generateKeyPair('RS256');
  for (const changes of [{ exp: undefined }, { aud: 'other' }]) {
    const { errors = [] } = await ask(await sign(claims(changes), { key: stranger.privateKey }));
    expect(errors[0]?.message).toMatch(/signature or its algorithm is wrong/);
  }
});

test.each([[undefined], ['OWNER'], [[]], [{ ADMIN: true }], ['']])(
  'a token with the role %j has no role',
  async (roles) => {
    const { status, errors } = await ask(await sign(claims({ realm: { roles } })));
    expect([status, errors![0]!.extensions.code]).toEqual([403, 'FORBIDDEN']);
  },
);

test('the clocks may differ by 30 s', async () => {
  expect((await ask(await sign(claims({ exp: now() - 20 })))).status).toBe(200);
  expect((await ask(await sign(claims({ nbf: now() + 20 })))).status).toBe(200);
});

test('a verified token is refused once it has expired', async () => {
  const token = await sign(claims({ exp: now() - 28 }));
  expect((await ask(token)).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  expect((await ask(token)).status).toBe(401);
});

test('an unsigned token is refused', async () => {
  const unsigned = new UnsecuredJWT(claims()).encode();
  const header = base64url.encode(JSON.stringify({ alg: 'none', kid: 'one' }));
  for (const token of [unsigned, `${header}.${unsigned.split('.')[1]}.`, `${unsigned}x`])
    expect((await ask(token)).status).toBe(401);
});

test('a token signed with the public key as a shared secret is refused', async () => {
  const secret = new TextEncoder().encode(JSON.stringify(published![0]));
  expect((await ask(await sign(claims(), { alg: 'HS256', key: secret }))).status).toBe(401);
});

test('a token with an algorithm that the settings do not list is refused', async () => {
  const key = (await importJWK(await exportJWK(pair.privateKey), 'RS512')) as KeyPair['privateKey'];
  expect((await ask(await sign(claims(), { alg: 'RS512', key }))).status).toBe(401);
});

test('a token signed by another key, or altered, is refused', async () => {
  const stranger = await generateKeyPair('RS256');
  expect((await ask(await sign(claims(), { key: stranger.privateKey }))).status).toBe(401);
  const [header, , signature] = (await sign(claims())).split('.');
  const body = base64url.encode(JSON.stringify(claims({ realm: { roles: 'ADMIN' } })));
  expect((await ask(`${header}.${body}.${signature}`)).status).toBe(401);
});

test('a new signing key is fetched, and an old one stays valid while it is published', async () => {
  const next = await generateKeyPair('ES256');
  published = [...published!, await publish(next, 'two')];
  await new Promise((resolve) => setTimeout(resolve, 5_100));
  const token = await sign(claims(), { kid: 'two', alg: 'ES256', key: next.privateKey });
  expect((await ask(token)).status).toBe(200);
  expect((await ask(await sign(claims({ jti: 'old' })))).status).toBe(200);
});

test('unknown signing keys do not flood the issuer', async () => {
  const before = fetches;
  for (let i = 0; i < 50; i++)
    expect((await ask(await sign(claims(), { kid: `x${i}` }))).status).toBe(401);
  expect(fetches - before).toBeLessThan(3);
});

test('while the issuer cannot be reached, the keys that it published last count', async () => {
  const { port } = server.address() as AddressInfo;
  const verifier = new TokenVerifier(
    {
      ...{ jwks: `http://127.0.0.1:${port}/keys`, issuer, audience, algorithms: ['RS256'] },
      ...{ nameClaim: 'email', roleClaim: 'realm.roles' },
    },
    1,
  );
  const identify = async (changes: JWTPayload, kid = 'one') =>
    verifier.identify(await sign(claims(changes), { kid }));
  const before = published;
  expect(await identify({ jti: 'up' })).toMatchObject({ viewer: { role: 'ANALYST' } });
  published = undefined;
  await new Promise((resolve) => setTimeout(resolve, 20));
  try {
    expect(await identify({ jti: 'down' })).toMatchObject({ viewer: { role: 'ANALYST' } });
    expect(await identify({ jti: 'late', exp: now() - 60 })).toMatchObject({
      refusal: { status: 401 },
    });
    expect(await identify({ jti: 'unknown' }, 'other')).toMatchObject({ refusal: {} });
  } finally {
    published = before;
  }
});

test('a token is not judged while the issuer cannot be reached', async () => {
  const { port } = server.address() as AddressInfo;
  published = undefined;
  const lonely = await startApi('ledger', {
    anonymous: undefined,
    jwt: {
      ...{ jwks: `http://127.0.0.1:${port}/keys`, issuer, audience, algorithms: ['RS256'] },
      ...{ nameClaim: 'email', roleClaim: 'realm.roles' },
    },
  });
  try {
    const answer = await lonely.ask(question, {}, withKey(await sign(claims())));
    expect([answer.status, answer.errors![0]!.extensions.code]).toEqual([503, 'UNAVAILABLE']);
  } finally {
    await lonely.stop();
  }
});
