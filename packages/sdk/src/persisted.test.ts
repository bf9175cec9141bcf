import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { CountClaims, CreateSource } from './generated/operations.ts';
import { graphql } from './graphql.ts';
import { type ClientEvent, createClient } from './index.ts';
import { closeServers, coded, good, misbehaving, says } from './misbehaving.testing.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());
afterEach(closeServers);

/** A client of the server, and how many requests it took. */
const counting = () => {
  const events: ClientEvent[] = [];
  const client = createClient({
    url: api.url,
    persisted: 'apq',
    onEvent: (event) => events.push(event),
  });
  return { client, requests: () => events.filter(({ type }) => type === 'request').length };
};

describe('persisted queries, by Apollo’s way', () => {
  test('are learnt by the server once, and known to it from then on, whoever asks', async () => {
    const [first, second] = [counting(), counting()];
    for (const { client } of [first, first, second])
      expect((await client.execute(CountClaims)).claims.totalCount).toBe(26);
    expect([first.requests(), second.requests()]).toEqual([3, 1]);
  });

  test('may be custom queries, and mutations, which are done once', async () => {
    const { client } = counting();
    const Mine = graphql('query Mine { claims(filter: { text: "six thousand" }) { totalCount } }');
    for (let i = 0; i < 2; i++) expect((await client.execute(Mine)).claims.totalCount).toBe(1);
    const input = { kind: 'PERSON', names: [{ text: 'Sent by hash', kind: 'PRIMARY' }] } as const;
    await client.execute(CreateSource, { input }, { idempotencyKey: 'hash-1' });
    await client.execute(CreateSource, { input }, { idempotencyKey: 'hash-1' });
    const found = await api.data('{ sources(filter: { text: "Sent by hash" }) { totalCount } }');
    expect(found.sources.totalCount).toBe(1);
  });

  test('send the hash alone first, and the text when the server does not know it', async () => {
    const unknown = says(coded('PERSISTED_QUERY_NOT_FOUND'));
    const { client, asked } = await misbehaving(unknown, says(good));
    const { meta } = await client({ persisted: 'apq' }).result(CountClaims);
    const { text, hash } = CountClaims;
    expect(
      asked.map(({ body }) => [body.query, body.extensions?.persistedQuery.sha256Hash]),
    ).toEqual([
      [undefined, hash],
      [text, hash],
    ]);
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(meta.attempts).toBe(1);
  });

  test('are left off for good where the server will have none', async () => {
    const { client, asked } = await misbehaving(
      says(coded('PERSISTED_QUERY_NOT_SUPPORTED')),
      says(good),
    );
    const asking = client({ persisted: 'apq' });
    for (let i = 0; i < 2; i++) await asking.execute(CountClaims);
    expect(asked.map(({ body }) => [body.query, body.extensions])).toEqual([
      [undefined, expect.anything()],
      [CountClaims.text, undefined],
      [CountClaims.text, undefined],
    ]);
  });

  test('are left off for a query whose hash cannot be had', async () => {
    const { client, asked } = await misbehaving(says(good));
    await client({ persisted: 'apq' }).execute({ ...CountClaims, hash: async () => undefined });
    expect(asked.map(({ body }) => [body.query, body.extensions])).toEqual([
      [CountClaims.text, undefined],
    ]);
  });

  test('end in an error, not in a circle, where a server never learns', async () => {
    const { client, asked } = await misbehaving(says(coded('PERSISTED_QUERY_NOT_FOUND')));
    const { errors } = await client({ persisted: 'apq' }).result(CountClaims);
    expect([errors?.[0].code, asked.length]).toEqual(['PERSISTED_QUERY_NOT_FOUND', 2]);
  });
});
