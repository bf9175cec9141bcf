import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { CountClaims, CreateSource } from './generated/operations.ts';
import { graphql } from './graphql.ts';
import { type ClientEvent, createClient } from './index.ts';
import {
  closeServers,
  errorBody,
  goodBody,
  respond,
  scriptedServer,
} from './scripted-server.testing.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());
afterEach(closeServers);

/** A client of the server, and the number of its requests. */
const countingClient = () => {
  const events: ClientEvent[] = [];
  const client = createClient({
    url: api.url,
    persisted: 'apq',
    onEvent: (event) => events.push(event),
  });
  return { client, requests: () => events.filter(({ type }) => type === 'request').length };
};

describe('automatic persisted queries', () => {
  test('are registered with the server once, for all clients', async () => {
    const [first, second] = [countingClient(), countingClient()];
    for (const { client } of [first, first, second])
      expect((await client.execute(CountClaims)).claims.totalCount).toBe(26);
    expect([first.requests(), second.requests()]).toEqual([3, 1]);
  });

  test('can be custom queries, and mutations, which are carried out once', async () => {
    const { client } = countingClient();
    const OwnQuery = graphql(
      'query OwnQuery { claims(filter: { text: "six thousand" }) { totalCount } }',
    );
    for (let i = 0; i < 2; i++) expect((await client.execute(OwnQuery)).claims.totalCount).toBe(1);
    const input = { kind: 'PERSON', names: [{ text: 'Sent by hash', kind: 'PRIMARY' }] } as const;
    await client.execute(CreateSource, { input }, { idempotencyKey: 'hash-1' });
    await client.execute(CreateSource, { input }, { idempotencyKey: 'hash-1' });
    const data = await api.data('{ sources(filter: { text: "Sent by hash" }) { totalCount } }');
    expect(data.sources.totalCount).toBe(1);
  });

  test('send only the hash first, and the text if the server does not know it', async () => {
    const unknown = respond(errorBody('PERSISTED_QUERY_NOT_FOUND'));
    const { client, requests } = await scriptedServer(unknown, respond(goodBody));
    const { meta } = await client({ persisted: 'apq' }).result(CountClaims);
    const { text, hash } = CountClaims;
    expect(
      requests.map(({ body }) => [body.query, body.extensions?.persistedQuery.sha256Hash]),
    ).toEqual([
      [undefined, hash],
      [text, hash],
    ]);
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(meta.attempts).toBe(1);
  });

  test('are switched off if the server does not support them', async () => {
    const { client, requests } = await scriptedServer(
      respond(errorBody('PERSISTED_QUERY_NOT_SUPPORTED')),
      respond(goodBody),
    );
    const apqClient = client({ persisted: 'apq' });
    for (let i = 0; i < 2; i++) await apqClient.execute(CountClaims);
    expect(requests.map(({ body }) => [body.query, body.extensions])).toEqual([
      [undefined, expect.anything()],
      [CountClaims.text, undefined],
      [CountClaims.text, undefined],
    ]);
  });

  test('are not used for a query whose hash cannot be computed', async () => {
    const { client, requests } = await scriptedServer(respond(goodBody));
    await client({ persisted: 'apq' }).execute({ ...CountClaims, hash: async () => undefined });
    expect(requests.map(({ body }) => [body.query, body.extensions])).toEqual([
      [CountClaims.text, undefined],
    ]);
  });

  test('end in an error, not a loop, if the server never accepts the text', async () => {
    const { client, requests } = await scriptedServer(
      respond(errorBody('PERSISTED_QUERY_NOT_FOUND')),
    );
    const { errors } = await client({ persisted: 'apq' }).result(CountClaims);
    expect([errors?.[0].code, requests.length]).toEqual(['PERSISTED_QUERY_NOT_FOUND', 2]);
  });
});
