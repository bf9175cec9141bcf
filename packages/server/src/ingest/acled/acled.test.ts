import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { battle, claimOf, columns, importRows } from './acled.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('a row of ACLED', () => {
  test('is a claim of the data set with parties, speakers, place and figure', async () => {
    const { counts, problems } = await importRows(api, [battle]);
    expect(problems).toEqual([]);
    expect(counts.created).toEqual({
      reports: 1,
      sources: 3,
      factions: 4,
      locations: 5,
      claims: 1,
    });
    const name = 'Armed Conflict Location & Event Data Project';
    const chainFrom = (source: string) => ({
      chain: [
        { capacity: 'UNSTATED', verb: null, source: { name: source, kind: 'OUTLET' } },
        { capacity: 'ANALYST', verb: 'coded', source: { name, kind: 'DATASET' } },
      ],
    });
    expect(await claimOf(api, 'SYR1')).toMatchObject({
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
      attributions: [chainFrom('First Paper'), chainFrom('Second Radio')],
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
  ])('of type %s (%s) has the kind %s', async (sub_event_type, event_type, kind, roles) => {
    const id = `KIND-${sub_event_type}-${event_type}`;
    const { problems } = await importRows(api, [
      { ...battle, event_id_cnty: id, sub_event_type, event_type, assoc_actor_1: '' },
    ]);
    const claim = await claimOf(api, id);
    expect([claim.kind, ...claim.parties.map(({ role }: any) => role), problems]).toEqual([
      kind,
      ...roles,
      [],
    ]);
  });

  test('of looting or destruction has the kind that its notes say, or else an issue', async () => {
    const row = {
      ...battle,
      sub_event_type: 'Looting/property destruction',
      event_type: 'Strategic developments',
    };
    await importRows(api, [
      { ...row, event_id_cnty: 'L1', notes: 'Fighters looted shops.' },
      { ...row, event_id_cnty: 'L2', notes: 'Fighters burned crops.' },
      { ...row, event_id_cnty: 'L3', notes: 'Property was affected.' },
    ]);
    const [one, two, three] = [
      await claimOf(api, 'L1'),
      await claimOf(api, 'L2'),
      await claimOf(api, 'L3'),
    ];
    expect([one.kind, two.kind, three.kind]).toEqual(['LOOTING', 'DESTRUCTION', 'LOOTING']);
    expect([one.importIssues, two.importIssues]).toEqual([[], []]);
    expect(three.importIssues).toMatchObject([{ kind: 'UNCLEAR_KIND', column: 'sub_event_type' }]);
  });

  test('with the precision of a week or month occurred at some time in all of it', async () => {
    await importRows(api, [
      { ...battle, event_id_cnty: 'W', time_precision: '2' },
      { ...battle, event_id_cnty: 'M', time_precision: '3' },
    ]);
    expect((await claimOf(api, 'W')).occurred).toEqual({
      edtf: '2018-07-02/2018-07-08',
      earliest: '2018-07-02',
      latest: '2018-07-08',
      precision: 'WEEK',
      basis: 'INFERRED',
      asWritten: '2018-07-05, time_precision 2',
    });
    expect((await claimOf(api, 'M')).occurred).toMatchObject({
      edtf: '2018-07',
      earliest: '2018-07-01',
      latest: '2018-07-31',
      precision: 'MONTH',
      basis: 'STATED',
    });
  });

  test('that targets civilians has them as target, also next to others', async () => {
    await importRows(api, [
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
    const { parties, places } = await claimOf(api, 'CT');
    expect(parties.at(-1)).toEqual({
      role: 'TARGET',
      group: 1,
      faction: { name: 'Civilians (Nowhere)', kind: 'CIVILIANS', collective: true },
    });
    expect(places[0].geoPrecision).toBe('GOVERNORATE');
  });

  test('of an older file has its data_id, and its date in words is read', async () => {
    const older = [
      'data_id',
      ...columns.filter(
        (column) => !['civilian_targeting', 'disorder_type', 'tags'].includes(column),
      ),
      'iso3',
    ];
    await importRows(
      api,
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
    const claim = await claimOf(api, '7001', 'acled-data-id');
    expect(claim.externalIds).toEqual([
      { system: 'acled', value: 'SYR77' },
      { system: 'acled-data-id', value: '7001' },
    ]);
    expect([claim.occurred.edtf, claim.parties[0].faction.kind]).toEqual([
      '2018-07-05',
      'STATE_FORCES',
    ]);
    await importRows(api, [{ ...battle, event_id_cnty: '', data_id: '7002' }], older);
    expect((await claimOf(api, '7002', 'acled-data-id')).kind).toBe('CLASH');
  });

  test('is imported without its faulty values, which become issues', async () => {
    const { counts, problems } = await importRows(api, [
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
    const claim = await claimOf(api, 'BAD');
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

test('figures stay with their claim when a second claim comes from the same row', async () => {
  const row = { ...battle, event_id_cnty: 'SYR77', fatalities: '5' };
  const figures = 'id ... on Claim { version quantities { best } }';
  const find = async () =>
    (
      await api.data(`{ record(type: CLAIM, externalId: { system: "acled", value: "SYR77" }) {
      ${figures} } }`)
    ).record;
  await importRows(api, [row]);
  const { id, version } = await find();
  await api.data(
    `mutation ($id: ID!, $version: Int!) { updateClaim(id: $id, expectedVersion: $version, input: {
      externalIds: [], quantities: [{ measure: PEOPLE_KILLED, best: 4 }] }) { claim { id } } }`,
    { id, version },
  );
  // Without its id, the claim is not found again. The ids of new claims depend on the day.
  await importRows(api, [{ ...row, event_date: '2018-07-09' }]);
  await importRows(api, [row]);
  const second = await find();
  expect(second.id).not.toBe(id);
  const { node } = await api.data(`query ($id: ID!) { node(id: $id) { ${figures} } }`, { id });
  expect([node.quantities, second.quantities]).toEqual([[{ best: 4 }], [{ best: 5 }]]);
});
