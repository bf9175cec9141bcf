import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import { type ClientOptions, createClient, type Fetch, isSdkError, SdkError } from './index.ts';
import {
  closeServers,
  errorBody,
  goodBody,
  respond,
  scriptedServer,
} from './scripted-server.testing.ts';

afterEach(closeServers);

/** Runs a query, and returns its only error and the number of attempts. */
async function mistake(options: ClientOptions, ...args: unknown[]) {
  const { result } = createClient(options);
  const { errors, meta } = await (result as (...args: unknown[]) => ReturnType<typeof result>)(
    ...(args.length === 0 ? [CountClaims] : args),
  );
  expect(errors).toHaveLength(1);
  return { error: errors![0], attempts: meta.attempts };
}

describe('what can never work is tried once, as `badInput`', () => {
  test.each([
    ['an address without a host, where there is no page', '/graphql'],
    ['an address without a scheme', 'localhost:4000/graphql'],
    ['an address of another scheme', 'ftp://localhost/graphql'],
    ['an address without a host', 'http://'],
    ['no address', undefined as never],
  ])('%s: the message says to give a whole one', async (_, url) => {
    const { error, attempts } = await mistake({ url });
    expect([error, error.kind, attempts]).toEqual([expect.any(SdkError), 'badInput', 1]);
    expect(error.message).toContain('is not a complete address');
  });

  test('the password in an address is not in the message', async () => {
    const { error, attempts } = await mistake({
      url: 'http://desk:secret@localhost/graphql?token=hidden',
    });
    expect([error.kind, attempts]).toEqual(['badInput', 1]);
    expect(JSON.stringify(error) + error.stack + String(error.cause)).not.toMatch(/secret|hidden/);
  });

  test.each([
    ['a line break in its value', { authorization: 'Bearer hidden\nx' }, 'authorization'],
    ['letters that HTTP does not know', { 'x-desk': 'hidden ☃' }, 'x-desk'],
    ['a space in its name', { 'x desk': 'hidden' }, 'x desk'],
  ])('a header with %s: the message has its name only', async (_, headers, name) => {
    const { url, requests } = await scriptedServer(respond(goodBody));
    const { error, attempts } = await mistake({ url, headers });
    expect([error.kind, attempts, requests.length]).toEqual(['badInput', 1, 0]);
    expect(error.message).toContain(`"${name}"`);
    expect(JSON.stringify(error) + error.stack + String(error.cause)).not.toContain('hidden');
  });

  test('a header that fetch writes itself', async () => {
    const { url } = await scriptedServer(respond(goodBody));
    const { error, attempts } = await mistake({ url, headers: { 'keep-alive': 'timeout=5' } });
    expect([error.kind, attempts]).toEqual(['badInput', 1]);
  });

  const fetchOf = (value: unknown) => (() => value) as Fetch;
  test.each([
    ['no function', 'fetch' as never],
    ['a function that returns nothing', fetchOf(undefined)],
    ['a function that resolves to nothing', fetchOf(Promise.resolve())],
    ['a response without headers', fetchOf(Promise.resolve({ status: 200, text: async () => '' }))],
  ])('a fetch that is %s', async (_, fetch) => {
    const { error, attempts } = await mistake({ url: 'http://localhost/graphql', fetch });
    expect([error, error.kind, attempts]).toEqual([expect.any(SdkError), 'badInput', 1]);
  });

  test.each([
    ['no operation', [undefined]],
    ['a signal that is none', [CountClaims, {}, { signal: {} }]],
  ])('%s', async (_, args) => {
    const { url, requests } = await scriptedServer(respond(goodBody));
    const { error } = await mistake({ url }, ...args);
    expect([error, error.kind]).toEqual([expect.any(SdkError), 'badInput']);
    expect(requests).toHaveLength(0);
  });

  test('anything that a headers function throws is `auth`', async () => {
    for (const reason of [undefined, null, Symbol('no'), 'no', { message: 1 }]) {
      const headers = () => Promise.reject(reason);
      const { error } = await mistake({ url: 'http://localhost/graphql', headers });
      expect([error, error.kind]).toEqual([expect.any(SdkError), 'auth']);
    }
  });
});

describe('an SdkError', () => {
  class Mine extends SdkError {}

  test('is recognized by its class, and by that of another copy of the package', () => {
    const brand = Symbol.for('claimgraph.SdkError');
    class OtherCopy extends Error {}
    Object.assign(OtherCopy.prototype, { [brand]: true });
    const error: unknown = new SdkError('network', 'No.');
    expect([error, new Mine('network', 'No.'), new OtherCopy()]).toEqual([
      expect.any(SdkError),
      expect.any(SdkError),
      expect.any(SdkError),
    ]);
    for (const other of [new Error('No.'), { name: 'SdkError', kind: 'network' }, null, 'network'])
      expect([other instanceof SdkError, isSdkError(other)]).toEqual([false, false]);
    expect([isSdkError(error), isSdkError(new OtherCopy())]).toEqual([true, true]);
  });

  test('is an instance of a subclass only if it was made by that', () => {
    expect(new SdkError('network', 'No.') instanceof Mine).toBe(false);
    expect(new Mine('network', 'No.') instanceof Mine).toBe(true);
  });

  test('survives JSON with message and kind, without what may be secret', async () => {
    const { client } = await scriptedServer(
      respond(errorBody('CONFLICT', '{"claims":{"totalCount":7}}'), 200, { 'x-request-id': 'r' }),
    );
    const { errors } = await client().result(CountClaims);
    expect(JSON.parse(JSON.stringify(errors![0]))).toEqual({
      name: 'SdkError',
      message: 'No.',
      kind: 'conflict',
      code: 'CONFLICT',
      operation: 'CountClaims',
      status: 200,
      requestId: 'r',
      issues: [],
    });
    expect(JSON.stringify(new SdkError('auth', 'No.', { cause: 'token' }))).not.toContain('token');
  });
});
