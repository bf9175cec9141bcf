import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample', { origins: ['https://page.example'] });
});
afterAll(() => api.stop());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a request with exactly these headers. `fetch` would add some, and decompress. */
const send = (method: string, path: string, headers: Record<string, string>, body?: object) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request(new URL(path, api.url), { method, headers }, async (answer) => {
      const parts = await answer.toArray();
      resolve({
        status: answer.statusCode!,
        headers: answer.headers,
        body: Buffer.concat(parts),
      });
    });
    sent.on('error', reject).end(body && JSON.stringify(body));
  });

const long = { query: '{ claims(first: 20) { nodes { id statement report { title } } } }' };
const short = { query: '{ claims { totalCount } }' };
const proxied = { 'x-forwarded-for': '192.0.2.7' };
const post = (body: object, headers: Record<string, string>) =>
  send('POST', '/graphql', { 'content-type': 'application/json', ...headers }, body);

describe('a long answer', () => {
  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    ['gzip', 'br;q=0, *', gunzipSync],
    ['gzip', 'br;q=0.5, gzip;q=0.9', gunzipSync],
    ['br', '*', brotliDecompressSync],
  ])('is compressed as %s for a client behind a proxy that accepts %j', async (...expected) => {
    const [encoding, accepted, expand] = expected;
    const query = { query: `${long.query} # ${accepted}` };
    const plain = await post(long, {});
    // The first answer comes through Apollo, the second one by the fast path.
    for (const _answer of [1, 2]) {
      const answer = await post(query, { ...proxied, 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(answer.body.length).toBeLessThan(plain.body.length / 2);
      expect(expand(answer.body)).toEqual(plain.body);
    }
  });

  test.each([
    ['on loopback', long, { 'accept-encoding': 'br, gzip' }],
    ['that is short', short, { ...proxied, 'accept-encoding': 'br, gzip' }],
    ['for a client that accepts none', long, proxied],
    ['for a client that refuses them', long, { ...proxied, 'accept-encoding': 'br;q=0, gzip;q=0' }],
    ['for a client that accepts others', long, { ...proxied, 'accept-encoding': 'zstd' }],
  ] as const)('%s is not compressed', async (_what, body, headers) => {
    for (const _answer of [1, 2]) {
      const answer = await post(body, headers);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(String(answer.body))).toHaveProperty('data');
    }
  });
});

describe('a query by its hash, with GET', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const persistedQuery = (text: string) => ({
    persistedQuery: { version: 1, sha256Hash: hashOf(text) },
  });
  const get = (text: string, headers: Record<string, string> = {}, variables: object = {}) => {
    const parameters = new URLSearchParams({
      extensions: JSON.stringify(persistedQuery(text)),
      variables: JSON.stringify(variables),
    });
    return send('GET', `/graphql?${parameters}`, { 'apollo-require-preflight': '1', ...headers });
  };
  const register = (query: string, variables: object = {}) =>
    post({ query, variables, extensions: persistedQuery(query) }, {});
  const query = 'query ($first: Int) { claims(first: $first) { nodes { id statement } } }';

  test('is answered as it is with POST, for the client alone to store', async () => {
    const posted = await register(query, { first: 20 });
    const { status, headers, body } = await get(query, {}, { first: 20 });
    expect([status, String(body)]).toEqual([200, String(posted.body)]);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: 'Accept, Accept-Encoding, Authorization',
      etag: expect.stringMatching(/^W\/"[\w-]{22}"$/),
    });
    const shared = await get(query, { origin: 'https://page.example' });
    expect(shared.headers.vary).toMatch(/^Origin, Accept,/);
    expect(posted.headers['cache-control']).toBeUndefined();
  });

  test('is 304 as long as the answer is the one that the client has', async () => {
    const roles = 'query ($id: ID!) { source(id: $id) { role } }';
    const { createSource } = await api.data(
      `mutation { createSource(input: { kind: PERSON, names: [{ text: "A guard", kind: PRIMARY }] })
        { source { id } } }`,
    );
    const { id } = createSource.source;
    await register(roles, { id });
    const { etag = '' } = (await get(roles, {}, { id })).headers;
    for (const stored of [etag, `"other", ${etag}`, etag.replace('W/', '')]) {
      const again = await get(roles, { 'if-none-match': stored }, { id });
      expect([again.status, String(again.body)]).toEqual([304, '']);
      expect(again.headers.etag).toBe(etag);
    }
    await api.data(
      `mutation ($id: ID!) { updateSource(id: $id, expectedVersion: 1, input: { role: "guard" })
        { source { id } } }`,
      { id },
    );
    const changed = await get(roles, { 'if-none-match': etag }, { id });
    expect([changed.status, JSON.parse(String(changed.body))]).toEqual([
      200,
      { data: { source: { role: 'guard' } } },
    ]);
  });

  test('is compressed behind a proxy', async () => {
    await register(query, { first: 20 });
    const plain = await get(query, {}, { first: 20 });
    const answer = await get(query, { ...proxied, 'accept-encoding': 'br' }, { first: 20 });
    expect(brotliDecompressSync(answer.body)).toEqual(plain.body);
    expect(answer.headers.etag).toBe(plain.headers.etag);
  });

  test('that is refused is not stored', async () => {
    await register(query);
    const { status, headers } = await get(
      query,
      { accept: 'application/graphql-response+json' },
      {
        first: 'three',
      },
    );
    expect([status >= 400, headers['cache-control']]).toEqual([true, 'no-store']);
  });

  test('is asked for by its text if the server does not know the hash', async () => {
    const { body } = await get('{ claims { totalCount } sources { totalCount } }');
    const { errors } = JSON.parse(String(body));
    expect(errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('is refused without a header that only programs send', async () => {
    await register(query);
    const parameters = new URLSearchParams({ extensions: JSON.stringify(persistedQuery(query)) });
    expect((await send('GET', `/graphql?${parameters}`, {})).status).toBe(400);
  });

  test('is refused if it is a mutation, which changes nothing', async () => {
    const mutation = `mutation { createSource(input: { kind: PERSON,
      names: [{ text: "By GET", kind: PRIMARY }] }) { source { id } } }`;
    const count = async () =>
      (await api.data('{ sources(filter: { text: "By GET" }) { totalCount } }')).sources.totalCount;
    const texts = [
      new URLSearchParams({ query: mutation }),
      new URLSearchParams({ extensions: JSON.stringify(persistedQuery(mutation)) }),
    ];
    await register(mutation);
    const before = await count();
    for (const parameters of texts) {
      const answer = await send('GET', `/graphql?${parameters}`, {
        'apollo-require-preflight': '1',
      });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(await count()).toBe(before);
  });
});
