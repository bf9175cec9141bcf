import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { exportClaims } from './files.ts';
import { Claims, CreateSource } from './generated/operations.ts';
import { createClient, type Fetch } from './index.ts';
import { closeServers, respond, scriptedServer } from './scripted-server.testing.ts';
import { mockClient } from './testing.ts';
import { withGet } from './with-get.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());
afterEach(closeServers);

/** A client that sends queries with GET, and the requests that it sent, each with its answer. */
function getClient(url = api.url) {
  const sent: [method: string, address: URL, status: number, etag: string | null][] = [];
  const recordingFetch: Fetch = async (address, init) => {
    const answer = await fetch(address, init);
    sent.push([init.method, new URL(address), answer.status, answer.headers.get('etag')]);
    return answer;
  };
  const client = withGet(createClient({ url, fetch: recordingFetch }));
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

  test('sends mutations with POST only, so no address has what they write', async () => {
    const { client, sent } = getClient();
    for (const text of ['Posted once', 'Posted twice', 'Posted with a key'])
      await client.execute(
        CreateSource,
        { input: { kind: 'PERSON', names: [{ text, kind: 'PRIMARY' }] } },
        { idempotencyKey: text.includes('key') ? 'get-1' : undefined },
      );
    for (const [method, { search }] of sent) expect([method, search]).toEqual(['POST', '']);
    const { sources } = await api.data('{ sources(filter: { text: "Posted" }) { totalCount } }');
    expect(sources.totalCount).toBe(3);
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

  test('sends texts with POST if the server knows no hashes', async () => {
    const { url, requests } = await scriptedServer(
      respond('{"errors":[{"message":"m","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}'),
      respond('{"data":{}}'),
    );
    const { client } = getClient(url);
    for (let i = 0; i < 2; i++) await client.execute(Claims);
    expect(requests.map(({ method, body }) => [method, body.query])).toEqual([
      ['GET', undefined],
      ['POST', Claims.text],
      ['POST', Claims.text],
    ]);
  });

  test('keeps its key, its options for a call and its errors', async () => {
    const { client } = getClient();
    expect(client.key).toBe(api.url);
    const { errors } = await client.result(Claims, {}, { signal: AbortSignal.abort() });
    expect(errors?.[0].kind).toBe('aborted');
    await expect(client.execute(Claims, { first: 0 })).rejects.toMatchObject({ kind: 'badInput' });
  });

  test('names no variables if the platform quotes the address', async () => {
    const quotingFetch: Fetch = async (address) => {
      throw new TypeError(`error sending request for url (${address})`);
    };
    const { result } = withGet(createClient({ url: api.url, fetch: quotingFetch }));
    const { errors } = await result(Claims, { filter: { text: 'hidden' } });
    expect(errors?.[0]).toMatchObject({ kind: 'network', cause: expect.anything() });
    expect(errors?.[0].message).toContain(`(${api.url})`);
    expect(`${errors?.[0].message} ${errors?.[0].cause}`).not.toContain('hidden');
  });

  test('may be a mock', async () => {
    const mock = mockClient()
      .on(Claims)
      .answer({ claims: { totalCount: 1 } });
    expect((await withGet(mock).execute(Claims)).claims.totalCount).toBe(1);
  });
});
