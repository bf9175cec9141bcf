import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

const page = 'https://page.example';
const query = { query: '{ __typename }' };
const corsHeaders = ['access-control-allow-origin', 'access-control-allow-methods', 'vary'];

let api: Api;
let closedApi: Api;

beforeAll(async () => {
  [api, closedApi] = await Promise.all([startApi('sample', { origins: [page] }), startApi()]);
});
afterAll(() => Promise.all([api.stop(), closedApi.stop()]));

const ask = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(query),
  });
const preflight = (url: string, origin: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });

describe('a page of another origin', () => {
  test('may send requests and read answers if its origin is in the settings', async () => {
    const { status, headers } = await preflight(api.url, page);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(page);
    expect(headers.get('access-control-allow-headers')).toMatch(/Idempotency-Key/);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    // The first answer comes through Apollo, the others by the fast path.
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await ask(api.url, { origin: page });
      expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(page);
      expect(answer.headers.get('access-control-expose-headers')).toMatch(/Retry-After/);
      expect(answer.headers.get('vary')).toMatch(/Origin/);
    }
  });

  test('may read refusals', async () => {
    const answer = await ask(api.url, { origin: page, 'content-type': 'text/csv' });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('access-control-allow-origin')).toBe(page);
  });

  test.each(['https://other.example', 'http://page.example', `${page}.evil.example`, 'null'])(
    'gets no permission as %s',
    async (origin) => {
      for (const url of [api.url, closedApi.url]) {
        const answers = [await preflight(url, origin), await ask(url, { origin })];
        for (const { headers } of answers)
          expect(headers.get('access-control-allow-origin')).toBeNull();
      }
    },
  );
});

test('without origins in the settings, no answer has a header of CORS', async () => {
  const answers = [
    await preflight(closedApi.url, page),
    await ask(closedApi.url, { origin: page }),
  ];
  for (const { headers } of answers)
    expect(corsHeaders.filter((name) => headers.has(name) && name !== 'vary')).toEqual([]);
});

test('OPTIONS names the methods of a route', async () => {
  const allowedAt = async (path: string) => {
    const { status, headers } = await fetch(new URL(path, api.url), { method: 'OPTIONS' });
    return [status, headers.get('allow')];
  };
  expect(await allowedAt('/graphql')).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  expect(await allowedAt('/import/csv')).toEqual([204, 'OPTIONS, POST']);
  expect(await allowedAt('/nothing')).toEqual([404, null]);
});

describe('the id of a request', () => {
  const idOf = async (headers?: Record<string, string>) =>
    (await ask(api.url, headers)).headers.get('x-request-id');

  test('is new for each request', async () => {
    const ids = [await idOf(), await idOf(), await idOf()];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  test('is the client’s own, if it sends a short one', async () => {
    expect(await idOf({ 'x-request-id': 'desk-7:1' })).toBe('desk-7:1');
    for (const id of ['a b', 'x'.repeat(101), '<script>'])
      expect(await idOf({ 'x-request-id': id })).toMatch(/^[\da-f-]{36}$/);
  });

  test('is in refusals and answers of other routes', async () => {
    for (const path of ['/ready', '/metrics', '/nothing', '/export/csv'])
      expect((await fetch(new URL(path, api.url))).headers.has('x-request-id')).toBe(true);
  });
});
