import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import { type ClientOptions, createClient, SdkError } from './index.ts';

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<unknown>((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

/** A client of a server that answers as told. */
const clientOf = async (answer: RequestListener, options: Partial<ClientOptions> = {}) => {
  server = createServer(answer);
  await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
  return createClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, ...options });
};

const says =
  (body: string, status = 200, type = 'application/json'): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

const failure = async (call: Promise<unknown>): Promise<SdkError> => {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(SdkError);
  return error as SdkError;
};

const good = '{"data":{"claims":{"totalCount":1}}}';
const coded = (code: string, data = 'null') => `{"errors":[{"message":"No.","extensions":{"code":"${code}"}}],"data":${data}}`;

describe('what comes back is told apart', () => {
  test.each([
    ['a web page', says('<h1>Hello</h1>', 200, 'text/html'), 'protocol', 200],
    ['half a JSON text', says(good.slice(0, 20)), 'protocol', 200],
    ['JSON that is no answer', says('[]'), 'protocol', 200],
    ['JSON null', says('null'), 'protocol', 200],
    ['an answer without data', says('{"data":null}'), 'protocol', 200],
    ['an empty answer', says(''), 'protocol', 200],
    ['an error page', says('<h1>Oops</h1>', 500, 'text/html'), 'http', 500],
    ['an address where nothing is', says('{"message":"Route not found"}', 404), 'http', 404],
    ['a gateway without a server', says('<h1>Bad Gateway</h1>', 502, 'text/html'), 'unavailable', 502],
    ['a gateway that counts', says('slow down', 429, 'text/plain'), 'rateLimited', 429],
    ['a gateway that guards', says('who are you?', 401, 'text/plain'), 'auth', 401],
    ['UNAUTHENTICATED', says(coded('UNAUTHENTICATED'), 401), 'auth', 401],
    ['FORBIDDEN', says(coded('FORBIDDEN')), 'auth', 200],
    ['NOT_FOUND', says(coded('NOT_FOUND')), 'notFound', 200],
    ['RATE_LIMITED', says(coded('RATE_LIMITED'), 429), 'rateLimited', 429],
    ['QUERY_TOO_COMPLEX', says(coded('QUERY_TOO_COMPLEX'), 400), 'tooComplex', 400],
    ['UNAVAILABLE', says(coded('UNAVAILABLE')), 'unavailable', 200],
    ['INTERNAL', says(coded('INTERNAL'), 500), 'graphql', 500],
    ['a code of tomorrow', says(coded('TOMORROW')), 'graphql', 200],
    ['an error without a code', says('{"errors":[{"message":"No."}]}'), 'graphql', 200],
  ])('%s', async (_, answer, kind, status) => {
    const client = await clientOf(answer);
    expect(await failure(client.execute(CountClaims))).toMatchObject({ kind, status });
  });

  test('partial data comes with the error', async () => {
    const client = await clientOf(says(coded('INTERNAL', '{"claims":null}')));
    expect(await failure(client.execute(CountClaims))).toMatchObject({ kind: 'graphql', code: 'INTERNAL', data: { claims: null } });
  });
});

describe('no answer', () => {
  test('from nobody is network, and says where and why', async () => {
    const client = await clientOf(says(good));
    const { port } = server!.address() as AddressInfo;
    await new Promise((closed) => server!.close(closed));
    const error = await failure(client.execute(CountClaims));
    expect(error).toMatchObject({ kind: 'network', status: undefined });
    expect(error.message).toContain(`127.0.0.1:${port}`);
    expect(error.message).toContain('ECONNREFUSED');
  });

  test('from a connection that breaks off is network', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
      response.write('{"data":', () => response.destroy());
    });
    expect((await failure(client.execute(CountClaims))).kind).toBe('network');
  });

  test('from a server that stays silent is timeout', async () => {
    const client = await clientOf(() => {}, { timeoutMs: 50 });
    expect((await failure(client.execute(CountClaims))).kind).toBe('timeout');
  });

  test('from a body that stalls is timeout', async () => {
    const client = await clientOf((_, response) => response.writeHead(200).write('{"data":'), { timeoutMs: 50 });
    expect((await failure(client.execute(CountClaims))).kind).toBe('timeout');
  });

  test('from a fetch that pays no heed to its signal is timeout', async () => {
    const client = createClient({ url: 'http://localhost/graphql', fetch: () => new Promise(() => {}), timeoutMs: 50 });
    expect((await failure(client.execute(CountClaims))).kind).toBe('timeout');
  });

  test('from a header function that never ends is timeout', async () => {
    const client = await clientOf(says(good), { headers: () => new Promise(() => {}), timeoutMs: 50 });
    expect((await failure(client.execute(CountClaims))).kind).toBe('timeout');
  });

  test('is waited for without end when asked to', async () => {
    const client = await clientOf(says(good), { timeoutMs: Number.POSITIVE_INFINITY });
    expect(await client.execute(CountClaims)).toEqual({ claims: { totalCount: 1 } });
  });
});

describe('a signal', () => {
  test('that is aborted already sends nothing and asks for no header', async () => {
    const fetch = jest.fn<NonNullable<ClientOptions['fetch']>>();
    const headers = jest.fn(() => ({}));
    const client = createClient({ url: 'http://localhost/graphql', fetch, headers });
    const error = await failure(client.execute(CountClaims, {}, { signal: AbortSignal.abort('enough') }));
    expect(error).toMatchObject({ kind: 'aborted', cause: 'enough' });
    expect(fetch).not.toHaveBeenCalled();
    expect(headers).not.toHaveBeenCalled();
  });

  test('ends a call that is under way, and its request', async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const client = await clientOf((request) => {
      closed = once(request.socket, 'close');
      controller.abort();
    });
    expect((await failure(client.execute(CountClaims, {}, { signal: controller.signal }))).kind).toBe('aborted');
    await closed;
  });
});

describe('a request', () => {
  const asked = async (request: IncomingMessage) => JSON.parse((await request.toArray()).join(''));

  test('carries the operation, its name and variables, headers and key', async () => {
    let seen: Record<string, unknown> = {};
    let tokens = 0;
    const client = await clientOf(
      async (request, response) => {
        seen = { method: request.method, headers: request.headers, body: await asked(request) };
        response.end(good);
      },
      { headers: async () => ({ authorization: `Bearer ${++tokens}` }) },
    );
    await client.execute(CountClaims);
    await client.execute(CountClaims, { filter: { kind: ['CLASH'] } }, { idempotencyKey: 'k1' });
    expect(seen).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer 2', 'idempotency-key': 'k1', 'content-type': 'application/json' },
      body: { operationName: 'CountClaims', query: CountClaims.text, variables: { filter: { kind: ['CLASH'] } } },
    });
  });

  test('with a key that no header can carry is not sent', async () => {
    const fetch = jest.fn<NonNullable<ClientOptions['fetch']>>();
    const client = createClient({ url: 'http://localhost/graphql', fetch });
    expect((await failure(client.execute(CountClaims, {}, { idempotencyKey: 'clé' }))).kind).toBe('badInput');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is not sent when the headers cannot be had; their own error comes through', async () => {
    const lost = new Error('signed out');
    const client = createClient({
      url: 'http://localhost/graphql',
      headers: () => {
        throw lost;
      },
    });
    await expect(client.execute(CountClaims)).rejects.toBe(lost);
  });
});
