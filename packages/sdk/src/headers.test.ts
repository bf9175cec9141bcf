import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import {
  closeServers,
  failure,
  goodBody,
  hangUp,
  respond,
  scriptedServer,
} from './scripted-server.testing.ts';

afterEach(closeServers);

describe('headers', () => {
  test('replace the client’s, in any letter case', async () => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    await client({ headers: { 'Content-Type': 'application/json; charset=utf-8' } }).execute(
      CountClaims,
    );
    expect(requests[0]!.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each([
    ['an object', { 'X-Desk': 'north', 'X-Absent': undefined }],
    ['pairs', [['X-Desk', 'north'] as const, ['X-Absent', undefined] as const]],
    ['Headers', new Headers({ 'X-Desk': 'north' })],
  ])('can be %s; an undefined one is not sent', async (_, headers) => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    await client({ headers }).execute(CountClaims);
    await client({ headers: { 'x-desk': 'south' } }).execute(CountClaims, {}, { headers });
    for (const request of requests) {
      expect(request.headers).toMatchObject({ 'x-desk': 'north' });
      expect(request.headers).not.toHaveProperty('x-absent');
    }
  });
});

describe('a call has', () => {
  test('an id, which its attempts send and its errors have, even without a response', async () => {
    const { client, requests } = await scriptedServer(hangUp);
    const retry = { attempts: 2 };
    const [first, second] = [
      await failure(client({ retry }).execute(CountClaims)),
      await failure(client({ retry }).execute(CountClaims)),
    ];
    expect(first.requestId).toMatch(/^\w{5,}$/);
    expect(second.requestId).not.toBe(first.requestId);
    expect(requests.map(({ headers }) => headers['x-request-id'])).toEqual([
      first.requestId,
      first.requestId,
      second.requestId,
      second.requestId,
    ]);
    expect(JSON.parse(JSON.stringify(first)).requestId).toBe(first.requestId);
  });

  test('the id that the caller chose', async () => {
    const { client } = await scriptedServer(hangUp);
    const headers = { 'X-Request-Id': 'desk-7' };
    const { errors, meta } = await client({ retry: { attempts: 1 } }).result(
      CountClaims,
      {},
      { headers },
    );
    expect([errors?.[0].requestId, meta.requestId]).toEqual(['desk-7', 'desk-7']);
  });

  test('no id if a cache of responses would compare it', async () => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    await client({ init: { next: { revalidate: 60 } } }).execute(CountClaims);
    await client().execute(CountClaims, {}, { init: { cache: 'force-cache' } });
    for (const { headers } of requests) expect(headers).not.toHaveProperty('x-request-id');
  });
});
