import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fileOf, importPath, ucdpFile } from '../ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const claim = async (id: string) => {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          id statement kind aggregate version
          report { title kind }
          citations { report { title publisher { name } published { edtf } } }
          attributions { chain { capacity verb source { name } } }
          occurred { edtf earliest latest precision extent }
          places {
            location { name kind parent { name } }
            role geoPrecision point { lat lon } asWritten
          }
          parties { faction { name kind externalIds { system value } } role group }
          quantities { measure min best max of { category faction { name } } partOf }
          importIssues { kind column value }
          history { nodes { version change } }
        }
      }
    }`,
    { id: { system: 'ucdp-event', value: id } },
  );
  return record;
};

describe('a row of UCDP', () => {
  test('is one claim with its release, article, speakers, parties and figures', async () => {
    const { rowsRead, rowsImported, created } = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '10' })),
      { release: '19.1' },
    );
    expect({ rowsRead, rowsImported }).toEqual({ rowsRead: 1, rowsImported: 1 });
    expect(created).toEqual({ reports: 2, sources: 3, factions: 2, locations: 4, claims: 1 });
    const imported = await claim('10');
    expect(imported).toMatchObject({
      kind: 'CASUALTIES',
      aggregate: false,
      report: { kind: 'DATASET', title: 'UCDP Georeferenced Event Dataset (GED), release 19.1' },
      citations: [
        {
          report: {
            title: 'Shots at the mill',
            publisher: { name: 'Daily Bell' },
            published: { edtf: '2021-03-02' },
          },
        },
      ],
      occurred: { edtf: '2021-03-01', precision: 'DAY', extent: 'WITHIN' },
      importIssues: [],
    });
    expect(
      imported.attributions.map(({ chain }: any) => chain.map(({ source }: any) => source.name)),
    ).toEqual([['mill workers', 'Daily Bell', 'Uppsala Conflict Data Program']]);
    expect(
      imported.attributions[0].chain.map(({ capacity, verb }: any) => [capacity, verb]),
    ).toEqual([
      ['UNSTATED', null],
      ['RELAY', null],
      ['ANALYST', 'coded'],
    ]);
    expect(imported.statement).toBe(
      'UCDP codes 3 deaths (1 on the side of Government of Ruritania, 2 on the side of Red Band) ' +
        'in the conflict between Government of Ruritania and Red Band at Millbrook town, ' +
        'Northmark province, Ruritania on 2021-03-01 (best estimate; at most 5).',
    );
    expect(imported.places).toEqual([
      {
        location: { name: 'Millbrook', kind: 'COMMUNITY', parent: { name: 'Upper Weir' } },
        role: 'AT',
        geoPrecision: 'EXACT',
        point: { lat: 12.5, lon: 45.25 },
        asWritten: 'Millbrook town',
      },
    ]);
    expect(imported.parties).toMatchObject([
      {
        role: 'PARTICIPANT',
        group: null,
        faction: { kind: 'STATE_FORCES', externalIds: [{ system: 'ucdp-actor', value: '9001' }] },
      },
      { role: 'PARTICIPANT', group: null, faction: { name: 'Red Band', kind: 'REBEL_GROUP' } },
    ]);
    expect(
      imported.quantities.map(({ min, best, max, partOf }: any) => [
        min,
        best,
        max,
        partOf !== null,
      ]),
    ).toEqual([
      [3, 3, 5, false],
      [null, 1, null, true],
      [null, 2, null, true],
      [null, 0, null, true],
      [null, 0, null, true],
    ]);
  });

  test('of one-sided violence has an actor and a target, and no zeros for the sides', async () => {
    const civilians = {
      side_b_new_id: '1',
      side_b: 'Civilians',
      deaths_a: '0',
      deaths_b: '0',
      deaths_civilians: '3',
    };
    await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '11', type_of_violence: '3', event_clarity: '2', ...civilians })),
      { release: '19.1' },
    );
    const imported = await claim('11');
    expect(imported).toMatchObject({ kind: 'VIOLENCE_AGAINST_CIVILIANS', aggregate: true });
    expect(imported.parties.map(({ role }: any) => role)).toEqual(['ACTOR', 'TARGET']);
    expect(imported.quantities.map(({ best, of }: any) => [best, of?.category ?? null])).toEqual([
      [3, null],
      [3, 'CIVILIANS'],
      [0, 'UNKNOWN_STATUS'],
    ]);
  });

  test('of a coalition has its members as parties, which share a group', async () => {
    const coalition = { side_b_new_id: '9009', side_b: 'Red Band, Blue Band' };
    await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '12', ...coalition })), {
      release: '19.1',
    });
    const { parties } = await claim('12');
    expect(parties.map(({ faction, group }: any) => [faction.name, group])).toEqual([
      ['Government of Ruritania', null],
      ['Red Band', 1],
      ['Blue Band', 1],
    ]);
    expect(parties[1].faction.externalIds).toEqual([{ system: 'ucdp-actor', value: '9002' }]);
  });

  test('keeps the best estimate and reports a bound that contradicts it', async () => {
    const { problems } = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '13', low: '9', best: '4', high: '2', deaths_unknown: '1' })),
      { release: '19.1' },
    );
    expect(problems).toEqual({ BOUND_CONTRADICTS: 2 });
    const { quantities, importIssues } = await claim('13');
    expect(quantities[0]).toMatchObject({ min: null, best: 4, max: null });
    expect(importIssues).toEqual([
      { kind: 'BOUND_CONTRADICTS', column: 'low', value: '9' },
      { kind: 'BOUND_CONTRADICTS', column: 'high', value: '2' },
    ]);
  });

  test('imports an article with an empty date as undated', async () => {
    const lists = {
      source_article: 'see beside',
      source_office: 'Daily Bell',
      source_date: '',
      source_headline: 'No day',
    };
    const row = ucdpFile({ id: '15', number_of_sources: '1', ...lists });
    const { rowsRefused, problems } = await importPath(api, 'ucdp', fileOf(row), {
      release: '19.1',
    });
    expect([rowsRefused, problems]).toEqual([0, { NO_DATE: 1 }]);
    expect(
      (await claim('15')).citations.map(({ report }: any) => [report.title, report.published]),
    ).toEqual([['No day', null]]);
  });

  test('imports articles dated 1753 or in the future as undated', async () => {
    const source_article =
      '"Daily Bell,1753-01-01,Undated";"Daily Bell,2919-01-01,Far off; "still" far"';
    const { problems } = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '14', number_of_sources: '2', source_article })),
      {
        release: '19.1',
      },
    );
    expect(problems).toEqual({ NO_DATE: 1, FUTURE_DATE: 1 });
    const { citations } = await claim('14');
    expect(citations.map(({ report }: any) => [report.title, report.published])).toEqual([
      ['Undated', null],
      ['Far off; "still" far', null],
    ]);
  });
});

describe('articles', () => {
  const cited = async (id: string) => {
    const { record } = await api.data(
      `query ($id: ExternalIdInput!) {
        record(type: CLAIM, externalId: $id) {
          ... on Claim { citations { report { id title } } }
        }
      }`,
      { id: { system: 'ucdp-event', value: id } },
    );
    return record.citations.map(({ report }: any) => report.id);
  };

  test('that several events cite are one report, in any spelling of the outlet', async () => {
    const article = (office: string) => ({
      source_article: `"${office},2021-04-01,Two villages shelled"`,
    });
    await importPath(
      api,
      'ucdp',
      fileOf(
        ucdpFile({ id: '20', ...article('HRW') }, { id: '21', ...article('Human Rights Watch') }),
      ),
    );
    expect(await cited('20')).toEqual(await cited('21'));
  });

  test('with a generic headline, or one that is twice in a row, are never merged', async () => {
    const generic = { source_article: '"VDC,2021-04-01,Martyr info"' };
    const twice = {
      number_of_sources: '2',
      source_article: '"Daily Bell,2021-04-02,Twice";"Daily Bell,2021-04-02,Twice"',
    };
    await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '22', ...generic }, { id: '23', ...generic }, { id: '24', ...twice })),
    );
    expect(
      new Set([...(await cited('22')), ...(await cited('23')), ...(await cited('24'))]).size,
    ).toBe(4);
  });
});
