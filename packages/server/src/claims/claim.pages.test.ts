import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let town: string;
let source: string;
let faction: string;
let reports: string[];
/** Each claim's day (null: undated), by id. */
const days = new Map<string, string | null>();

/** 23 claims with equal days, open ends and no dates; two reports, one of them undated. */
beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  [source, faction, town] = [await aSource(), await aFaction(), await aLocation()];
  reports = [await aReport({ published: { edtf: '2018-07-20' } }), await aReport()];
  const dates = [
    '2018-07-01',
    '2018-07-03',
    '2018-07-01',
    null,
    '2018-07-02/..',
    '~',
    '../2018-07-03',
    '2018-06-01/2018-07-02',
  ];
  const sortDays = [
    '2018-07-01',
    '2018-07-03',
    '2018-07-01',
    null,
    '2018-07-02',
    null,
    '2018-07-03',
    '2018-07-02',
  ];
  for (let i = 0; i < 23; i += 1) {
    const edtf = dates[i % 8] === '~' ? '2018-07~' : dates[i % 8];
    const id = await aClaim({
      reportId: reports[i % 3 ? 1 : 0],
      sourceId: source,
      places: [{ locationId: town }],
      parties: [{ factionId: faction, role: 'ACTOR' }],
      ...(edtf && { occurred: { edtf } }),
    });
    days.set(id, sortDays[i % 8]!);
  }
});
afterAll(() => api.stop());

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const page = `{ nodes { id } edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
const args = '$first: Int, $after: String, $last: Int, $before: String, $orderBy: ClaimOrder';
const pageArgs = 'first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy';

/** Lists that have the same 23 claims (of a report, its share of them). */
const lists: Record<string, () => [query: string, id: string | undefined]> = {
  claims: () => [`query (${args}) { list: claims(${pageArgs}) ${page} }`, undefined],
  'claims in a place and period': () => [
    `query (${args}) { list: claims(${pageArgs}, filter: {
      place: { id: ["${town}"] }, kind: [OTHER, CLASH],
      occurred: { from: "2018-06-02", to: "2018-07-02", unknown: true } }) ${page} }`,
    undefined,
  ],
  'source.claims': () => [
    `query ($id: ID!, ${args}) { at: source(id: $id) { list: claims(${pageArgs}) ${page} } }`,
    source,
  ],
  'faction.claims': () => [
    `query ($id: ID!, ${args}) { at: faction(id: $id) { list: claims(${pageArgs}) ${page} } }`,
    faction,
  ],
  'location.claims': () => [
    `query ($id: ID!, ${args}) { at: location(id: $id) { list: claims(${pageArgs}) ${page} } }`,
    town,
  ],
  'report.claims': () => [
    `query ($id: ID!, ${args}) { at: report(id: $id) { list: claims(${pageArgs}) ${page} } }`,
    reports[0],
  ],
};
const orders = ['OCCURRED', 'PUBLISHED', 'RECORDED'].flatMap((by) =>
  ['ASC', 'DESC'].map((direction) => ({ by, direction })),
);

const ask = async (list: string, variables: object): Promise<Page> => {
  const [query, id] = lists[list]!();
  const data = await api.data(query, { ...(id && { id }), ...variables });
  return (data.at ?? data).list;
};
const idsOf = ({ nodes, edges, pageInfo }: Page): string[] => {
  expect(edges.map(({ node }) => node)).toEqual(nodes);
  expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
    edges[0]?.cursor ?? null,
    edges.at(-1)?.cursor ?? null,
  ]);
  return nodes.map(({ id }) => id);
};

describe.each(Object.keys(lists))('pages of %s', (list) => {
  test.each(orders)(
    'by $by $direction add up to the whole list, forwards and backwards',
    async (orderBy) => {
      const whole = await ask(list, { orderBy, first: 100 });
      const all = idsOf(whole);
      expect(new Set(all).size).toBe(all.length);
      expect([all.length, whole.totalCount]).toEqual(
        list === 'report.claims'
          ? [8, 8]
          : list === 'claims in a place and period'
            ? [20, 20]
            : [23, 23],
      );
      for (const size of [1, 5, 7]) {
        const forwards: string[] = [];
        for (let after: string | null = null; forwards.length <= all.length; ) {
          const got: Page = await ask(list, { orderBy, first: size, ...(after && { after }) });
          forwards.push(...idsOf(got));
          expect(got.pageInfo.hasPreviousPage).toBe(after !== null);
          expect(got.totalCount).toBe(all.length);
          after = got.pageInfo.endCursor;
          if (!got.pageInfo.hasNextPage) break;
        }
        expect(forwards).toEqual(all);
        const backwards: string[] = [];
        for (let before: string | null = null; backwards.length <= all.length; ) {
          const got: Page = await ask(list, { orderBy, last: size, ...(before && { before }) });
          backwards.unshift(...idsOf(got));
          expect(got.pageInfo.hasNextPage).toBe(before !== null);
          before = got.pageInfo.startCursor;
          if (!got.pageInfo.hasPreviousPage) break;
        }
        expect(backwards).toEqual(all);
      }
    },
  );

  test.each(['ASC', 'DESC'])(
    'by OCCURRED %s have undated claims last, and equal days in the order of ids',
    async (direction) => {
      const all = idsOf(await ask(list, { orderBy: { by: 'OCCURRED', direction }, first: 100 }));
      const [down, sign] = [direction === 'DESC', direction === 'DESC' ? -1 : 1];
      const expected = [...all].sort((a, b) => {
        const [one, other] = [days.get(a)!, days.get(b)!];
        if (one === other) return a < b ? -sign : sign;
        if (one === null || other === null) return one === null ? 1 : -1;
        return one < other === down ? 1 : -1;
      });
      expect(all).toEqual(expected);
      expect(days.get(all.at(-1)!)).toBeNull();
    },
  );
});

describe('a page', () => {
  test('has the newest 20 claims by default', async () => {
    const whole = idsOf(
      await ask('claims', { orderBy: { by: 'OCCURRED', direction: 'DESC' }, first: 100 }),
    );
    const { claims } = await api.data(`{ claims ${page} }`);
    expect(idsOf(claims)).toEqual(whole.slice(0, 20));
    expect(claims.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('between two cursors has the items between them, from either end', async () => {
    const orderBy = { by: 'OCCURRED', direction: 'ASC' };
    const { edges } = await ask('claims', { orderBy, first: 100 });
    const [after, before] = [edges[3]!.cursor, edges[20]!.cursor];
    const between = edges.slice(4, 20).map(({ node }) => node.id);
    expect(idsOf(await ask('claims', { orderBy, after, before }))).toEqual(between);
    expect(idsOf(await ask('claims', { orderBy, after, before, first: 4 }))).toEqual(
      between.slice(0, 4),
    );
    expect(idsOf(await ask('claims', { orderBy, after, before, last: 4 }))).toEqual(
      between.slice(-4),
    );
  });

  test('after the last item, or of an empty list, is empty', async () => {
    const last = await ask('claims', { last: 1 });
    const beyond = await ask('claims', { after: last.pageInfo.endCursor });
    expect(beyond).toMatchObject({
      nodes: [],
      edges: [],
      totalCount: 23,
      pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
    });
    const { claims } = await api.data(`{ claims(filter: { id: [] }) ${page} }`);
    expect(claims).toEqual({
      nodes: [],
      edges: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('does not change when items are added before it', async () => {
    const orderBy = { by: 'RECORDED', direction: 'DESC' };
    const first = await ask('claims', { orderBy, first: 5 });
    const next = await ask('claims', { orderBy, first: 5, after: first.pageInfo.endCursor });
    const { aClaim } = fixtures(api);
    const added = await aClaim({ occurred: { edtf: '2018-07-01' } });
    expect(
      idsOf(await ask('claims', { orderBy, first: 5, after: first.pageInfo.endCursor })),
    ).toEqual(idsOf(next));
    await api.data(
      `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1,
        rationale: "Only to see.") { claim { id } } }`,
      { id: added },
    );
  });

  test('counts the list without reading rows if only the count is selected', async () => {
    const { claims } = await api.data(
      '{ claims(filter: { occurred: { from: "0001-01-01" } }) { totalCount } }',
    );
    expect(claims.totalCount).toBe([...days.values()].filter((day) => day !== null).length);
  });
});
