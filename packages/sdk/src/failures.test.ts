import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import {
  closeServers,
  coded,
  failure,
  good,
  hangsUp,
  misbehaving,
  says,
} from './misbehaving.testing.ts';

afterEach(closeServers);

const html = { 'content-type': 'text/html' };
const elsewhere = { location: 'http://127.0.0.1:9/graphql' };

describe('what comes back is told apart', () => {
  test.each([
    ['a web page', says('<h1>Hello</h1>', 200, html), 'protocol', 200],
    ['half a JSON text', says(good.slice(0, 20)), 'protocol', 200],
    ['JSON that is no answer', says('[]'), 'protocol', 200],
    ['JSON null', says('null'), 'protocol', 200],
    ['an answer without data', says('{"data":null}'), 'protocol', 200],
    ['errors that are none', says('{"errors":"no"}'), 'protocol', 200],
    ['an error that is null', says('{"errors":[null, 1]}'), 'protocol', 200],
    ['an empty answer', says(''), 'protocol', 200],
    ['no content', says('', 204), 'protocol', 204],
    ['an error page', says('<h1>Oops</h1>', 500, html), 'http', 500],
    ['an address where nothing is', says('{"message":"Route not found"}', 404), 'http', 404],
    ['a redirect', says('', 302, elsewhere), 'http', 302],
    ['a redirect that keeps the method', says('', 308, elsewhere), 'http', 308],
    ['a gateway without a server', says('<h1>Bad Gateway</h1>', 502, html), 'unavailable', 502],
    ['a server that is starting', says('starting', 503), 'unavailable', 503],
    [
      'a gateway that lost patience',
      says('<h1>Gateway Timeout</h1>', 504, html),
      'unavailable',
      504,
    ],
    ['a gateway that counts', says('slow down', 429), 'rateLimited', 429],
    ['a gateway that guards', says('who are you?', 401), 'auth', 401],
    ['a gateway that forbids', says('<h1>Forbidden</h1>', 403, html), 'auth', 403],
    ['UNAUTHENTICATED', says(coded('UNAUTHENTICATED'), 401), 'auth', 401],
    ['FORBIDDEN', says(coded('FORBIDDEN')), 'auth', 200],
    ['BAD_USER_INPUT', says(coded('BAD_USER_INPUT'), 400), 'badInput', 400],
    ['NOT_FOUND', says(coded('NOT_FOUND')), 'notFound', 200],
    ['CONFLICT', says(coded('CONFLICT')), 'conflict', 200],
    ['RATE_LIMITED', says(coded('RATE_LIMITED'), 429), 'rateLimited', 429],
    ['QUERY_TOO_COMPLEX', says(coded('QUERY_TOO_COMPLEX'), 400), 'tooComplex', 400],
    ['UNAVAILABLE', says(coded('UNAVAILABLE')), 'unavailable', 200],
    ['INTERNAL', says(coded('INTERNAL'), 500), 'graphql', 500],
    ['a code of tomorrow', says(coded('TOMORROW')), 'graphql', 200],
    ['an error without a code', says('{"errors":[{"message":"No."}]}'), 'graphql', 200],
    [
      '200 with errors beside data',
      says(coded('INTERNAL', '{"claims":{"totalCount":1}}')),
      'graphql',
      200,
    ],
    ['a connection that is broken', hangsUp, 'network', undefined],
  ])('%s', async (_, answer, kind, status) => {
    const { client, asked } = await misbehaving(answer);
    const error = await failure(client({ retry: { attempts: 1 } }).execute(CountClaims));
    expect([error.name, error.kind, error.status]).toEqual(['SdkError', kind, status]);
    expect(error.message).toMatch(/\S/);
    expect(asked).toHaveLength(1);
  });

  test('a redirect says where to', async () => {
    const { client } = await misbehaving(says('', 302, elsewhere));
    expect((await failure(client().execute(CountClaims))).message).toContain(elsewhere.location);
  });

  test('from nobody is network, and says where and why', async () => {
    const { client, server, url } = await misbehaving(says(good));
    await new Promise((closed) => server.close(closed));
    const error = await failure(client({ retry: { attempts: 1 } }).execute(CountClaims));
    expect([error.kind, error.status]).toEqual(['network', undefined]);
    expect(error.message).toContain(new URL(url).host);
    expect(error.message).toContain('ECONNREFUSED');
  });
});

describe('an error carries', () => {
  const errors = [
    {
      message: 'Both.',
      path: ['a', 0],
      extensions: {
        code: 'BAD_USER_INPUT',
        issues: [{ path: ['input'], message: 'Mend it.' }],
        cost: 3,
      },
    },
    { message: 'Other.', extensions: { code: 'NOT_FOUND' } },
  ];
  const answer = says(JSON.stringify({ data: { claims: null }, errors }), 200, {
    'x-request-id': 'r-1',
  });

  test('what the server said, the data beside it, and the name of the request', async () => {
    const { client } = await misbehaving(answer);
    const error = await failure(client().execute(CountClaims));
    expect(error).toMatchObject({
      kind: 'badInput',
      message: 'Both.',
      code: 'BAD_USER_INPUT',
      path: ['a', 0],
      requestId: 'r-1',
    });
    expect(error).toMatchObject({
      issues: [{ path: ['input'], message: 'Mend it.' }],
      extensions: { cost: 3 },
      data: { claims: null },
    });
  });

  test('when to come back, given in seconds or as a date by the clock of the server', async () => {
    const seconds = await misbehaving(says('', 429, { 'retry-after': '120' }));
    expect(await failure(seconds.client().execute(CountClaims))).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 120_000,
    });
    const date = 'Wed, 01 Jan 2020 00:00:00 GMT';
    const dates = await misbehaving(
      says('', 503, { date, 'retry-after': 'Wed, 01 Jan 2020 00:01:00 GMT' }),
    );
    expect(await failure(dates.client().execute(CountClaims))).toMatchObject({
      kind: 'unavailable',
      retryAfterMs: 60_000,
    });
    const neither = await misbehaving(says('', 503, { 'retry-after': 'soon' }));
    const error = await failure(neither.client({ retry: { attempts: 1 } }).execute(CountClaims));
    expect(error.retryAfterMs).toBeUndefined();
  });

  test('no more in `result` than in `execute`, and there all errors, and how it went', async () => {
    const { client } = await misbehaving(answer);
    const { data, errors: found, meta } = await client().result(CountClaims);
    expect(data).toEqual({ claims: null });
    expect(found?.map(({ kind, message }) => [kind, message])).toEqual([
      ['badInput', 'Both.'],
      ['notFound', 'Other.'],
    ]);
    expect(meta).toEqual({ attempts: 1, status: 200, requestId: 'r-1', ms: expect.any(Number) });
  });
});

describe('result never throws', () => {
  test('when nobody answers', async () => {
    const { client } = await misbehaving(hangsUp);
    const { data, errors, meta } = await client({ retry: { attempts: 1 } }).result(CountClaims);
    expect([data, errors?.[0].kind, meta.attempts, meta.status]).toEqual([
      null,
      'network',
      1,
      undefined,
    ]);
  });

  test('when the headers cannot be had: that is auth, and nothing is sent', async () => {
    const { client, asked } = await misbehaving(says(good));
    const cause = new Error('signed out');
    const { errors } = await client({ headers: () => Promise.reject(cause) }).result(CountClaims);
    expect(errors?.[0]).toMatchObject({
      kind: 'auth',
      cause,
      message: expect.stringContaining('signed out'),
    });
    expect(asked).toHaveLength(0);
  });

  test('when the variables are no JSON, or the key is none that a header can carry', async () => {
    const { client, asked } = await misbehaving(says(good));
    const filter = { text: 1n as never };
    expect((await client().result(CountClaims, { filter })).errors?.[0].kind).toBe('badInput');
    for (const idempotencyKey of ['clé', '', 'two words', 'x'.repeat(201)])
      expect((await client().result(CountClaims, {}, { idempotencyKey })).errors?.[0].kind).toBe(
        'badInput',
      );
    expect(asked).toHaveLength(0);
  });

  test('when all is well: data, no errors, and how it went', async () => {
    const { client } = await misbehaving(says(good, 200, { 'x-request-id': 'r-2' }));
    const { data, errors, meta } = await client().result(CountClaims);
    expect([data, errors]).toEqual([{ claims: { totalCount: 1 } }, undefined]);
    expect(meta).toEqual({ attempts: 1, status: 200, requestId: 'r-2', ms: expect.any(Number) });
  });
});

test('a request carries the operation, its name and variables, headers asked anew, and the key', async () => {
  const { client, asked } = await misbehaving(says(good));
  let tokens = 0;
  const signed = client({ headers: async () => ({ Authorization: `Bearer ${++tokens}` }) });
  await signed.execute(CountClaims);
  await signed.execute(CountClaims, { filter: { kind: ['CLASH'] } }, { idempotencyKey: 'k1' });
  const { text } = CountClaims;
  expect(asked.map(({ body }) => body)).toEqual([
    { operationName: 'CountClaims', query: text, variables: {} },
    { operationName: 'CountClaims', query: text, variables: { filter: { kind: ['CLASH'] } } },
  ]);
  expect(asked[1]).toMatchObject({
    method: 'POST',
    headers: {
      authorization: 'Bearer 2',
      'idempotency-key': 'k1',
      'content-type': 'application/json',
    },
  });
});

test('a header of one’s own takes the place of the client’s, however it is spelt', async () => {
  const { client, asked } = await misbehaving(says(good));
  await client({ headers: { 'Content-Type': 'application/json; charset=utf-8' } }).execute(
    CountClaims,
  );
  expect(asked[0]!.headers['content-type']).toBe('application/json; charset=utf-8');
});
