import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { bring, csvOf, state } from '../../testing/imports.ts';
import { acled } from './acled.ts';

/** All rows here are made up: the data set's terms forbid to pass its own on. */
const columns =
  `event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp`.split(
    ',',
  );
const battle = {
  event_id_cnty: 'SYR1',
  event_date: '2018-07-05',
  year: '2018',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Nowhere (2000-)',
  assoc_actor_1: 'Blue Militia; Green Militia',
  inter1: 'State forces',
  actor2: 'Red Front',
  inter2: 'Rebel group',
  country: 'Nowhere',
  admin1: 'North',
  admin2: 'Upper',
  admin3: 'Hill',
  location: 'Aville',
  latitude: '32.5',
  longitude: '36.25',
  geo_precision: '1',
  source: 'First Paper; Second Radio',
  source_scale: 'National',
  notes: 'Made-up forces fought near Aville.',
  fatalities: '3',
  tags: '',
  timestamp: '1600000000',
};

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const importing = (rows: Record<string, string>[], of = columns) =>
  bring(api, acled, csvOf(of, rows), { release: '2020-01' });

const fields = `statement kind modality aggregate occurred { edtf earliest latest precision basis asWritten } externalIds { system value }
  places { role geoPrecision asWritten point { lat lon } location { name kind label ancestors { name kind } } }
  parties { role group faction { name kind collective } } quantities { measure min best max comparator }
  attributions { chain { capacity source { name kind } } } report { title kind publisher { name } } importIssues { kind column value }`;
const claimOf = async (value: string, system = 'acled') =>
  (
    await api.data(
      `query ($id: ExternalIdInput!) { record(type: CLAIM, externalId: $id) { ... on Claim { ${fields} } } }`,
      {
        id: { system, value },
      },
    )
  ).record;

describe('a row of ACLED', () => {
  test('is a claim of the data set’s, with its sides, sources, place and figure', async () => {
    const { counts, problems } = await importing([battle]);
    expect(problems).toEqual([]);
    expect(counts.created).toEqual({
      reports: 1,
      sources: 3,
      factions: 4,
      locations: 5,
      claims: 1,
    });
    const name = 'Armed Conflict Location & Event Data Project';
    const heard = (source: string) => ({
      chain: [
        { capacity: 'UNSTATED', source: { name: source, kind: 'OUTLET' } },
        { capacity: 'RELAY', source: { name, kind: 'DATASET' } },
      ],
    });
    expect(await claimOf('SYR1')).toMatchObject({
      statement: 'Made-up forces fought near Aville.',
      kind: 'CLASH',
      modality: 'ASSERTED',
      aggregate: false,
      importIssues: [],
      occurred: {
        edtf: '2018-07-05',
        earliest: '2018-07-05',
        latest: '2018-07-05',
        precision: 'DAY',
        basis: 'STATED',
      },
      places: [
        {
          role: 'AT',
          geoPrecision: 'EXACT',
          asWritten: 'Aville',
          point: { lat: 32.5, lon: 36.25 },
          location: {
            name: 'Aville',
            kind: 'COMMUNITY',
            label: 'Aville, Hill, North',
            ancestors: [
              { name: 'Hill' },
              { name: 'Upper' },
              { name: 'North' },
              { name: 'Nowhere' },
            ],
          },
        },
      ],
      parties: [
        {
          role: 'PARTICIPANT',
          group: 0,
          faction: {
            name: 'Military Forces of Nowhere (2000-)',
            kind: 'STATE_FORCES',
            collective: false,
          },
        },
        { role: 'PARTICIPANT', group: 0, faction: { name: 'Blue Militia', kind: 'UNKNOWN' } },
        { role: 'PARTICIPANT', group: 0, faction: { name: 'Green Militia' } },
        { role: 'PARTICIPANT', group: null, faction: { name: 'Red Front', kind: 'REBEL_GROUP' } },
      ],
      quantities: [
        { measure: 'PEOPLE_KILLED', min: null, best: 3, max: null, comparator: 'ABOUT' },
      ],
      attributions: [heard('First Paper'), heard('Second Radio')],
      report: { title: 'ACLED, release 2020-01', kind: 'DATASET', publisher: { name } },
    });
  });

  test.each([
    ['Government regains territory', 'Battles', 'ADVANCE', ['PARTICIPANT', 'PARTICIPANT']],
    ['Air/drone strike', 'Explosions/Remote violence', 'AIRSTRIKE', ['ACTOR', 'TARGET']],
    [
      'Shelling/artillery/missile attack',
      'Explosions/Remote violence',
      'SHELLING',
      ['ACTOR', 'TARGET'],
    ],
    ['Remote explosive/landmine/IED', 'Explosions/Remote violence', 'BOMBING', ['ACTOR', 'TARGET']],
    ['Suicide bomb', 'Explosions/Remote violence', 'BOMBING', ['ACTOR', 'TARGET']],
    ['Chemical weapon', 'Explosions/Remote violence', 'CHEMICAL_ATTACK', ['ACTOR', 'TARGET']],
    [
      'Sexual violence',
      'Violence against civilians',
      'VIOLENCE_AGAINST_CIVILIANS',
      ['ACTOR', 'TARGET'],
    ],
    [
      'Abduction/forced disappearance',
      'Violence against civilians',
      'ABDUCTION',
      ['ACTOR', 'TARGET'],
    ],
    ['Arrests', 'Strategic developments', 'DETENTION', ['ACTOR', 'TARGET']],
    [
      'Non-violent transfer of territory',
      'Strategic developments',
      'WITHDRAWAL',
      ['PARTICIPANT', 'PARTICIPANT'],
    ],
    [
      'Headquarters or base established',
      'Strategic developments',
      'TERRITORIAL_CONTROL',
      ['CONTROLLER', 'PARTICIPANT'],
    ],
    ['Agreement', 'Strategic developments', 'AGREEMENT', ['PARTICIPANT', 'PARTICIPANT']],
    ['Peaceful protest', 'Protests', 'PROTEST', ['PARTICIPANT', 'PARTICIPANT']],
    ['Mob violence', 'Riots', 'RIOT', ['PARTICIPANT', 'PARTICIPANT']],
    ['', 'Battle-No change of territory', 'CLASH', ['PARTICIPANT', 'PARTICIPANT']],
  ])('of the type %s (%s) is of kind %s', async (sub_event_type, event_type, kind, roles) => {
    const id = `KIND-${sub_event_type}-${event_type}`;
    const { problems } = await importing([
      { ...battle, event_id_cnty: id, sub_event_type, event_type, assoc_actor_1: '' },
    ]);
    const claim = await claimOf(id);
    expect([claim.kind, ...claim.parties.map(({ role }: any) => role), problems]).toEqual([
      kind,
      ...roles,
      [],
    ]);
  });

  test('of looting or destruction is what its notes say, and says so where they do not', async () => {
    const row = {
      ...battle,
      sub_event_type: 'Looting/property destruction',
      event_type: 'Strategic developments',
    };
    await importing([
      { ...row, event_id_cnty: 'L1', notes: 'Fighters looted shops.' },
      { ...row, event_id_cnty: 'L2', notes: 'Fighters burned crops.' },
      { ...row, event_id_cnty: 'L3', notes: 'Property was affected.' },
    ]);
    const [one, two, three] = [await claimOf('L1'), await claimOf('L2'), await claimOf('L3')];
    expect([one.kind, two.kind, three.kind]).toEqual(['LOOTING', 'DESTRUCTION', 'LOOTING']);
    expect([one.importIssues, two.importIssues]).toEqual([[], []]);
    expect(three.importIssues).toMatchObject([{ kind: 'UNCLEAR_KIND', column: 'sub_event_type' }]);
  });

  test('makes up no day: a week and a month are their whole width', async () => {
    await importing([
      { ...battle, event_id_cnty: 'W', time_precision: '2' },
      { ...battle, event_id_cnty: 'M', time_precision: '3' },
    ]);
    expect((await claimOf('W')).occurred).toEqual({
      edtf: '2018-07-02/2018-07-08',
      earliest: '2018-07-02',
      latest: '2018-07-08',
      precision: 'WEEK',
      basis: 'INFERRED',
      asWritten: '2018-07-05, time_precision 2',
    });
    expect((await claimOf('M')).occurred).toMatchObject({
      edtf: '2018-07',
      earliest: '2018-07-01',
      latest: '2018-07-31',
      precision: 'MONTH',
      basis: 'STATED',
    });
  });

  test('that is marked as targeting civilians has them as its target, also beside others', async () => {
    await importing([
      {
        ...battle,
        event_id_cnty: 'CT',
        event_type: 'Explosions/Remote violence',
        sub_event_type: 'Air/drone strike',
        actor2: 'Red Front',
        assoc_actor_2: 'Civilians (Nowhere)',
        civilian_targeting: 'Civilian targeting',
        assoc_actor_1: '',
        geo_precision: '3',
      },
    ]);
    const { parties, places } = await claimOf('CT');
    expect(parties.at(-1)).toEqual({
      role: 'TARGET',
      group: 1,
      faction: { name: 'Civilians (Nowhere)', kind: 'CIVILIANS', collective: true },
    });
    expect(places[0].geoPrecision).toBe('GOVERNORATE');
  });

  test('of an older file is known by data_id, and dates in words are read', async () => {
    const older = [
      'data_id',
      ...columns.filter(
        (column) => !['civilian_targeting', 'disorder_type', 'tags'].includes(column),
      ),
      'iso3',
    ];
    await importing(
      [
        {
          ...battle,
          event_id_cnty: 'SYR77',
          data_id: '7001',
          event_date: '05 July 2018',
          inter1: '1',
          inter2: '2',
          iso3: 'NWH',
        },
      ],
      older,
    );
    const claim = await claimOf('7001', 'acled-data-id');
    expect(claim.externalIds).toEqual([
      { system: 'acled', value: 'SYR77' },
      { system: 'acled-data-id', value: '7001' },
    ]);
    expect([claim.occurred.edtf, claim.parties[0].faction.kind]).toEqual([
      '2018-07-05',
      'STATE_FORCES',
    ]);
    await importing([{ ...battle, event_id_cnty: '', data_id: '7002' }], older);
    expect((await claimOf('7002', 'acled-data-id')).kind).toBe('CLASH');
  });

  test('comes in with what is sound, and says what was left out', async () => {
    const { counts, problems } = await importing([
      {
        ...battle,
        event_id_cnty: 'BAD',
        event_date: '2018-02-30',
        latitude: 'x',
        geo_precision: '9',
        fatalities: '-1',
        sub_event_type: 'Duel',
        notes: '',
        source: '',
      },
    ]);
    expect([counts.rowsImported, counts.rowsRefused]).toEqual([1, 0]);
    const claim = await claimOf('BAD');
    expect(claim).toMatchObject({
      kind: 'CLASH',
      occurred: null,
      quantities: [],
      statement: expect.stringMatching(/^Duel \(.*\) at Aville, North, Nowhere\.$/),
    });
    expect(claim.places[0]).toMatchObject({ geoPrecision: null, point: null });
    expect(claim.attributions).toHaveLength(1);
    const kinds = ['BAD_CODE', 'BAD_CODE', 'BAD_DATE', 'BAD_NUMBER', 'BAD_POINT'];
    expect(problems.map(({ kind }) => kind).sort()).toEqual(kinds);
    expect(claim.importIssues.map(({ kind }: any) => kind).sort()).toEqual(kinds);
  });
});

describe('a file of ACLED', () => {
  test('again creates and changes nothing; a row that was changed is changed', async () => {
    await importing([battle]);
    const before = await state(api);
    const { counts } = await importing([battle]);
    expect([counts.created.claims, counts.changed.claims, counts.unchanged.claims]).toEqual([
      0, 0, 1,
    ]);
    expect(await state(api)).toEqual(before);
    const changed = await importing([{ ...battle, fatalities: '4' }]);
    expect([changed.counts.created.claims, changed.counts.changed.claims]).toEqual([0, 1]);
    expect((await claimOf('SYR1')).quantities).toMatchObject([{ best: 4 }]);
    await importing([battle]);
  });

  test('refuses rows without an id, of an id that stands above, or of too few cells; the others come in', async () => {
    const content = `${csvOf(columns, [
      { ...battle, event_id_cnty: '' },
      { ...battle, event_id_cnty: 'T1' },
      { ...battle, event_id_cnty: 'T1' },
    ])}\r\nT2,2018-07-05`;
    const { counts, problems } = await bring(api, acled, content);
    expect([counts.rowsRead, counts.rowsImported, counts.rowsRefused]).toEqual([4, 1, 3]);
    expect(problems.map(({ line, kind, refused }) => [line, kind, refused])).toEqual([
      [2, 'BAD_ID', true],
      [4, 'REPEATED_ID', true],
      [5, 'COLUMN_COUNT', true],
    ]);
  });

  test.each([
    ['of other columns', 'a,b\n1,2', /is no CSV file of ACLED: its header lacks event_date/],
    ['of nothing', '', /is empty/],
    ['with NUL', Buffer.from(`${columns.join(',')}\n\0`), /NUL/],
  ])('%s is refused whole', async (_what, content, message) => {
    const before = await state(api);
    await expect(bring(api, acled, content)).rejects.toThrow(message);
    expect(await state(api)).toEqual(before);
  });
});
