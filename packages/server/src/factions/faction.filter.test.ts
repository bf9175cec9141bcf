import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

test('factions are found by each field of their filter, and sorted', async () => {
  const a = await make.aFaction('qq Alpha', { collective: true });
  const b = await make.aFaction('qq beta', {
    kind: 'MILITIA',
    externalIds: [{ system: 'desk', value: '3' }],
  });
  const c = await make.aFaction('qq gamma', {
    names: [
      { text: 'qq gamma', kind: 'PRIMARY' },
      { text: 'quite', kind: 'ALIAS' },
    ],
  });
  await api.data(
    `mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation {
      id } } }`,
    { input: { fromId: a, toId: b, kind: 'OPPOSED_TO', claimIds: [await make.aClaim()] } },
  );
  const found = async (filter: object, orderBy?: object) => {
    const { factions } = await api.data(
      `query ($f: FactionFilter, $o: FactionOrder) { factions(filter: $f, orderBy: $o) {
        totalCount nodes { id } } }`,
      {
        f: { and: [{ text: 'qq ' }, filter] },
        o: orderBy,
      },
    );
    expect(factions.totalCount).toBe(factions.nodes.length);
    return factions.nodes
      .map(({ id }: { id: string }) => (id === a ? 'a' : id === b ? 'b' : id === c ? 'c' : '?'))
      .join('');
  };
  expect(await found({})).toBe('abc');
  expect(await found({}, { by: 'RECORDED', direction: 'DESC' })).toBe('cba');
  expect(await found({ id: [c, a] })).toBe('ac');
  expect(await found({ kind: ['MILITIA'] })).toBe('b');
  expect(await found({ collective: true })).toBe('a');
  expect(await found({ collective: false })).toBe('bc');
  expect(await found({ relatedTo: b })).toBe('a');
  expect(await found({ relatedTo: a })).toBe('b');
  expect(await found({ relatedTo: c })).toBe('');
  expect(await found({ externalId: { system: 'desk', value: '3' } })).toBe('b');
  expect(await found({ text: 'QUITE' })).toBe('c');
  expect(await found({ not: { kind: ['MILITIA'] } })).toBe('ac');
  expect(await found({ or: [{ kind: ['MILITIA'] }, { collective: true }] })).toBe('ab');
});
