import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

let api: Api;
const id: Record<string, string> = {};
const externalId = (system: string, value: string) => ({ system, value });

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  const province = await aLocation('Province', {
    kind: 'GOVERNORATE',
    externalIds: [externalId('ocha-pcode', 'XX01')],
  });
  id.town = await aLocation('Town', { parentId: province, point: { lat: 10, lon: 20 } });
  id.island = await aLocation('Island', { point: { lat: -1, lon: 179.9 } });
  id.nowhere = await aLocation('Nowhere');
  id.army = await aFaction('Army', { externalIds: [externalId('ucdp-actor', '7')] });
  id.witness = await aSource('Witness', { externalIds: [externalId('staff', 'w1')] });
  id.cited = await aReport({ title: 'Cited', externalIds: [externalId('archive', 'r1')] });
  const reportId = await aReport({ title: 'Read', publisherId: id.witness });
  const write = async (name: string, input: object) => {
    id[name] = await aClaim({ reportId, ...input });
  };
  await write('inTown', {
    sourceId: id.witness,
    places: [{ locationId: id.town }],
    occurred: { edtf: '2021-03-04' },
    externalIds: [externalId('desk', 'c1')],
    citations: [{ reportId: id.cited }, { reportId: id.cited }],
    quantities: [
      {
        measure: 'PEOPLE_KILLED',
        min: 5,
        best: 8,
        max: 20,
        parts: [{ measure: 'PEOPLE_KILLED', best: 2, category: 'CIVILIANS' }],
      },
    ],
  });
  await write('onIsland', {
    places: [{ locationId: id.island }],
    parties: [{ factionId: id.army, role: 'ACTOR' }],
    occurred: { edtf: '2021-03' },
    citations: [{ reportId: id.cited }],
  });
  await write('ownPoint', {
    places: [{ locationId: id.town, point: { lat: 50, lon: 60 } }],
    occurred: { edtf: '2021-03-04/..' },
  });
  await write('noPoint', { places: [{ locationId: id.nowhere }] });
  await api.data(
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    { input: { fromId: id.ownPoint, toId: id.inTown, kind: 'REFINES', rationale: 'More exact.' } },
  );
});
afterAll(() => api.stop());

/** The names of the records that a filter finds. */
const namesOf = async (list: string, filter: object): Promise<string[]> => {
  const type = `${list[0]!.toUpperCase()}${list.slice(1, -1)}Filter`;
  const answer = await api.data(
    `query ($filter: ${type}) { ${list}(filter: $filter) { nodes { id } } }`,
    { filter },
  );
  const names = new Map(Object.entries(id).map(([name, key]) => [key, name]));
  return answer[list].nodes.map((node: { id: string }) => names.get(node.id) ?? 'other').sort();
};
const claims = (filter: object) => namesOf('claims', filter);

describe('an external id finds the same as the id', () => {
  test.each([
    ['a place and all inside it', { place: { externalId: externalId('ocha-pcode', 'XX01') } }],
    [
      'a place, with more conditions',
      {
        place: { externalId: externalId('ocha-pcode', 'XX01'), role: ['AT'] },
      },
    ],
  ])('of %s', async (_name, filter) => {
    expect(await claims(filter)).toEqual(['inTown', 'ownPoint']);
  });

  test('of a party, a speaker, a link and a report', async () => {
    const finds = (filter: object) => claims(filter).then((names) => names.join());
    expect(await finds({ party: { externalId: externalId('ucdp-actor', '7') } })).toBe('onIsland');
    expect(await finds({ speaker: { externalId: externalId('staff', 'w1') } })).toBe('inTown');
    expect(await finds({ link: { externalId: externalId('desk', 'c1') } })).toBe('ownPoint');
    expect(await finds({ report: { publisherExternalId: externalId('staff', 'w1') } })).toBe(
      'inTown,noPoint,onIsland,ownPoint',
    );
    expect(await namesOf('reports', { externalId: externalId('archive', 'r1') })).toEqual([
      'cited',
    ]);
    expect(
      await namesOf('locations', { withinExternalId: externalId('ocha-pcode', 'XX01') }),
    ).toEqual(['town']);
  });

  test('and finds nothing if no record of the type has it, or the id is of another', async () => {
    expect(await claims({ place: { externalId: externalId('ucdp-actor', '7') } })).toEqual([]);
    expect(
      await claims({ place: { id: [id.island], externalId: externalId('ocha-pcode', 'XX01') } }),
    ).toEqual([]);
  });
});

describe('a filter by figures', () => {
  const killed = (more: object) => claims({ quantity: { measure: 'PEOPLE_KILLED', ...more } });

  test('means whole figures, unless it asks for parts', async () => {
    expect(await killed({ category: 'CIVILIANS' })).toEqual([]);
    expect(await killed({ category: 'CIVILIANS', parts: true })).toEqual(['inTown']);
  });

  test('compares bounds, or the best estimate', async () => {
    expect(await killed({ atLeast: 15 })).toEqual(['inTown']);
    expect(await killed({ atLeast: 15, best: true })).toEqual([]);
    expect(await killed({ atLeast: 8, atMost: 8, best: true })).toEqual(['inTown']);
  });
});

describe('a filter by numbers and moments', () => {
  test('counts citations', async () => {
    expect(await claims({ citations: { atLeast: 1 } })).toEqual(['inTown', 'onIsland']);
    expect(await claims({ citations: { atLeast: 1, atMost: 1 } })).toEqual(['onIsland']);
    expect(await claims({ citations: { atMost: 0 } })).toEqual(['noPoint', 'ownPoint']);
    expect(await namesOf('reports', { citations: { atLeast: 2, atMost: 2 } })).toEqual(['cited']);
  });

  test('measures how many days a date may be', async () => {
    expect(await claims({ dateWidth: { atMost: 1 } })).toEqual(['inTown']);
    expect(await claims({ dateWidth: { atLeast: 31, atMost: 31 } })).toEqual(['onIsland']);
    expect(await claims({ dateWidth: {} })).toHaveLength(4);
  });

  test.each(['claims', 'reports', 'sources', 'factions', 'locations'])(
    'finds %s by when they were created or changed',
    async (list) => {
      const now = new Date().toISOString();
      const all = await namesOf(list, {});
      expect(await namesOf(list, { createdAt: { to: now } })).toEqual(all);
      expect(await namesOf(list, { createdAt: { from: now } })).toEqual([]);
      expect(await namesOf(list, { updatedAt: { from: '2020-01-01T00:00:00Z', to: now } })).toEqual(
        all,
      );
      expect(await namesOf(list, { updatedAt: { from: now } })).toEqual([]);
    },
  );

  test('includes the millisecond of the moment that was read', async () => {
    const { claim } = await api.data(`{ claim(id: "${id.inTown}") { createdAt } }`);
    const at = { from: claim.createdAt, to: claim.createdAt };
    expect(await claims({ createdAt: at })).toEqual(['inTown']);
  });
});

describe('a range that nothing can be in is refused', () => {
  const [early, late] = ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00.001Z'];
  const killed = (more: object) => ({ quantity: { measure: 'PEOPLE_KILLED', ...more } });
  test.each([
    ['dateWidth.atMost', { dateWidth: { atLeast: 5, atMost: 1 } }],
    ['citations.atMost', { citations: { atLeast: 3, atMost: 2 } }],
    ['citations.atLeast', { citations: { atLeast: -1 } }],
    ['dateWidth.atMost', { dateWidth: { atMost: -1 } }],
    ['quantity.atMost', killed({ best: true, atLeast: 5, atMost: 1 })],
    ['quantity.atLeast', killed({ atLeast: -5 })],
    ['quantity.atMost', killed({ best: true, atMost: -1 })],
    ['createdAt.to', { createdAt: { from: late, to: early } }],
    ['updatedAt.to', { updatedAt: { from: late, to: early } }],
    ['occurred.to', { occurred: { from: '2020-01-02', to: '2020-01-01' } }],
    ['not.or.0.citations.atMost', { not: { or: [{ citations: { atLeast: 1, atMost: 0 } }] } }],
    ['report.citations.atMost', { report: { citations: { atLeast: 1, atMost: 0 } } }],
  ])('at %s', async (at, filter) => {
    for (const field of [
      'claims(filter: $filter) { totalCount }',
      'claimStats(filter: $filter) { total }',
    ])
      await refused(
        api,
        { code: 'BAD_USER_INPUT', path: `filter.${at}` },
        `query ($filter: ClaimFilter) { ${field} }`,
        { filter },
      );
  });

  test('but a figure with bounds may be both more and less than two numbers', async () => {
    expect(await claims(killed({ atLeast: 12, atMost: 9 }))).toEqual(['inTown']);
  });
});

describe('a filter by area', () => {
  const box = (west: number, south: number, east: number, north: number) => ({
    bbox: { west, south, east, north },
  });
  const polygon = (...rings: number[][][]) => ({
    polygon: { type: 'Polygon', coordinates: rings },
  });
  const square = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];

  test('compares the claim’s own point, otherwise the location’s', async () => {
    expect(await claims({ place: box(19, 9, 21, 11) })).toEqual(['inTown']);
    expect(await claims({ place: box(59, 49, 61, 51) })).toEqual(['ownPoint']);
    expect(await claims({ place: polygon(square(19, 9, 21, 11)) })).toEqual(['inTown']);
    expect(await claims({ place: { ...box(59, 49, 61, 51), id: [id.town] } })).toEqual([
      'ownPoint',
    ]);
    expect(await namesOf('locations', box(19, 9, 21, 11))).toEqual(['town']);
    expect(await namesOf('locations', polygon(square(19, 9, 21, 11)))).toEqual(['town']);
  });

  test('leaves holes out, and takes several polygons', async () => {
    const holed = [square(10, 0, 30, 20), square(19, 9, 21, 11)];
    expect(await claims({ place: polygon(...holed) })).toEqual([]);
    const coordinates = [holed, [square(59, 49, 61, 51)]];
    expect(await claims({ place: { polygon: { type: 'MultiPolygon', coordinates } } })).toEqual([
      'ownPoint',
    ]);
  });

  test('of a box may cross the antimeridian', async () => {
    expect(await claims({ place: box(179, -2, -179, 2) })).toEqual(['onIsland']);
    expect(await namesOf('locations', box(179, -2, -179, 2))).toEqual(['island']);
  });

  const query = 'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }';
  test.each([
    ['an edge off the map', box(-181, 0, 1, 1), 'filter.place.bbox.west'],
    ['north below south', box(0, 2, 1, 1), 'filter.place.bbox.north'],
    [
      'an outline across the antimeridian',
      polygon(square(-179, 0, 179, 1)),
      'filter.place.polygon',
    ],
    [
      'another geometry',
      { polygon: { type: 'Point', coordinates: [1, 2] } },
      'filter.place.polygon',
    ],
    [
      'an outline of two points',
      polygon([
        [1, 1],
        [2, 2],
        [1, 1],
        [2, 2],
        [1, 1],
      ]),
      'filter.place.polygon',
    ],
    [
      'an outline of one line',
      polygon([
        [1, 1],
        [2, 2],
        [3, 3],
        [1, 1],
      ]),
      'filter.place.polygon',
    ],
    [
      'a hole of one point',
      polygon(square(0, 0, 9, 9), square(1, 1, 1, 1)),
      'filter.place.polygon',
    ],
    ['no outline', { polygon: { type: 'MultiPolygon', coordinates: [] } }, 'filter.place.polygon'],
    [
      'too many positions',
      polygon([...Array.from({ length: 1_000 }, (_, i) => [i / 100, i % 2]), [0, 0]]),
      'filter.place.polygon',
    ],
  ])('refuses %s', async (_name, place, path) => {
    await refused(api, { code: 'BAD_USER_INPUT', path }, query, { filter: { place } });
  });
});
