import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import { createClient } from './index.ts';
import {
  closeServers,
  errorBody,
  failure,
  goodBody,
  hangUp,
  respond,
  scriptedServer,
} from './scripted-server.testing.ts';

afterEach(closeServers);

const html = { 'content-type': 'text/html' };
const elsewhere = { location: 'http://127.0.0.1:9/graphql' };

describe('the kind of an error for', () => {
  test.each([
    ['a web page', respond('<h1>Hello</h1>', 200, html), 'protocol', 200],
    ['incomplete JSON', respond(goodBody.slice(0, 20)), 'protocol', 200],
    ['JSON that is not GraphQL', respond('[]'), 'protocol', 200],
    ['JSON null', respond('null'), 'protocol', 200],
    ['a response without data', respond('{"data":null}'), 'protocol', 200],
    ['errors that are not a list', respond('{"errors":"no"}'), 'protocol', 200],
    ['an error that is null', respond('{"errors":[null, 1]}'), 'protocol', 200],
    ['an empty body', respond(''), 'protocol', 200],
    ['no content', respond('', 204), 'protocol', 204],
    ['an error page', respond('<h1>Oops</h1>', 500, html), 'http', 500],
    ['an address that does not exist', respond('{"message":"Route not found"}', 404), 'http', 404],
    ['a redirect', respond('', 302, elsewhere), 'http', 302],
    ['a redirect that keeps the method', respond('', 308, elsewhere), 'http', 308],
    ['a gateway without a server', respond('<h1>Bad Gateway</h1>', 502, html), 'unavailable', 502],
    ['a server that is starting', respond('starting', 503), 'unavailable', 503],
    [
      'a gateway that timed out',
      respond('<h1>Gateway Timeout</h1>', 504, html),
      'unavailable',
      504,
    ],
    ['a gateway that limits the rate', respond('slow down', 429), 'rateLimited', 429],
    ['a gateway that requires a login', respond('please log in', 401), 'auth', 401],
    ['a gateway that forbids', respond('<h1>Forbidden</h1>', 403, html), 'auth', 403],
    ['UNAUTHENTICATED', respond(errorBody('UNAUTHENTICATED'), 401), 'auth', 401],
    ['FORBIDDEN', respond(errorBody('FORBIDDEN')), 'auth', 200],
    ['BAD_USER_INPUT', respond(errorBody('BAD_USER_INPUT'), 400), 'badInput', 400],
    ['NOT_FOUND', respond(errorBody('NOT_FOUND')), 'notFound', 200],
    ['CONFLICT', respond(errorBody('CONFLICT')), 'conflict', 200],
    ['RATE_LIMITED', respond(errorBody('RATE_LIMITED'), 429), 'rateLimited', 429],
    ['QUERY_TOO_COMPLEX', respond(errorBody('QUERY_TOO_COMPLEX'), 400), 'tooComplex', 400],
    ['UNAVAILABLE', respond(errorBody('UNAVAILABLE')), 'unavailable', 200],
    ['INTERNAL', respond(errorBody('INTERNAL'), 500), 'graphql', 500],
    ['an unknown code', respond(errorBody('TOMORROW')), 'graphql', 200],
    ['an unknown code beside a status', respond(errorBody('SLOW_DOWN'), 429), 'rateLimited', 429],
    ['a code that objects inherit', respond(errorBody('constructor')), 'graphql', 200],
    ['a code that is a prototype', respond(errorBody('__proto__')), 'graphql', 200],
    [
      'a code and a message that cannot become texts',
      respond('{"errors":[{"message":{"toString":1},"extensions":{"code":{"toString":1}}}]}'),
      'graphql',
      200,
    ],
    [
      'a code that is a number',
      respond('{"errors":[{"extensions":{"code":401}}]}'),
      'graphql',
      200,
    ],
    ['an error without a code', respond('{"errors":[{"message":"No."}]}'), 'graphql', 200],
    [
      '200 with errors and data',
      respond(errorBody('INTERNAL', '{"claims":{"totalCount":1}}')),
      'graphql',
      200,
    ],
    ['a broken connection', hangUp, 'network', undefined],
  ])('%s', async (_, answer, kind, status) => {
    const { client, requests } = await scriptedServer(answer);
    const error = await failure(client({ retry: { attempts: 1 } }).execute(CountClaims));
    expect([error.name, error.kind, error.status]).toEqual(['SdkError', kind, status]);
    expect(error.message).toMatch(/\S/);
    expect(requests).toHaveLength(1);
  });

  test('a redirect is reported with its target, without what may be secret', async () => {
    const location = `${elsewhere.location}?ticket=hidden`;
    const { client } = await scriptedServer(respond('', 302, { location }));
    const { message } = await failure(client().execute(CountClaims));
    expect(message).toContain(elsewhere.location);
    expect(message).not.toContain('hidden');
  });

  test('a redirect that a browser hides', async () => {
    const hidden = { status: 0, headers: new Headers(), text: async () => '' };
    const client = createClient({ url: 'https://localhost/graphql', fetch: async () => hidden });
    const error = await failure(client.execute(CountClaims));
    expect([error.kind, error.status]).toEqual(['http', undefined]);
    expect(error.message).toContain('a redirect');
  });

  test('a server that is not running is `network`, with address and reason', async () => {
    const { client, server, url } = await scriptedServer(respond(goodBody));
    await new Promise((closed) => server.close(closed));
    const error = await failure(client({ retry: { attempts: 1 } }).execute(CountClaims));
    expect([error.kind, error.status]).toEqual(['network', undefined]);
    expect(error.message).toContain(new URL(url).host);
    expect(error.message).toContain('ECONNREFUSED');
  });
});

describe('an error has', () => {
  const errors = [
    {
      message: 'Both.',
      path: ['a', 0],
      extensions: {
        code: 'BAD_USER_INPUT',
        issues: [{ path: ['input'], message: 'Fix it.' }],
        cost: 3,
      },
    },
    { message: 'Other.', extensions: { code: 'NOT_FOUND' } },
  ];
  const answer = respond(JSON.stringify({ data: { claims: null }, errors }), 200, {
    'x-request-id': 'r-1',
  });

  test('what the server said, the partial data, and the id of the request', async () => {
    const { client } = await scriptedServer(answer);
    const error = await failure(client().execute(CountClaims));
    expect(error).toMatchObject({
      kind: 'badInput',
      message: 'Both.',
      code: 'BAD_USER_INPUT',
      path: ['a', 0],
      requestId: 'r-1',
    });
    expect(error).toMatchObject({
      issues: [{ path: ['input'], message: 'Fix it.' }],
      extensions: { cost: 3 },
      data: { claims: null },
    });
  });

  test('the name of its operation, also if there is no response', async () => {
    const { client } = await scriptedServer(hangUp);
    const quick = client({ retry: { attempts: 1 } });
    expect((await failure(quick.execute(CountClaims))).operation).toBe('CountClaims');
    const signal = AbortSignal.abort();
    expect((await failure(quick.execute(CountClaims, {}, { signal }))).operation).toBe(
      'CountClaims',
    );
    expect((await failure(quick.execute({ ...CountClaims, name: '' }))).operation).toBe(undefined);
  });

  test('the time to wait, from seconds or from a date by the clock of the server', async () => {
    const seconds = await scriptedServer(respond('', 429, { 'retry-after': '120' }));
    expect(await failure(seconds.client().execute(CountClaims))).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 120_000,
    });
    const date = 'Wed, 01 Jan 2020 00:00:00 GMT';
    const dates = await scriptedServer(
      respond('', 503, { date, 'retry-after': 'Wed, 01 Jan 2020 00:01:00 GMT' }),
    );
    expect(await failure(dates.client().execute(CountClaims))).toMatchObject({
      kind: 'unavailable',
      retryAfterMs: 60_000,
    });
    const neither = await scriptedServer(respond('', 503, { 'retry-after': 'soon' }));
    const error = await failure(neither.client({ retry: { attempts: 1 } }).execute(CountClaims));
    expect(error.retryAfterMs).toBeUndefined();
  });

  test('in `result` the same content, with all errors and facts about the call', async () => {
    const { client } = await scriptedServer(answer);
    const { data, errors: failures, meta } = await client().result(CountClaims);
    expect(data).toEqual({ claims: null });
    expect(failures?.map(({ kind, message }) => [kind, message])).toEqual([
      ['badInput', 'Both.'],
      ['notFound', 'Other.'],
    ]);
    expect(meta).toMatchObject({ attempts: 1, status: 200, requestId: 'r-1' });
    expect(failures?.map(({ others }) => others)).toEqual([[failures?.[1]], []]);
    expect(failures?.map(({ operation }) => operation)).toEqual(['CountClaims', 'CountClaims']);
  });
});

describe('result never throws', () => {
  test('when the server does not answer', async () => {
    const { client } = await scriptedServer(hangUp);
    const { data, errors, meta } = await client({ retry: { attempts: 1 } }).result(CountClaims);
    expect([data, errors?.[0].kind, meta.attempts, meta.status]).toEqual([
      null,
      'network',
      1,
      undefined,
    ]);
  });

  test('when the headers function fails: that is `auth`, and nothing is sent', async () => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    const cause = new Error('signed out');
    const { errors } = await client({ headers: () => Promise.reject(cause) }).result(CountClaims);
    expect(errors?.[0]).toMatchObject({
      kind: 'auth',
      cause,
      message: expect.stringContaining('signed out'),
    });
    expect(requests).toHaveLength(0);
  });

  test('when the variables are not JSON', async () => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    const filter = { text: 1n as never };
    expect((await client().result(CountClaims, { filter })).errors?.[0].kind).toBe('badInput');
    expect(requests).toHaveLength(0);
  });

  test('when the call succeeds: data, no errors, and facts about the call', async () => {
    const body = `${goodBody.slice(0, -1)},"extensions":{"cost":3}}`;
    const { client } = await scriptedServer(respond(body, 200, { 'x-request-id': 'r-2' }));
    const { data, errors, meta } = await client().result(CountClaims);
    expect([data, errors]).toEqual([{ claims: { totalCount: 1 } }, undefined]);
    const { headers, ms, ...facts } = meta;
    expect(facts).toEqual({
      attempts: 1,
      status: 200,
      requestId: 'r-2',
      extensions: { cost: 3 },
    });
    expect([headers?.get('x-request-id'), typeof ms]).toEqual(['r-2', 'number']);
  });
});

test(
  'a request has the operation, its name and variables, fresh headers, and the ' + 'key',
  async () => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    let tokens = 0;
    const signed = client({ headers: async () => ({ Authorization: `Bearer ${++tokens}` }) });
    await signed.execute(CountClaims);
    await signed.execute(CountClaims, { filter: { kind: ['CLASH'] } }, { idempotencyKey: 'k1' });
    const { text } = CountClaims;
    expect(requests.map(({ body }) => body)).toEqual([
      { operationName: 'CountClaims', query: text, variables: {} },
      { operationName: 'CountClaims', query: text, variables: { filter: { kind: ['CLASH'] } } },
    ]);
    expect(requests[1]).toMatchObject({
      method: 'POST',
      headers: {
        authorization: 'Bearer 2',
        'idempotency-key': 'k1',
        'content-type': 'application/json',
      },
    });
  },
);

test('further options of fetch come from the client and from the call', async () => {
  const inits: object[] = [];
  const client = createClient({
    url: 'http://localhost/graphql',
    init: { credentials: 'include', cache: 'no-store', redirect: 'follow' },
    fetch: async (_, init) => {
      inits.push(init);
      return { status: 200, headers: new Headers(), text: async () => goodBody };
    },
  });
  await client.execute(CountClaims, {}, { init: { cache: 'default', next: { revalidate: 60 } } });
  expect(inits).toMatchObject([
    {
      method: 'POST',
      credentials: 'include',
      cache: 'default',
      next: { revalidate: 60 },
      redirect: 'manual',
    },
  ]);
});
