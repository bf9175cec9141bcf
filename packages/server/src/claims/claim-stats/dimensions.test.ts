import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';

let api: Api;
const id: Record<string, string> = {};

const killed = (best: number, more = {}) => ({ measure: 'PEOPLE_KILLED', best, ...more });
const part = (best: number, category: string, factionId?: string) =>
  killed(best, { category, factionId });

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.country = await aLocation('Country', { kind: 'COUNTRY' });
  for (const name of ['North', 'South'])
    id[name] = await aLocation(name, { kind: 'GOVERNORATE', parentId: id.country });
  id.district = await aLocation('District', { kind: 'DISTRICT', parentId: id.North });
  id.town = await aLocation('Town', { parentId: id.district });
  id.village = await aLocation('Village', { parentId: id.district });
  id.port = await aLocation('Port', { parentId: id.South });
  [id.army, id.rebels, id.gazette, id.radio] = [
    await aFaction('Army'),
    await aFaction('Rebels'),
    await aSource('Gazette', { kind: 'OUTLET' }),
    await aSource('Radio', { kind: 'OUTLET' }),
  ];
  const sourceId = await aSource('Witness');
  const printed = await aReport({ publisherId: id.gazette });
  const heard = await aReport({ publisherId: id.radio });
  const anonymous = await aReport();
  const at = (...places: string[]) => places.map((place) => ({ locationId: id[place] }));
  const write = async (name: string, input: object) => {
    id[name] = await aClaim({ sourceId, kind: 'CASUALTIES', ...input });
  };
  await write('oneDay', {
    reportId: printed,
    places: at('town', 'village'),
    occurred: { edtf: '2018-12-31' },
    quantities: [killed(3, { parts: [part(3, 'CIVILIANS'), part(0, 'COMBATANTS', id.army)] })],
    citations: [{ reportId: heard }, { reportId: anonymous }],
  });
  await write('oneWeek', {
    reportId: printed,
    places: at('town', 'port', 'village'),
    occurred: { edtf: '2018-12-31/2019-01-02' },
    quantities: [killed(2, { parts: [part(1, 'CIVILIANS'), part(1, 'COMBATANTS', id.army)] })],
  });
  await write('oneMonth', {
    reportId: heard,
    places: at('country'),
    occurred: { edtf: '2019-01' },
    quantities: [part(4, 'COMBATANTS', id.rebels)],
  });
  await write('openEnded', {
    reportId: anonymous,
    places: at('district'),
    occurred: { edtf: '2019-02-01/..' },
    quantities: [killed(7)],
  });
  await write('undated', { reportId: anonymous });
});
afterAll(() => api.stop());

const keys = `day week month year dateWidth admin1 { name } admin2 { name } outlet { name }
  victim victimFaction { name } citations`;
type Bucket = Record<string, any>;
const buckets = async (by: string[], more = '', filter: object | null = null): Promise<Bucket[]> =>
  (
    await api.data(
      `query ($by: [ClaimDimension!], $filter: ClaimFilter) {
        claimStats(by: $by, filter: $filter${more}) {
          buckets { ${keys} count nulls { dimension unknown several outside } } } }`,
      { by, filter },
    )
  ).claimStats.buckets;

/** `key count` for each bucket, or `null count (unknown several outside)`. */
const counts = async (by: string, more = '', filter: object | null = null) =>
  (await buckets([by], more, filter)).map(({ count, nulls: [none], ...all }) => {
    const [key] = Object.values(all).filter((value) => value !== null);
    return none
      ? `null ${count} (${none.unknown} ${none.several} ${none.outside})`
      : `${key?.name ?? key} ${count}`;
  });

describe('claims are counted by', () => {
  test.each([
    ['DAY', ['2018-12-31 1', 'null 4 (1 3 0)']],
    ['WEEK', ['2019-W01 2', 'null 3 (1 2 0)']],
    ['MONTH', ['2018-12 1', '2019-01 1', 'null 3 (1 2 0)']],
    ['YEAR', ['2018 1', '2019 1', 'null 3 (1 2 0)']],
    ['DATE_WIDTH', ['null 2 (1 1 0)', '1 1', '3 1', '31 1']],
    ['ADMIN1', ['null 3 (1 1 1)', 'North 2']],
    ['ADMIN2', ['null 3 (1 1 1)', 'District 2']],
    ['OUTLET', ['Gazette 2', 'null 2 (2 0 0)', 'Radio 1']],
    ['VICTIM', ['null 3 (2 1 0)', 'CIVILIANS 1', 'COMBATANTS 1']],
    ['VICTIM_FACTION', ['null 4 (3 1 0)', 'Rebels 1']],
    ['CITATIONS', ['0 4', '2 1']],
  ])('%s, and a null key says why it is null', async (by, expected) => {
    const unordered = (lines: string[]) => [...lines].sort();
    expect(unordered(await counts(by))).toEqual(unordered(expected));
    // The same claims as single claims, not as events.
    expect(unordered(await counts(by, ', countOnce: CLAIM'))).toEqual(unordered(expected));
  });

  test('time first, in the order of `by`, with null keys last', async () => {
    const ordered = await buckets(['CITATIONS', 'YEAR']);
    expect(ordered.map(({ year, citations, count }) => [year, citations, count])).toEqual([
      ['2018', 2, 1],
      ['2019', 0, 1],
      [null, 0, 3],
    ]);
  });

  test('several dimensions, with a reason for each null key', async () => {
    const [none] = (await buckets(['ADMIN1', 'DAY'], '', { id: [id.undated] })) as [Bucket];
    expect(none).toMatchObject({
      count: 1,
      nulls: [
        { dimension: 'ADMIN1', unknown: 1, several: 0, outside: 0 },
        { dimension: 'DAY', unknown: 1, several: 0, outside: 0 },
      ],
    });
    expect((await buckets([]))[0]).toMatchObject({ count: 5, nulls: [] });
  });

  test('an area, also with their figures', async () => {
    const { claimStats } = await api.data(`{ claimStats(by: [ADMIN1]) { buckets {
      admin1 { name } count nulls { several } quantities { sumBest } } } }`);
    expect(claimStats.buckets).toEqual([
      { admin1: null, count: 3, nulls: [{ several: 1 }], quantities: [{ sumBest: 6 }] },
      { admin1: { name: 'North' }, count: 2, nulls: [], quantities: [{ sumBest: 10 }] },
    ]);
  });

  test('the claims of an event that differ have several values', async () => {
    await api.data(
      `mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }`,
      {
        input: {
          fromId: id.oneDay,
          toId: id.oneMonth,
          kind: 'SAME_EVENT',
          rationale: 'One event.',
        },
      },
    );
    expect(await counts('YEAR')).toEqual(['null 4 (1 3 0)']);
    expect(await counts('OUTLET')).toEqual(['null 3 (2 1 0)', 'Gazette 1']);
  });
});

describe('claimStats of a record', () => {
  test('counts the claims of a location and all inside it', async () => {
    const query = `query ($id: ID!) { location(id: $id) { claimStats(by: [DAY]) {
      total leftOut buckets { day count } } } }`;
    expect(await api.data(query, { id: id.North })).toEqual({
      location: {
        claimStats: {
          total: 3,
          leftOut: 0,
          buckets: [
            { day: '2018-12-31', count: 1 },
            { day: null, count: 2 },
          ],
        },
      },
    });
    const { locations } = await api.data(`{ locations(filter: { kind: [GOVERNORATE] }) {
      nodes { name claimStats(by: [MONTH]) { total } } } }`);
    expect(locations.nodes).toEqual([
      { name: 'North', claimStats: { total: 3 } },
      { name: 'South', claimStats: { total: 1 } },
    ]);
  });

  test('takes a filter, and is one statement', async () => {
    const query = `query ($id: ID!) { location(id: $id) { claimStats(
      filter: { occurred: { from: "2019-01-15" } }) { total } } }`;
    const ask = () => api.data(query, { id: id.North });
    expect(await ask()).toEqual({ location: { claimStats: { total: 1 } } });
    expect(await api.statements(ask)).toHaveLength(1);
  });

  test('counts the claims of a source and of a faction', async () => {
    const { sources, factions } = await api.data(`{
      sources(filter: { text: "Witness" }) { nodes { claimStats { total } } }
      factions(filter: { text: "Army" }) { nodes { claimStats { total } } } }`);
    expect(sources.nodes).toEqual([{ claimStats: { total: 4 } }]);
    expect(factions.nodes).toEqual([{ claimStats: { total: 0 } }]);
  });
});
