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

test('sources are found by each field of their filter, and sorted', async () => {
  const a = await make.aSource('zz Ärger', {
    externalIds: [{ system: 'desk', value: '7' }],
  });
  const hidden = await make.aSource('zz hidden', { protection: 'PROTECTED' });
  const b = await make.aSource('ZZ other', {
    kind: 'OUTLET',
    names: [
      { text: 'ZZ other', kind: 'PRIMARY' },
      { text: 'zz ärger', kind: 'ALIAS' },
    ],
  });
  const c = await make.aSource('zz third');
  const army = await make.aFaction();
  await api.data(
    `mutation ($input: RatingInput!, $id: ID!) { rateSource(sourceId: $id, input: $input) {
      source { id } } }`,
    {
      id: b,
      input: { reliability: 'C', rationale: 'So so.' },
    },
  );
  for (const toId of [army, a])
    await api.data(
      `mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { affiliation {
        id } } }`,
      {
        input: { sourceId: c, toId, claimIds: [await make.aClaim()] },
      },
    );
  const found = async (filter: object, orderBy?: object) => {
    const { sources } = await api.data(
      `query ($f: SourceFilter, $o: SourceOrder) { sources(filter: $f, orderBy: $o) { totalCount
        nodes { id } } }`,
      {
        f: { and: [{ text: 'zz ' }, filter] },
        o: orderBy,
      },
    );
    expect(sources.totalCount).toBe(sources.nodes.length);
    return sources.nodes
      .map(({ id }: { id: string }) => (id === a ? 'a' : id === b ? 'b' : id === c ? 'c' : '?'))
      .join('');
  };
  expect(await found({})).toBe('bca');
  expect(await found({}, { by: 'NAME', direction: 'DESC' })).toBe('acb');
  expect(await found({}, { by: 'RECORDED' })).toBe('abc');
  expect(await found({ id: [a, b] })).toBe('ba');
  expect(await found({ kind: ['OUTLET'] })).toBe('b');
  expect(await found({ reliability: ['C'] })).toBe('b');
  expect(await found({ reliability: ['F'] })).toBe('ca');
  expect(await found({ protection: ['PUBLIC'] })).toBe('bca');
  expect(await found({ protection: ['PROTECTED'] })).toBe('');
  expect(await found({ affiliatedWith: [army] })).toBe('c');
  expect(await found({ affiliatedWith: [a, b] })).toBe('c');
  expect(await found({ externalId: { system: 'desk', value: '7' } })).toBe('a');
  expect(await found({ text: 'ÄRGER' })).toBe('ba');
  expect(await found({ not: { text: 'ärger' } })).toBe('c');
  expect(await found({ or: [{ kind: ['OUTLET'] }, { id: [a] }] })).toBe('ba');
  const { sources } = await api.data(
    '{ sources(filter: { protection: [PROTECTED] }) { nodes { id } } }',
  );
  expect(sources.nodes).toEqual([{ id: hidden }]);
});
