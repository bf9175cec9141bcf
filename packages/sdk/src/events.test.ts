import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import type { ClientEvent, Deprecation } from './index.ts';
import { closeServers, goodBody, respond, scriptedServer } from './scripted-server.testing.ts';

afterEach(closeServers);

describe('a listener', () => {
  test('is called for every request, response, retry and end', async () => {
    const { client } = await scriptedServer(respond('', 503), respond(goodBody));
    const events: ClientEvent[] = [];
    await client({ onEvent: (event) => events.push(event) }).execute(CountClaims);
    expect(events.map(({ type, attempt }) => `${type} ${attempt}`)).toEqual([
      'request 1',
      'response 1',
      'retry 1',
      'request 2',
      'response 2',
      'end 2',
    ]);
    expect(events).toMatchObject([
      {},
      { status: 503 },
      { error: { kind: 'unavailable' } },
      {},
      { status: 200 },
      { errors: undefined },
    ]);
    expect(events.every(({ operation }) => operation.name === 'CountClaims')).toBe(true);
  });

  test('is called once for each operation that uses something deprecated', async () => {
    const { client } = await scriptedServer(respond(goodBody));
    const deprecations: Deprecation[] = [];
    const listeningClient = client({ onDeprecation: (each) => deprecations.push(each) });
    const old = { ...CountClaims, deprecated: ['Query.claims: Use all.'] };
    for (const operation of [CountClaims, old, old]) await listeningClient.execute(operation);
    expect(deprecations).toEqual([{ operation: old, uses: old.deprecated }]);
  });

  test('that throws does not break the call', async () => {
    const { client } = await scriptedServer(respond(goodBody));
    const fail = () => {
      throw new Error('mine');
    };
    const old = { ...CountClaims, deprecated: ['Query.claims: Use all.'] };
    expect(await client({ onEvent: fail, onDeprecation: fail }).execute(old)).toEqual({
      claims: { totalCount: 1 },
    });
  });
});
