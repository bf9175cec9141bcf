import { once } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import { type ClientOptions, createClient } from './index.ts';
import {
  closeServers,
  failure,
  goodBody,
  respond,
  scriptedServer,
} from './scripted-server.testing.ts';

afterEach(closeServers);

const noFetch = () => jest.fn<NonNullable<ClientOptions['fetch']>>(() => new Promise(() => {}));
const stalls = (_: unknown, response: import('node:http').ServerResponse) =>
  void response.writeHead(200).write('{"data":');

describe('a call ends in time', () => {
  test.each([
    ['with a server that does not answer', () => {}],
    ['with a body that stalls', stalls],
    [
      'with a server that is always busy, all attempts included',
      respond('', 503, { 'retry-after': '0' }),
    ],
  ])('%s', async (_, way) => {
    const { client } = await scriptedServer(way as never);
    const error = await failure(
      client({ timeoutMs: 50, retry: { attempts: 1_000 } }).execute(CountClaims),
    );
    expect(['timeout', 'unavailable']).toContain(error.kind);
  });

  test('with a fetch that ignores its signal, and headers that never resolve', async () => {
    const unresponsive = createClient({
      url: 'http://localhost/graphql',
      fetch: noFetch(),
      timeoutMs: 50,
    });
    expect((await failure(unresponsive.execute(CountClaims))).kind).toBe('timeout');
    const { client, requests } = await scriptedServer(respond(goodBody));
    const { errors } = await client({ headers: () => new Promise(() => {}), timeoutMs: 50 }).result(
      CountClaims,
    );
    expect([errors?.[0].kind, requests.length]).toEqual(['timeout', 0]);
  });

  test('unless it has no time limit', async () => {
    const { client } = await scriptedServer(respond(goodBody));
    expect(await client({ timeoutMs: Number.POSITIVE_INFINITY }).execute(CountClaims)).toEqual({
      claims: { totalCount: 1 },
    });
  });

  test('or within a time limit of its own', async () => {
    const { client } = await scriptedServer(() => {});
    const { errors } = await client().result(CountClaims, {}, { timeoutMs: 50 });
    expect(errors?.[0]).toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('50 ms'),
    });
  });
});

describe('a signal', () => {
  test('that is aborted already prevents the request and the headers function', async () => {
    const fetch = noFetch();
    const headers = jest.fn(() => ({}));
    const client = createClient({ url: 'http://localhost/graphql', fetch, headers });
    const error = await failure(
      client.execute(CountClaims, {}, { signal: AbortSignal.abort('enough') }),
    );
    expect(error).toMatchObject({ kind: 'aborted', cause: 'enough' });
    expect(fetch).not.toHaveBeenCalled();
    expect(headers).not.toHaveBeenCalled();
  });

  test('ends a running call and its request', async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const { client } = await scriptedServer((request) => {
      closed = once(request.socket, 'close');
      controller.abort();
    });
    expect(
      (await failure(client().execute(CountClaims, {}, { signal: controller.signal }))).kind,
    ).toBe('aborted');
    await closed;
  });

  test('ends a call that waits for its next attempt, which is not made', async () => {
    const controller = new AbortController();
    const { client, requests } = await scriptedServer(respond('', 503), respond(goodBody));
    const onEvent: ClientOptions['onEvent'] = ({ type }) => type === 'retry' && controller.abort();
    const error = await failure(
      client({ onEvent }).execute(CountClaims, {}, { signal: controller.signal }),
    );
    expect(error.kind).toBe('aborted');
    await new Promise((done) => setTimeout(done, 1_000));
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['answers late', async () => ({ status: 503, headers: new Headers(), text: async () => '' })],
    ['fails late', () => Promise.reject(new Error('AbortError'))],
  ])('ends a call with a fetch that ignores it and %s', async (_, answer) => {
    const controller = new AbortController();
    const events: string[] = [];
    const fetch = jest.fn(async () => {
      controller.abort();
      await new Promise((done) => setTimeout(done, 20));
      return answer();
    });
    const client = createClient({
      url: 'http://localhost/graphql',
      fetch,
      onEvent: ({ type }) => void events.push(type),
    });
    await failure(client.execute(CountClaims, {}, { signal: controller.signal }));
    await new Promise((done) => setTimeout(done, 1_000));
    expect([fetch.mock.calls.length, events]).toEqual([1, ['request', 'end']]);
  });

  test('causes no events after the end of the call', async () => {
    const controller = new AbortController();
    const events: string[] = [];
    const onEvent: ClientOptions['onEvent'] = ({ type }) => events.push(type);
    const { client } = await scriptedServer(() => controller.abort());
    await failure(client({ onEvent }).execute(CountClaims, {}, { signal: controller.signal }));
    await new Promise((done) => setTimeout(done, 50));
    expect(events).toEqual(['request', 'end']);
  });

  test('that is aborted during the headers function prevents the request', async () => {
    const controller = new AbortController();
    const fetch = noFetch();
    const events: string[] = [];
    const headers = async () => {
      controller.abort();
      return {};
    };
    const client = createClient({
      url: 'http://localhost/graphql',
      fetch,
      headers,
      onEvent: ({ type }) => events.push(type),
    });
    expect(
      (await failure(client.execute(CountClaims, {}, { signal: controller.signal }))).kind,
    ).toBe('aborted');
    await new Promise((done) => setTimeout(done, 50));
    expect([fetch.mock.calls.length, events]).toEqual([0, ['end']]);
  });
});
