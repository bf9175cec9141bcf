import { once } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import { type ClientOptions, createClient } from './index.ts';
import { closeServers, failure, good, misbehaving, says } from './misbehaving.testing.ts';

afterEach(closeServers);

const noFetch = () => jest.fn<NonNullable<ClientOptions['fetch']>>(() => new Promise(() => {}));
const stalls = (_: unknown, response: import('node:http').ServerResponse) =>
  void response.writeHead(200).write('{"data":');

describe('a call takes no longer than it may', () => {
  test.each([
    ['a server that stays silent', () => {}],
    ['a body that stalls', stalls],
    ['a server that is always busy, with all tries', says('', 503, { 'retry-after': '0' })],
  ])('%s', async (_, way) => {
    const { client } = await misbehaving(way as never);
    const error = await failure(
      client({ timeoutMs: 50, retry: { attempts: 1_000 } }).execute(CountClaims),
    );
    expect(['timeout', 'unavailable']).toContain(error.kind);
  });

  test('a fetch that pays no heed to its signal, and headers that never come', async () => {
    const deaf = createClient({ url: 'http://localhost/graphql', fetch: noFetch(), timeoutMs: 50 });
    expect((await failure(deaf.execute(CountClaims))).kind).toBe('timeout');
    const { client, asked } = await misbehaving(says(good));
    const { errors } = await client({ headers: () => new Promise(() => {}), timeoutMs: 50 }).result(
      CountClaims,
    );
    expect([errors?.[0].kind, asked.length]).toEqual(['timeout', 0]);
  });

  test('unless it may take for ever', async () => {
    const { client } = await misbehaving(says(good));
    expect(await client({ timeoutMs: Number.POSITIVE_INFINITY }).execute(CountClaims)).toEqual({
      claims: { totalCount: 1 },
    });
  });

  test('or has a time of its own', async () => {
    const { client } = await misbehaving(() => {});
    const { errors } = await client().result(CountClaims, {}, { timeoutMs: 50 });
    expect(errors?.[0]).toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('50 ms'),
    });
  });
});

describe('a signal', () => {
  test('that is aborted already sends nothing and asks for no header', async () => {
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

  test('ends a call that is under way, and its request', async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const { client } = await misbehaving((request) => {
      closed = once(request.socket, 'close');
      controller.abort();
    });
    expect(
      (await failure(client().execute(CountClaims, {}, { signal: controller.signal }))).kind,
    ).toBe('aborted');
    await closed;
  });

  test('ends a call that waits for its next try, which is then not made', async () => {
    const controller = new AbortController();
    const { client, asked } = await misbehaving(says('', 503), says(good));
    const onEvent: ClientOptions['onEvent'] = ({ type }) => type === 'retry' && controller.abort();
    const error = await failure(
      client({ onEvent }).execute(CountClaims, {}, { signal: controller.signal }),
    );
    expect(error.kind).toBe('aborted');
    await new Promise((done) => setTimeout(done, 1_000));
    expect(asked).toHaveLength(1);
  });

  test('is heard of for the last time when the call ends', async () => {
    const controller = new AbortController();
    const events: string[] = [];
    const onEvent: ClientOptions['onEvent'] = ({ type }) => events.push(type);
    const { client } = await misbehaving(() => controller.abort());
    await failure(client({ onEvent }).execute(CountClaims, {}, { signal: controller.signal }));
    await new Promise((done) => setTimeout(done, 50));
    expect(events).toEqual(['request', 'end']);
  });

  test('that is aborted while headers are fetched sends nothing', async () => {
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
