import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { idByName } from './sample.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const statements = (list: { nodes: { statement: string }[] }) =>
  list.nodes.map(({ statement }) => statement).sort();

describe('one operation on the sample answers', () => {
  test('who estimated how many people were displaced, and through which outlet', async () => {
    const { claims } = await api.data(`{
      claims(filter: { kind: [DISPLACEMENT], quantity: { measure: PEOPLE_DISPLACED } }) {
        totalCount
        nodes {
          modality
          attributions { chain { source { name kind role } verb capacity } }
          report { publisher { name kind } }
          quantities {
            measure min best max approximate comparator asWritten of { category } partOf
          }
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
      { id: await idByName(api, 'factions', 'Army of the South') },
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

  test('which claims are fears, which are listed only on request', async () => {
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

  test('which claims refine or corroborate another claim, and why', async () => {
    const { claims } = await api.data(`{
      claims(filter: { link: { kind: [REFINES, CORROBORATES] } }, first: 50) {
        nodes {
          id
          links(kinds: [REFINES, CORROBORATES]) {
            kind sharedOrigin rationale by from { id statement } to { statement }
          }
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

  test('what the activist says and what the officer says, by first speaker', async () => {
    const [activist, officer, outlet] = await Promise.all(
      ['Jumaa al-Masalma', 'Yasser al-Turkmani', 'Diyaruna'].map((name) =>
        idByName(api, 'sources', name),
      ),
    );
    const data = await api.data(
      `query ($activist: ID!, $officer: ID!, $outlet: ID!) {
        activist: claims(filter: { speaker: { source: [$activist], first: true } }) {
          totalCount nodes { kind }
        }
        officer: claims(filter: { speaker: { source: [$officer], first: true } }) {
          totalCount nodes { kind }
        }
        outlet: source(id: $outlet) {
          claims(asOrigin: true) { totalCount }
          all: claims { totalCount }
          reports { totalCount }
        }
        outletFirst: claims(filter: { speaker: { source: [$outlet], first: true } }) { totalCount }
        unnamed: claims(filter: { speaker: { kind: [COLLECTIVE], first: true } }) { totalCount }
      }`,
      { activist, officer, outlet },
    );
    expect([data.activist.totalCount, data.officer.totalCount, data.unnamed.totalCount]).toEqual([
      6, 15, 5,
    ]);
    expect(data.outlet).toEqual({
      claims: { totalCount: 0 },
      all: { totalCount: 26 },
      reports: { totalCount: 1 },
    });
    expect(data.outletFirst.totalCount).toBe(0);
    const kinds = (list: any) => new Set(list.nodes.map(({ kind }: any) => kind));
    expect(kinds(data.activist)).toEqual(new Set(['LOOTING', 'AIRSTRIKE', 'DISPLACEMENT']));
    expect(kinds(data.officer)).not.toContain('LOOTING');
  });

  test('when the report was published, and from which words that was inferred', async () => {
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
