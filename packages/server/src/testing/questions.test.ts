import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { fixtures } from './fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const statements = (list: { nodes: { statement: string }[] }) =>
  list.nodes.map(({ statement }) => statement).sort();
const idOf = async (list: 'sources' | 'factions' | 'locations', text: string): Promise<string> => {
  const type = `${list[0]!.toUpperCase()}${list.slice(1, -1)}`;
  const found = await api.data(
    `query ($filter: ${type}Filter) { ${list}(filter: $filter) { nodes { id name } } }`,
    { filter: { text } },
  );
  return found[list].nodes.find(({ name }: { name: string }) => name === text).id;
};

describe('what the sample answers, each in one operation', () => {
  test('who estimated the number displaced, through which outlet, and that it is open above', async () => {
    const { claims } = await api.data(`{
      claims(filter: { kind: [DISPLACEMENT], quantity: { measure: PEOPLE_DISPLACED } }) {
        totalCount
        nodes {
          modality
          attributions { chain { source { name kind role } verb capacity } }
          report { publisher { name kind } }
          quantities { measure min best max approximate comparator asWritten of { category } partOf }
          places { location { name } role basis }
        }
      }
    }`);
    expect(claims.totalCount).toBe(1);
    const [claim] = claims.nodes;
    expect(claim.modality).toBe('ESTIMATED');
    expect(claim.attributions).toHaveLength(1);
    expect(claim.attributions[0].chain.map(({ source }: any) => source)).toEqual([
      { name: 'Yasser al-Turkmani', kind: 'PERSON', role: 'Free Syrian Army officer in Daraa' },
      { name: 'Diyaruna', kind: 'OUTLET', role: null },
    ]);
    expect(claim.attributions[0].chain[1].capacity).toBe('RELAY');
    expect(claim.report.publisher).toEqual({ name: 'Diyaruna', kind: 'OUTLET' });
    expect(claim.quantities).toEqual([
      {
        measure: 'PEOPLE_DISPLACED',
        min: 6000,
        best: null,
        max: null,
        approximate: false,
        comparator: 'AT_LEAST',
        asWritten: 'six thousand people or more',
        of: null,
        partOf: null,
      },
    ]);
    expect(claim.places).toEqual([
      { location: { name: 'Yarmouk basin' }, role: 'FROM', basis: 'STATED' },
      { location: { name: expect.any(String) }, role: 'FROM', basis: 'INFERRED' },
    ]);
  });

  test('which towns government forces are said to have entered, told from their homonyms', async () => {
    const { aLocation } = fixtures(api);
    const hama = await aLocation('Hama', { kind: 'GOVERNORATE' });
    const district = await aLocation('As-Suqaylabiyah', { kind: 'DISTRICT', parentId: hama });
    const ziyara = await aLocation('Ziyara', { kind: 'SUBDISTRICT', parentId: district });
    await aLocation('Zayzun', { parentId: ziyara });
    const { entered, homonyms } = await api.data(
      `query ($forces: [ID!]) {
        entered: claims(filter: { kind: [ADVANCE], party: { faction: $forces, role: [ACTOR] }, place: { role: [TO] } }) {
          nodes {
            parties { faction { name externalIds { system value } } role group }
            places { role asWritten location { kind label externalIds { system value } alsoIn { name } } }
          }
        }
        homonyms: locations(filter: { text: "Zayzun" }) { nodes { label } }
      }`,
      { forces: [await idOf('factions', 'Syrian government forces')] },
    );
    expect(entered.nodes).toHaveLength(1);
    const [{ parties, places }] = entered.nodes;
    expect(parties[0].faction).toEqual({
      name: 'Syrian government forces',
      externalIds: [{ system: 'ucdp-actor', value: '118' }],
    });
    expect(parties.map(({ role, group }: any) => [role, group])).toEqual([
      ['ACTOR', parties[0].group],
      ['ACTOR', parties[0].group],
    ]);
    const towns = places.filter((place: any) => place.location.kind === 'COMMUNITY');
    expect(
      towns.map(({ location, asWritten }: any) => [
        asWritten,
        location.label,
        location.externalIds[0].value,
      ]),
    ).toEqual([
      ['Tel Shihab', 'Tal Shihab, Mzeireb, Daraa', 'C6033'],
      ['Zaizoun', 'Zayzun, Mzeireb, Daraa', 'C6037'],
    ]);
    expect(towns.map(({ location }: any) => location.alsoIn)).toEqual([
      [{ name: 'Western rural area' }],
      [{ name: 'Western rural area' }],
    ]);
    expect(homonyms.nodes.map(({ label }: any) => label).sort()).toEqual([
      'Zayzun, Mzeireb, Daraa',
      'Zayzun, Ziyara, Hama',
    ]);
  });

  test('where the displaced are said to have gone, wooded land included', async () => {
    const { claims } = await api.data(`{
      claims(filter: { kind: [DISPLACEMENT], place: { role: [TO, TOWARDS] } }) {
        nodes { places { role location { name kind point { lat lon } parent { name } } } }
      }
    }`);
    expect(claims.nodes).toHaveLength(1);
    const [{ places }] = claims.nodes;
    expect(places.map(({ role, location }: any) => [role, location.name])).toEqual([
      ['TOWARDS', 'Qunaitra'],
      ['TOWARDS', 'Horan'],
      ['TOWARDS', 'wooded land'],
    ]);
    expect(places[2].location).toEqual({
      name: 'wooded land',
      kind: 'DESCRIBED',
      point: null,
      parent: null,
    });
  });

  test('who is said to control the Yarmouk basin, and what that faction is an affiliate of', async () => {
    const { location } = await api.data(
      `query ($id: ID!) {
        location(id: $id) {
          claims(filter: { kind: [TERRITORIAL_CONTROL] }) {
            nodes {
              attributions { chain { source { name } } }
              parties { role faction { name relations(kinds: [AFFILIATE_OF]) { kind from { name } to { name } claims { statement } } } }
            }
          }
        }
      }`,
      { id: await idOf('locations', 'Yarmouk basin') },
    );
    expect(location.claims.nodes).toHaveLength(1);
    const [{ parties, attributions }] = location.claims.nodes;
    expect(attributions[0].chain[0].source.name).toBe('Yasser al-Turkmani');
    expect(parties).toEqual([
      {
        role: 'CONTROLLER',
        faction: {
          name: 'Jaish Khalid ibn al-Walid',
          relations: [
            {
              kind: 'AFFILIATE_OF',
              from: { name: 'Jaish Khalid ibn al-Walid' },
              to: { name: 'Islamic State' },
              claims: [
                { statement: 'Jaish Khalid ibn al-Walid is an affiliate of the Islamic State.' },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('how many factions form the Army of the South, and which claim says so', async () => {
    const { faction } = await api.data(
      `query ($id: ID!) {
        faction(id: $id) {
          relations(kinds: [PART_OF]) {
            from { name collective }
            to { name }
            during { edtf }
            claims { statement occurred { edtf } quantities { measure min best max comparator } }
          }
        }
      }`,
      { id: await idOf('factions', 'Army of the South') },
    );
    expect(faction.relations).toEqual([
      {
        from: { name: 'eleven factions (unnamed)', collective: true },
        to: { name: 'Army of the South' },
        during: null,
        claims: [
          {
            statement: 'Eleven active factions have announced an alliance, the Army of the South.',
            occurred: null,
            quantities: [
              { measure: 'FACTIONS', min: 11, best: 11, max: 11, comparator: 'EXACTLY' },
            ],
          },
        ],
      },
    ]);
  });

  test('which claims are fears: no list of clashes has one unless modality asks', async () => {
    const { fears, clashes, feared } = await api.data(`{
      fears: claims(filter: { modality: [FEARED] }) { totalCount nodes { kind statement } }
      clashes: claims(filter: { kind: [CLASH] }) { totalCount nodes { id } }
      feared: claims(filter: { kind: [CLASH], modality: [FEARED] }) { totalCount }
    }`);
    expect(fears.totalCount).toBe(2);
    expect(statements(fears)).toEqual([
      'Fighting breaks out: the fear that has grown along with the alliance called the Army of ' +
        'the South.',
      'Ground combat and bombardment start again in the south of Daraa: the fear that makes ' +
        'people leave.',
    ]);
    expect(clashes).toEqual({ totalCount: 0, nodes: [] });
    expect(feared.totalCount).toBe(2);
  });

  test('every claim inside Daraa governorate, its towns included', async () => {
    const found = await api.data(`{
      record(type: LOCATION, externalId: { system: "ocha-pcode", value: "SY12" }) {
        ... on Location {
          label
          claims(first: 100) { totalCount nodes { places { location { name } } } }
          itself: claims(scope: EXACT) { totalCount }
          around: claims(scope: WITHIN_OR_OVERLAPPING) { totalCount }
        }
      }
    }`);
    const { label, claims, itself, around } = found.record;
    expect(label).toBe('Daraa');
    expect([claims.totalCount, itself.totalCount, around.totalCount]).toEqual([18, 2, 19]);
    expect(claims.nodes).toHaveLength(18);
    const named = new Set(
      claims.nodes.flatMap(({ places }: any) => places.map(({ location }: any) => location.name)),
    );
    for (const place of [
      'Sayda',
      'Um Elmayathen',
      'Zayzun',
      'Yarmouk basin',
      'Road to the Nassib crossing',
    ])
      expect(named).toContain(place);
  });

  test('which claims refine or corroborate another, and why', async () => {
    const { claims } = await api.data(`{
      claims(filter: { link: { kind: [REFINES, CORROBORATES] } }, first: 50) {
        nodes {
          id
          links(kinds: [REFINES, CORROBORATES]) { kind sharedOrigin rationale by from { id statement } to { statement } }
        }
      }
    }`);
    const links = claims.nodes.flatMap(({ id, links: all }: any) =>
      all.filter(({ from }: any) => from.id === id),
    );
    const brief = links.map(({ kind, sharedOrigin, from, to }: any) =>
      [kind, sharedOrigin, from.statement, to.statement].join(' | '),
    );
    expect(brief.sort()).toEqual([
      'CORROBORATES | POSSIBLE | Household goods have been carried off in parts of the eastern ' +
        'rural area of Daraa since the government side arrived. | Looting has been common in the ' +
        'eastern rural area of Daraa since the government side took it.',
      'REFINES | UNKNOWN | People continue to leave the south of Daraa. | Civilians are ' +
        'leaving the southern rural area of Daraa in large numbers.',
      'REFINES | YES | The carrying off of household goods is worst in Saida, in Um al-Mayazin ' +
        'and along the road to the Nassib crossing. | Household goods have been carried off in ' +
        'parts of the eastern rural area of Daraa since the government side arrived.',
    ]);
    expect(links.map(({ by }: any) => by)).toEqual(['local', 'local', 'local']);
    expect(links.find(({ kind }: any) => kind === 'CORROBORATES').rationale).toMatch(
      /may be one origin/,
    );
  });

  test('what the activist says against what the officer says, by first speaker', async () => {
    const [activist, officer, outlet] = await Promise.all(
      ['Jumaa al-Masalma', 'Yasser al-Turkmani', 'Diyaruna'].map((name) => idOf('sources', name)),
    );
    const found = await api.data(
      `query ($activist: ID!, $officer: ID!, $outlet: ID!) {
        activist: claims(filter: { speaker: { source: [$activist], first: true } }) { totalCount nodes { kind } }
        officer: claims(filter: { speaker: { source: [$officer], first: true } }) { totalCount nodes { kind } }
        first: source(id: $outlet) { claims(asOrigin: true) { totalCount } all: claims { totalCount } reports { totalCount } }
        through: claims(filter: { speaker: { source: [$outlet], first: true } }) { totalCount }
        unnamed: claims(filter: { speaker: { kind: [COLLECTIVE], first: true } }) { totalCount }
      }`,
      { activist, officer, outlet },
    );
    expect([found.activist.totalCount, found.officer.totalCount, found.unnamed.totalCount]).toEqual(
      [6, 15, 5],
    );
    expect(found.first).toEqual({
      claims: { totalCount: 0 },
      all: { totalCount: 26 },
      reports: { totalCount: 1 },
    });
    expect(found.through.totalCount).toBe(0);
    const kinds = (list: any) => new Set(list.nodes.map(({ kind }: any) => kind));
    expect(kinds(found.activist)).toEqual(new Set(['LOOTING', 'AIRSTRIKE', 'DISPLACEMENT']));
    expect(kinds(found.officer)).not.toContain('LOOTING');
  });

  test('the report’s date is approximate and inferred, and the words it was read from stand by it', async () => {
    const { reports } = await api.data(
      '{ reports { totalCount nodes { bodyKind published { edtf earliest latest precision ' +
        'approximate uncertain basis asWritten } } } }',
    );
    expect(reports).toEqual({
      totalCount: 1,
      nodes: [
        {
          bodyKind: 'PARAPHRASE',
          published: {
            edtf: '2018-07-10~',
            earliest: '2018-07-08',
            latest: '2018-07-14',
            precision: 'WEEK',
            approximate: true,
            uncertain: false,
            basis: 'INFERRED',
            asWritten: 'three weeks after the offensive in the south began',
          },
        },
      ],
    });
  });
});
