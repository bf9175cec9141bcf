import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { type AnyFetch, fetchWithGet } from './fetch-with-get.ts';
import { exportClaims } from './files.ts';
import { Claims, CreateSource } from './generated/operations.ts';
import { createClient } from './index.ts';
import { closeServers, respond, scriptedServer } from './scripted-server.testing.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());
afterEach(closeServers);

/** A client that sends queries with GET, and the requests that it sent, each with its answer. */
function getClient(url = api.url) {
  const sent: [method: string, address: URL, status: number, etag: string | null][] = [];
  const recordingFetch: AnyFetch = async (address, init) => {
    const answer = await fetch(address, init);
    sent.push([init.method, new URL(address), answer.status, answer.headers.get('etag')]);
    return answer;
  };
  const client = createClient({ url, persisted: 'apq', fetch: fetchWithGet(recordingFetch) });
  return { client, sent, methods: () => sent.map(([method]) => method) };
}

describe('a client that fetches with GET', () => {
  test('sends the text of a query once, and asks by its hash from then on', async () => {
    const { client, sent, methods } = getClient();
    const filter = { text: 'six thousand & "more"? #1' };
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await client.execute(Claims, { filter, first: 3 }));
    expect(methods()).toEqual(['GET', 'POST', 'GET', 'GET']);
    expect(answers[1]).toEqual(await createClient({ url: api.url }).execute(Claims, { filter }));
    expect(answers[2]).toEqual(answers[1]);
    const [, address, status, etag] = sent.at(-1)!;
    expect([status, etag]).toEqual([200, sent[2]![3]]);
    expect(etag).not.toBeNull();
    expect(JSON.parse(address.searchParams.get('variables')!)).toEqual({ filter, first: 3 });
    expect(address.searchParams.has('query')).toBe(false);
  });

  test('carries a mutation out once, with POST', async () => {
    const { client, methods } = getClient();
    const write = (text: string, idempotencyKey?: string) =>
      client.execute(
        CreateSource,
        { input: { kind: 'PERSON', names: [{ text, kind: 'PRIMARY' }] } },
        { idempotencyKey },
      );
    await write('Posted with a key', 'get-1');
    expect(new Set(methods())).toEqual(new Set(['POST']));
    // Now the server knows the hash, and refuses it with GET.
    await write('Posted without a key');
    await write('Posted again');
    expect(methods().slice(-3)).toEqual(['GET', 'POST', 'POST']);
    for (const text of ['Posted with a key', 'Posted without a key', 'Posted again']) {
      const { sources } = await api.data(`{ sources(filter: { text: "${text}" }) { totalCount } }`);
      expect(sources.totalCount).toBe(1);
    }
  });

  test('sends long variables with POST', async () => {
    const { client, methods } = getClient();
    await client.execute(Claims, { filter: { text: 'a' } });
    await client.result(Claims, { filter: { text: 'b'.repeat(4_000) } });
    expect(methods().at(-1)).toBe('POST');
  });

  test('adds to the parameters that the address has', async () => {
    const { url, requests } = await scriptedServer(respond('{"data":{}}'));
    const { client, sent } = getClient(`${url}?tenant=a`);
    await client.execute(Claims);
    expect(requests[0]).toMatchObject({ method: 'GET', body: {} });
    expect(requests[0]!.headers['content-type']).toBeUndefined();
    expect([...sent[0]![1].searchParams.keys()]).toEqual([
      'tenant',
      'operationName',
      'variables',
      'extensions',
    ]);
  });

  test('exports as every other client', async () => {
    const { client } = getClient();
    const stream = await exportClaims(client, 'geojson', { kind: ['LOOTING'] });
    const rows = [];
    for await (const row of stream.rows()) rows.push(row);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('sends texts with POST if it may not send hashes', async () => {
    const { url, requests } = await scriptedServer(respond('{"data":{}}'));
    await createClient({ url, fetch: fetchWithGet() }).execute(Claims);
    expect(requests).toMatchObject([{ method: 'POST', body: { query: Claims.text } }]);
  });
});
