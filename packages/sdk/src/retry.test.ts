import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims, UnlinkClaims } from './generated/operations.ts';
import {
  closeServers,
  errorBody,
  failure,
  goodBody,
  hangUp,
  respond,
  scriptedServer,
} from './scripted-server.testing.ts';

afterEach(closeServers);

const fine = respond(goodBody);
const busy = respond('', 503);
const lostAnswer = (outcome: 'COMMITTED' | 'UNKNOWN') =>
  JSON.stringify({
    data: null,
    errors: [{ message: 'm', extensions: { code: 'UNAVAILABLE', outcome } }],
  });
const committed = respond(lostAnswer('COMMITTED'));
const variables = { id: 'lnk_1', rationale: 'Because.' } as const;

describe('a query is retried', () => {
  test.each([
    ['a broken connection', hangUp],
    ['502', respond('', 502)],
    ['503', busy],
    ['504', respond('', 504)],
    ['429', respond('', 429)],
    ['UNAVAILABLE', respond(errorBody('UNAVAILABLE'))],
    ['RATE_LIMITED', respond(errorBody('RATE_LIMITED'))],
  ])('after %s', async (_, way) => {
    const { client, requests } = await scriptedServer(way, fine);
    const { data, meta } = await client().result(CountClaims);
    expect([data?.claims.totalCount, meta.attempts, requests.length]).toEqual([1, 2, 2]);
  });

  test('up to three attempts, with growing waits', async () => {
    const { client, requests } = await scriptedServer(busy);
    expect((await failure(client().execute(CountClaims))).kind).toBe('unavailable');
    expect(requests).toHaveLength(3);
    const [first, second, third] = requests.map(({ at }) => at);
    expect(second! - first!).toBeGreaterThan(350);
    expect(third! - second!).toBeGreaterThan(750);
  });

  test('not before the time that a 429 names', async () => {
    const { client, requests } = await scriptedServer(
      respond('', 429, { 'retry-after': '1' }),
      fine,
    );
    await client().execute(CountClaims);
    expect(requests).toHaveLength(2);
    expect(requests[1]!.at - requests[0]!.at).toBeGreaterThan(990);
  });

  test('not if the server asks for a longer wait than is allowed, or than is left', async () => {
    const longWait = respond('', 429, { 'retry-after': '21' });
    const patient = await scriptedServer(longWait, fine);
    expect(await failure(patient.client({ timeoutMs: 60_000 }).execute(CountClaims))).toMatchObject(
      { retryAfterMs: 21_000 },
    );
    const hurried = await scriptedServer(respond('', 429, { 'retry-after': '2' }), fine);
    expect((await failure(hurried.client({ timeoutMs: 1_500 }).execute(CountClaims))).kind).toBe(
      'rateLimited',
    );
    expect([patient.requests.length, hurried.requests.length]).toEqual([1, 1]);
  });

  test('and the result describes the last attempt', async () => {
    const { client } = await scriptedServer(busy, hangUp);
    const { errors, meta } = await client({ retry: { attempts: 2 } }).result(CountClaims);
    expect([errors?.[0].kind, meta.attempts, meta.status]).toEqual(['network', 2, undefined]);
  });

  test('as often as the options say', async () => {
    const never = await scriptedServer(busy, fine);
    await failure(never.client({ retry: { attempts: 1 } }).execute(CountClaims));
    const unknown = await scriptedServer(busy, fine);
    await failure(unknown.client({ retry: { attempts: Number.NaN } }).execute(CountClaims));
    expect([never.requests.length, unknown.requests.length]).toEqual([1, 1]);
  });

  test('after at most the longest wait of the options', async () => {
    const { client, requests } = await scriptedServer(busy);
    await failure(
      client({ retry: { attempts: 6, maxMs: 1 }, timeoutMs: 5_000 }).execute(CountClaims),
    );
    expect(requests).toHaveLength(6);
  });

  test.each([
    ['a wrong input', respond(errorBody('BAD_USER_INPUT'), 400)],
    ['INTERNAL', respond(errorBody('INTERNAL'), 500)],
    ['an error page', respond('<h1>Oops</h1>', 500)],
    ['incomplete JSON', respond('{"da')],
    ['a redirect', respond('', 302)],
  ])('but not after %s', async (_, way) => {
    const { client, requests } = await scriptedServer(way, fine);
    await failure(client().execute(CountClaims));
    expect(requests).toHaveLength(1);
  });
});

describe('a mutation', () => {
  test.each([
    ['a broken connection', hangUp],
    ['503', busy],
    ['429', respond('', 429, { 'retry-after': '0' })],
  ])('is sent once without an idempotency key, even after %s', async (_, way) => {
    const { client, requests } = await scriptedServer(way);
    await failure(client().execute(UnlinkClaims, variables));
    expect(requests).toHaveLength(1);
  });

  test('is sent up to three times with the same idempotency key', async () => {
    const { client, requests } = await scriptedServer(hangUp);
    expect(
      (await failure(client().execute(UnlinkClaims, variables, { idempotencyKey: 'k' }))).kind,
    ).toBe('network');
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k', 'k', 'k']);
  });

  test.each([
    ['a broken connection', hangUp, 'UNKNOWN'],
    ['an error page of a proxy', respond('<h1>Bad gateway</h1>', 502), 'UNKNOWN'],
    ['a lost answer to a commit', respond(lostAnswer('UNKNOWN')), 'UNKNOWN'],
    ['a commit whose answer could not be read', committed, 'UNKNOWN'],
    ['an error of a proxy', respond(errorBody('GATEWAY_TIMEOUT'), 504), 'UNKNOWN'],
    ['a code that is not a text', respond('{"errors":[{"extensions":{"code":504}}]}'), 'UNKNOWN'],
    ['a refusal', respond(errorBody('BAD_USER_INPUT'), 400), undefined],
    ['a failure of the server', respond(errorBody('INTERNAL'), 500), undefined],
    ['a refusal by a busy server', respond(errorBody('UNAVAILABLE'), 503), undefined],
  ])('says whether it may have been carried out: after %s', async (_, way, outcome) => {
    const { client } = await scriptedServer(way);
    expect((await failure(client().execute(UnlinkClaims, variables))).outcome).toBe(outcome);
  });

  test('may have been carried out by an attempt before the last one', async () => {
    const { client } = await scriptedServer(hangUp, respond(errorBody('CONFLICT'), 409));
    const error = await failure(client().execute(UnlinkClaims, variables, { idempotencyKey: 'k' }));
    expect([error.kind, error.outcome]).toEqual(['conflict', 'UNKNOWN']);
  });

  test('has an outcome, and a query has none', async () => {
    const { client } = await scriptedServer(hangUp);
    expect((await failure(client().execute(CountClaims))).outcome).toBeUndefined();
  });
});
