import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims, UnlinkClaims } from './generated/operations.ts';
import {
  closeServers,
  coded,
  failure,
  good,
  hangsUp,
  misbehaving,
  says,
} from './misbehaving.testing.ts';

afterEach(closeServers);

const fine = says(good);
const busy = says('', 503);
const took = { id: 'lnk_1', rationale: 'Because.' } as const;

describe('a query is tried again', () => {
  test.each([
    ['a broken connection', hangsUp],
    ['502', says('', 502)],
    ['503', busy],
    ['504', says('', 504)],
    ['429', says('', 429)],
    ['UNAVAILABLE', says(coded('UNAVAILABLE'))],
    ['RATE_LIMITED', says(coded('RATE_LIMITED'))],
  ])('after %s', async (_, way) => {
    const { client, asked } = await misbehaving(way, fine);
    const { data, meta } = await client().result(CountClaims);
    expect([data?.claims.totalCount, meta.attempts, asked.length]).toEqual([1, 2, 2]);
  });

  test('three times in all, each wait longer than the least', async () => {
    const { client, asked } = await misbehaving(busy);
    expect((await failure(client().execute(CountClaims))).kind).toBe('unavailable');
    expect(asked).toHaveLength(3);
    const [first, second, third] = asked.map(({ at }) => at);
    expect(second! - first!).toBeGreaterThan(350);
    expect(third! - second!).toBeGreaterThan(750);
  });

  test('when a 429 says to, not before', async () => {
    const { client, asked } = await misbehaving(says('', 429, { 'retry-after': '1' }), fine);
    await client().execute(CountClaims);
    expect(asked).toHaveLength(2);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThan(990);
  });

  test('not when the server asks for a longer wait than is allowed, or than is left', async () => {
    const later = says('', 429, { 'retry-after': '21' });
    const patient = await misbehaving(later, fine);
    expect(await failure(patient.client({ timeoutMs: 60_000 }).execute(CountClaims))).toMatchObject(
      { retryAfterMs: 21_000 },
    );
    const hurried = await misbehaving(says('', 429, { 'retry-after': '2' }), fine);
    expect((await failure(hurried.client({ timeoutMs: 1_500 }).execute(CountClaims))).kind).toBe(
      'rateLimited',
    );
    expect([patient.asked.length, hurried.asked.length]).toEqual([1, 1]);
  });

  test('and the last try alone tells how it went', async () => {
    const { client } = await misbehaving(busy, hangsUp);
    const { errors, meta } = await client({ retry: { attempts: 2 } }).result(CountClaims);
    expect([errors?.[0].kind, meta.attempts, meta.status]).toEqual(['network', 2, undefined]);
  });

  test('as often as the client is told to', async () => {
    const never = await misbehaving(busy, fine);
    await failure(never.client({ retry: { attempts: 1 } }).execute(CountClaims));
    const briefly = await misbehaving(busy, fine);
    await failure(briefly.client({ retry: { maxMs: 10 } }).execute(CountClaims));
    expect([never.asked.length, briefly.asked.length]).toEqual([1, 1]);
  });

  test.each([
    ['a wrong input', says(coded('BAD_USER_INPUT'), 400)],
    ['INTERNAL', says(coded('INTERNAL'), 500)],
    ['an error page', says('<h1>Oops</h1>', 500)],
    ['half a JSON text', says('{"da')],
    ['a redirect', says('', 302)],
  ])('but not after %s', async (_, way) => {
    const { client, asked } = await misbehaving(way, fine);
    await failure(client().execute(CountClaims));
    expect(asked).toHaveLength(1);
  });
});

describe('a mutation', () => {
  test.each([
    ['a broken connection', hangsUp],
    ['503', busy],
    ['429', says('', 429, { 'retry-after': '0' })],
  ])('is sent once, whatever happens: %s', async (_, way) => {
    const { client, asked } = await misbehaving(way);
    await failure(client().execute(UnlinkClaims, took));
    expect(asked).toHaveLength(1);
  });

  test('is sent three times with an idempotency key, each time with the same', async () => {
    const { client, asked } = await misbehaving(hangsUp);
    expect(
      (await failure(client().execute(UnlinkClaims, took, { idempotencyKey: 'k' }))).kind,
    ).toBe('network');
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['k', 'k', 'k']);
  });
});
