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

test('places are found by each field of their filter, and sorted', async () => {
  const a = await make.aLocation('kk Alpha', {
    kind: 'GOVERNORATE',
    externalIds: [{ system: 'ocha-pcode', value: 'SY99' }],
  });
  const b = await make.aLocation('kk beta', {
    parentId: a,
    names: [
      { text: 'kk beta', kind: 'PRIMARY' },
      { text: 'تل شهاب', kind: 'ALIAS' },
    ],
  });
  const c = await make.aLocation('kk gamma', { parentId: b });
  const found = async (filter: object, orderBy?: object) => {
    const { locations } = await api.data(
      'query ($f: LocationFilter, $o: LocationOrder) { locations(filter: $f, orderBy: $o) { totalCount nodes { id } } }',
      {
        f: { and: [{ text: 'kk ' }, filter] },
        o: orderBy,
      },
    );
    expect(locations.totalCount).toBe(locations.nodes.length);
    return locations.nodes
      .map(({ id }: { id: string }) => (id === a ? 'a' : id === b ? 'b' : id === c ? 'c' : '?'))
      .join('');
  };
  expect(await found({})).toBe('abc');
  expect(await found({}, { by: 'RECORDED', direction: 'DESC' })).toBe('cba');
  expect(await found({ id: [a, c] })).toBe('ac');
  expect(await found({ kind: ['COMMUNITY'] })).toBe('bc');
  expect(await found({ within: a })).toBe('bc');
  expect(await found({ within: b })).toBe('c');
  expect(await found({ within: c })).toBe('');
  expect(await found({ externalId: { system: 'ocha-pcode', value: 'SY99' } })).toBe('a');
  expect(await found({ text: 'شهاب' })).toBe('b');
  expect(await found({ not: { within: a } })).toBe('a');
  expect(await found({ or: [{ within: b }, { kind: ['GOVERNORATE'] }] })).toBe('ac');
});
