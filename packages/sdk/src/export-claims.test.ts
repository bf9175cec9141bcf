import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { exportClaims } from './files.ts';
import { type Client, type ClientOptions, createClient, type SdkError } from './index.ts';
import { failure } from './scripted-server.testing.ts';
import { mockClient } from './testing.ts';

let api: Api;
let client: Client;
beforeAll(async () => {
  api = await startApi('sample');
  client = createClient({ url: api.url });
});
afterAll(() => api.stop());

/** A server that answers each request with the next listener, the last one for all others. */
const servers: Server[] = [];
async function scripted(...listeners: RequestListener[]) {
  const requests: { url: string | undefined; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    const listener = listeners[Math.min(requests.length, listeners.length - 1)]!;
    requests.push({ url: request.url, headers: request.headers });
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/graphql`;
  return {
    requests,
    client: (options: Partial<ClientOptions> = {}) => createClient({ url, ...options }),
  };
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const head = '{"type":"FeatureCollection","features":[\n';
const begin: RequestListener = (_, response) =>
  void response
    .writeHead(200, { 'content-type': 'application/geo+json' })
    .write(`${head}{"type":"Feature","id":"clm_1"},\n`);

describe('an export', () => {
  test.each(['csv', 'geojson', 'jsonl', 'claimreview'] as const)(
    'streams the bytes that the server sends: %s',
    async (format) => {
      const stream = await exportClaims(client, format, { kind: ['LOOTING'] });
      const filter = encodeURIComponent('{"kind":["LOOTING"]}');
      const answer = await fetch(new URL(`/export/${format}?filter=${filter}`, api.url));
      expect(stream.contentType).toBe(answer.headers.get('content-type'));
      expect(await textOf(stream)).toBe(await answer.text());
    },
  );

  test('gives its rows one by one', async () => {
    const features = await collect((await exportClaims(client, 'geojson')).rows());
    expect(features).toHaveLength(26);
    expect(features.every(({ type, id }) => type === 'Feature' && id.startsWith('clm_'))).toBe(
      true,
    );
    const reviews = await collect((await exportClaims(client, 'claimreview')).rows());
    expect(reviews.map((review) => review['@type'])).toEqual(Array(26).fill('ClaimReview'));
    const records = await collect((await exportClaims(client, 'jsonl')).rows());
    expect(records.filter(({ type }) => type === 'Claim')).toHaveLength(26);
    const none = await exportClaims(client, 'geojson', { kind: ['CHEMICAL_ATTACK'] });
    expect(await collect(none.rows())).toEqual([]);
  });

  test('has no rows in csv, and says so to a program without types', async () => {
    const csv = (await exportClaims(client, 'csv')) as unknown as { rows(): AsyncGenerator };
    await expect(csv.rows().next()).rejects.toMatchObject({ kind: 'badInput' });
  });

  test('takes the options of its format', async () => {
    const csv = new Uint8Array(
      await new Response(await exportClaims(client, 'csv', {}, { bom: true })).arrayBuffer(),
    );
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const flat = await exportClaims(client, 'geojson', { kind: ['LOOTING'] }, { flat: true });
    const [feature] = await collect(flat.rows());
    expect(Object.values(feature!.properties).filter((value) => Object(value) === value)).toEqual(
      [],
    );
  });

  test('has the headers, the options and the events of its client', async () => {
    const { client: make, requests } = await scripted((_, response) => response.end('id\r\n'));
    const events: string[] = [];
    const stream = await exportClaims(
      make({
        headers: async () => ({ authorization: 'Bearer 1', 'x-desk': 'a' }),
        onEvent: ({ type, operation }) => void events.push(`${operation.name} ${type}`),
      }),
      'csv',
      undefined,
      { headers: { 'X-Desk': 'b' } },
    );
    expect(await textOf(stream)).toBe('id\r\n');
    expect(requests).toMatchObject([
      { url: '/api/export/csv', headers: { authorization: 'Bearer 1', 'x-desk': 'b' } },
    ]);
    expect(requests[0]!.headers['content-type']).toBeUndefined();
    expect(events).toEqual(['exportClaims request', 'exportClaims response', 'exportClaims end']);
  });
});

describe('an export that fails', () => {
  test('has the error of the server, with its code and issues', async () => {
    const error = await failure(exportClaims(client, 'csv', { first: 3 } as never));
    expect(error).toMatchObject({
      kind: 'badInput',
      code: 'BAD_USER_INPUT',
      operation: 'exportClaims',
      status: 400,
      issues: [{ path: ['filter'] }],
    });
    expect(await failure(exportClaims(client, 'pdf' as never))).toMatchObject({
      kind: 'notFound',
      code: 'NOT_FOUND',
    });
    expect(await failure(exportClaims(mockClient(), 'csv'))).toMatchObject({ kind: 'badInput' });
  });

  test('is tried again while the server is busy', async () => {
    const busy: RequestListener = (_, response) =>
      response
        .writeHead(503, { 'retry-after': '0' })
        .end('{"errors":[{"message":"Busy.","extensions":{"code":"UNAVAILABLE"}}]}');
    const { client: make, requests } = await scripted(busy, (_, response) => response.end('id'));
    expect(await textOf(await exportClaims(make(), 'csv'))).toBe('id');
    expect(requests).toHaveLength(2);
  });

  test.each<[string, RequestListener, Partial<SdkError>]>([
    ['a connection that breaks', (_, { socket }) => socket!.destroy(), { kind: 'network' }],
    ['a page in its place', (_, r) => r.writeHead(404).end('<html>'), { kind: 'http' }],
    ['a redirect', (_, r) => r.writeHead(302, { location: '/' }).end(), { kind: 'http' }],
    ['no answer in time', () => undefined, { kind: 'timeout' }],
  ])('before it starts says so: %s', async (_, listener, error) => {
    const { client: make } = await scripted(listener);
    const call = exportClaims(make({ retry: { attempts: 1 } }), 'csv', {}, { timeoutMs: 200 });
    expect(await failure(call)).toMatchObject(error);
  });

  test.each<[string, (response: Parameters<RequestListener>[1]) => void, SdkError['kind']]>([
    ['a connection that breaks', ({ socket }) => socket!.destroy(), 'network'],
    ['an end that is missing', (response) => response.end(), 'network'],
    ['a part that does not come', () => undefined, 'timeout'],
  ])('after it started keeps what was read: %s', async (_, then, kind) => {
    const { client: make } = await scripted((request, response) => {
      begin(request, response);
      setTimeout(then, 50, response);
    });
    const stream = await exportClaims(make(), 'geojson', {}, { timeoutMs: 300 });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { id } of stream.rows()) seen.push(id);
    })();
    expect(await failure(reading)).toMatchObject({ kind });
    expect(seen).toEqual(['clm_1']);
  });
});

describe('an export ends early', () => {
  const closed = async () => {
    let isClosed!: () => void;
    const closing = new Promise<void>((done) => {
      isClosed = done;
    });
    const server = await scripted((request, response) => {
      response.once('close', isClosed);
      begin(request, response);
    });
    return { ...server, closing };
  };

  test('when its signal aborts, although further rows have arrived', async () => {
    const controller = new AbortController();
    const rows = (await exportClaims(client, 'jsonl', {}, { signal: controller.signal })).rows();
    await rows.next();
    controller.abort('enough');
    expect(await failure(rows.next())).toMatchObject({
      kind: 'aborted',
      operation: 'exportClaims',
      cause: 'enough',
    });
  });

  test('when its signal aborts, before it starts or later', async () => {
    const { client: make, closing } = await closed();
    expect(
      await failure(exportClaims(make(), 'csv', {}, { signal: AbortSignal.abort() })),
    ).toMatchObject({ kind: 'aborted' });
    const controller = new AbortController();
    const stream = await exportClaims(make(), 'geojson', {}, { signal: controller.signal });
    const rows = stream.rows();
    expect((await rows.next()).value).toMatchObject({ id: 'clm_1' });
    setTimeout(() => controller.abort(), 20);
    expect(await failure(rows.next())).toMatchObject({ kind: 'aborted' });
    await closing;
  });

  test('when the loop over its rows is left', async () => {
    const { client: make, closing } = await closed();
    for await (const { id } of (await exportClaims(make(), 'geojson')).rows())
      if (id === 'clm_1') break;
    await closing;
  });

  test('when the stream is cancelled', async () => {
    const { client: make, closing } = await closed();
    await (await exportClaims(make(), 'geojson')).cancel();
    await closing;
  });
});
