import { afterEach, describe, expect, test } from '@jest/globals';
import { CountClaims } from './generated/operations.ts';
import type { ClientEvent, Deprecation } from './index.ts';
import { closeServers, good, misbehaving, says } from './misbehaving.testing.ts';

afterEach(closeServers);

describe('a listener', () => {
  test('hears of every request, answer, retry and end', async () => {
    const { client } = await misbehaving(says('', 503), says(good));
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

  test('hears once of each operation that uses something deprecated', async () => {
    const { client } = await misbehaving(says(good));
    const told: Deprecation[] = [];
    const listening = client({ onDeprecation: (each) => told.push(each) });
    const old = { ...CountClaims, deprecated: ['Query.claims: Use all.'] };
    for (const operation of [CountClaims, old, old]) await listening.execute(operation);
    expect(told).toEqual([{ operation: old, uses: old.deprecated }]);
  });

  test('that fails does not break the call', async () => {
    const { client } = await misbehaving(says(good));
    const fails = () => {
      throw new Error('mine');
    };
    const old = { ...CountClaims, deprecated: ['Query.claims: Use all.'] };
    expect(await client({ onEvent: fails, onDeprecation: fails }).execute(old)).toEqual({
      claims: { totalCount: 1 },
    });
  });
});
