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
      `query ($f: LocationFilter, $o: LocationOrder) { locations(filter: $f, orderBy: $o) {
        totalCount nodes { id } } }`,
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

test('children are the places with this parent, paged and filtered', async () => {
  const parent = await make.aLocation('Parent');
  const area = await make.aLocation('Area');
  const ids = [];
  for (const name of ['C', 'A', 'B'])
    ids.push(
      await make.aLocation(name, {
        parentId: parent,
        kind: name === 'A' ? 'FACILITY' : 'COMMUNITY',
      }),
    );
  await make.aLocation('D', { alsoInIds: [parent, area] });
  const { location } = await api.data(
    `query ($id: ID!) { location(id: $id) {
      children(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } }
      last: children(last: 1) { nodes { name } }
      some: children(filter: { kind: [FACILITY] }, orderBy: { by: NAME, direction: DESC }) {
      totalCount nodes { name } }
    } }`,
    { id: parent },
  );
  expect(location).toEqual({
    children: {
      totalCount: 3,
      nodes: [{ name: 'A' }, { name: 'B' }],
      pageInfo: { hasNextPage: true },
    },
    last: { nodes: [{ name: 'C' }] },
    some: { totalCount: 1, nodes: [{ name: 'A' }] },
  });
  await api.data(
    `mutation ($id: ID!) { withdrawLocation(id: $id, expectedVersion: 1,
      rationale: "None such.") { location { id } } }`,
    {
      id: ids[1],
    },
  );
  const after = await api.data(
    'query ($id: ID!) { location(id: $id) { children { totalCount } } }',
    { id: parent },
  );
  expect(after.location.children.totalCount).toBe(2);
});
