import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fileOf, importPath, ucdpFile } from '../ingest.testing.ts';
import { claimOf, importEvents as importAll } from './ucdp.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const importEvents = (...events: Record<string, string>[]) => importAll(api, ...events);
const claim = (id: string) => claimOf(api, id);
const issuesOf = ({ importIssues }: any) =>
  importIssues.map(({ kind, column }: any) => `${kind} ${column}`);

describe('the place of a row', () => {
  test.each([
    ['40', 'Northern Coast province', '5', 'INFORMAL_REGION', 'Northern Coast province'],
    ['41', 'Clear river in Coast province', '5', 'NATURAL_FEATURE', null],
    ['42', 'Coast province', '4', 'GOVERNORATE', 'Coast'],
    ['43', 'Coast governorate', '4', 'GOVERNORATE', 'Coast'],
    ['44', 'Odra-Weir road in Coast province', '2', 'ROAD', null],
    ['45', 'Odra industrial district', '1', 'FACILITY', null],
    ['46', 'Area between Odra district and Coast province', '2', 'INFORMAL_REGION', null],
  ])('%s: %s (where_prec %s) is a %s', async (id, where_coordinates, where_prec, kind, name) => {
    // Far from each other, so that none is matched to another.
    const unit = { adm_1: 'Coast province', adm_2: '', latitude: id };
    await importEvents({ id, where_coordinates, where_prec, ...unit, geom_wkt: '' });
    const [{ location, asWritten }] = (await claim(id)).places;
    expect(location).toMatchObject({ kind, name: name ?? where_coordinates });
    expect(asWritten).toBe(where_coordinates);
    if (kind !== 'GOVERNORATE')
      expect(location.parent).toEqual({ name: 'Coast', kind: 'GOVERNORATE' });
  });

  test('is the same governorate with and without adm_1', async () => {
    await importEvents(
      { id: '47', where_coordinates: 'Lake province', where_prec: '4', adm_1: '', adm_2: '' },
      { id: '48', where_coordinates: 'Reed town', adm_1: 'Lake province', adm_2: '' },
    );
    const { locations } = await api.data(`{
      locations(filter: { kind: [GOVERNORATE] }) { nodes { name parent { kind } } }
    }`);
    const lakes = locations.nodes.filter(({ name }: any) => name === 'Lake');
    expect(lakes).toEqual([{ name: 'Lake', parent: { kind: 'COUNTRY' } }]);
    for (const { parent } of locations.nodes) expect(parent.kind).toBe('COUNTRY');
  });

  test('is not a unit inside another one, which is an issue', async () => {
    await importEvents({
      id: '49',
      where_coordinates: 'Hill province',
      where_prec: '4',
      adm_1: 'Coast province',
      adm_2: '',
    });
    const { places, importIssues } = await claim('49');
    expect(places[0].location).toMatchObject({ name: 'Hill province', kind: 'INFORMAL_REGION' });
    expect(importIssues).toMatchObject([
      { kind: 'PLACE_CONTRADICTS', column: 'where_coordinates', value: 'Hill province' },
    ]);
  });
});

describe('parties', () => {
  test.each([
    ['in one file', false],
    ['in two files', true],
  ])('have a kind that does not depend on the order of rows, %s', async (_, inTwo) => {
    const kinds: string[][] = [];
    for (const [n, order] of [
      ['5', [0, 1]],
      ['6', [1, 0]],
    ] as const) {
      const base = Number(n) * 1_000 + (inTwo ? 500 : 0);
      const band = { side_b_new_id: String(base), side_b: `Band ${base}` };
      const state = { side_a_new_id: String(base + 1), side_a: `Government of State ${base}` };
      const rows = [
        { id: String(base), type_of_violence: '1', country: `State ${base}`, ...state, ...band },
        { id: String(base + 1), type_of_violence: '2', country: 'Other', ...state, ...band },
      ];
      const events = order.map((i) => rows[i] ?? {});
      if (inTwo) for (const event of events) await importEvents(event);
      else await importEvents(...events);
      const { parties } = await claim(String(base));
      kinds.push(parties.map(({ faction }: any) => faction.kind));
    }
    expect(kinds).toEqual([
      ['STATE_FORCES', 'REBEL_GROUP'],
      ['STATE_FORCES', 'REBEL_GROUP'],
    ]);
  });

  test('keep the kind that a person gave them', async () => {
    const side = { side_b_new_id: '7000', side_b: 'Grey Column' };
    await importEvents({ id: '7000', type_of_violence: '2', ...side });
    const { faction } = (await claim('7000')).parties[1];
    expect(faction.kind).toBe('UNKNOWN');
    await api.data(
      `mutation ($id: ID!) {
        updateFaction(id: $id, expectedVersion: 1, input: { kind: MILITIA }) { faction { kind } }
      }`,
      { id: faction.id },
    );
    await importEvents({ id: '7001', type_of_violence: '1', ...side });
    expect((await claim('7001')).parties[1].faction.kind).toBe('MILITIA');
  });
});

describe('a member of a coalition', () => {
  test.each([
    ['before', ['7100', '7101']],
    ['after', ['7201', '7200']],
  ])('has the kind that its own row says, %s the coalition', async (_, ids) => {
    const name = `Lone Band ${ids[0]}`;
    const rows = ids.map((id) =>
      id.endsWith('0')
        ? { id, type_of_violence: '1', side_b_new_id: id, side_b: name }
        : { id, type_of_violence: '2', side_b_new_id: `9${id}`, side_b: `${name}, Blue Band` },
    );
    await importEvents(...rows);
    for (const id of ids) {
      const band = (await claim(id)).parties.find(({ faction }: any) => faction.name === name);
      expect(band.faction.kind).toBe('REBEL_GROUP');
    }
  });
});

describe('evidence that contradicts itself is an issue', () => {
  test.each([
    ['80', { date_prec: '1', date_end: '2021-03-03' }, 'DATE_CONTRADICTS date_prec'],
    ['81', { year: '2019' }, 'DATE_CONTRADICTS year'],
    ['82', { deaths_civilians: '5' }, 'PARTS_CONTRADICT best'],
    ['83', { geom_wkt: 'POINT (45.25 -12.5)' }, 'POINT_CONTRADICTS geom_wkt'],
    ['84', { event_clarity: '7' }, 'BAD_CODE event_clarity'],
    ['85', { date_prec: '9' }, 'BAD_CODE date_prec'],
    ['86', { type_of_violence: '3' }, 'SIDES_CONTRADICT side_b'],
    ['87', { dyad_name: 'Government of Ruritania - Blue Band' }, 'SIDES_CONTRADICT dyad_name'],
    ['88', { where_prec: '3', adm_2: '' }, 'PLACE_CONTRADICTS adm_2'],
    ['89', { side_b: '' }, 'NO_PARTY side_b'],
    ['92', { date_end: 'soon' }, 'NOT_USED date_start'],
    ['93', { where_prec: '4', adm_1: '', adm_2: '' }, 'PLACE_CONTRADICTS adm_1'],
    ['90', { best: '', low: '4', high: '2' }, 'BOUND_CONTRADICTS low'],
  ])('%s: %j', async (id, cells, issue) => {
    await importEvents({ id, ...cells });
    expect(issuesOf(await claim(id))).toContain(issue);
  });

  test('and a row that agrees with itself has none', async () => {
    await importEvents({ id: '91' });
    expect((await claim('91')).importIssues).toEqual([]);
  });
});

describe('columns that only newer releases have', () => {
  const importWith = async (id: string, column: string, value: string) => {
    const [header, row] = ucdpFile({ id }).split('\n');
    const file = fileOf([`${header},${column}`, `${row},${value}`].join('\n'));
    await importPath(api, 'ucdp', file, { release: '31.1' });
    return claim(id);
  };

  test('are part of the words about the place', async () => {
    const { places } = await importWith('96', 'where_description', 'two km north of the mill');
    expect(places[0].asWritten).toBe('Millbrook town; two km north of the mill');
    const same = await importWith('97', 'where_description', 'millbrook  TOWN');
    expect(same.places[0].asWritten).toBe('Millbrook town');
    const long = await importWith('98', 'where_description', 'far '.repeat(200));
    expect(long.places[0].asWritten).toHaveLength(500);
    expect(issuesOf(long)).toEqual(['TOO_LONG where_description']);
  });

  test('say whether UCDP is done with the row', async () => {
    expect(issuesOf(await importWith('99', 'code_status', 'Check deaths'))).toEqual([
      'NOT_CLEAR code_status',
    ]);
    expect(issuesOf(await importWith('100', 'code_status', 'Clear'))).toEqual([]);
  });
});
