import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { cells, csvRows, exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { unguardFormula } from '../values/spreadsheet.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const rowOf = async (id: string) => csvRows(await exportText(api, 'csv', { id: [id] }))[0]!;

describe('csv', () => {
  test('follows RFC 4180: header, CRLF, quotes around commas, quotes and line breaks', async () => {
    const statement = 'One, "two"\nthree\r\nfour\rfive';
    const id = await make.aClaim({ statement });
    const text = await exportText(api, 'csv', { id: [id] });
    expect(text.startsWith('id,kind,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text).toContain('"One, ""two""\nthree\r\nfour\rfive"');
    const rows = cells(text);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect((await rowOf(id)).statement).toBe(statement);
  });

  test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\tx', '\rx', '＝1'])(
    'starts no cell with what a spreadsheet would run: %j',
    async (dangerous) => {
      const sourceId = await make.aSource(dangerous);
      const reportId = await make.aReport({ title: dangerous, publisherId: sourceId });
      const place = await make.aLocation(dangerous);
      const id = await make.aClaim({
        statement: dangerous,
        sourceId,
        reportId,
        places: [{ locationId: place, lat: -33.5, lon: -70.25 }],
        parties: [{ factionId: await make.aFaction(dangerous), role: 'ACTOR' }],
        quantities: [{ measure: 'OTHER', min: 1 }],
        externalIds: [{ system: '=x', value: JSON.stringify(dangerous) }],
      });
      const text = await exportText(api, 'csv', { id: [id] });
      for (const cell of cells(text).flat())
        expect(cell).toMatch(/^(-\d+(\.\d+)?$|(?![=+\-@\t\r＝＋－＠]))/);
      const row = await rowOf(id);
      expect(row).toMatchObject({
        statement: `'${dangerous}`,
        origins: `'${dangerous}`,
        report_title: `'${dangerous}`,
      });
      expect(row).toMatchObject({
        latitude: '-33.5',
        longitude: '-70.25',
        points: 'POINT (-70.25 -33.5)',
      });
    },
  );

  test('shows speakers and report in each row, and leaves unknown cells empty', async () => {
    const [origin, outlet] = [
      await make.aSource('A witness'),
      await make.aSource('An outlet', { kind: 'OUTLET' }),
    ];
    const cited = await make.aReport({
      title: 'Cited',
      publisherId: outlet,
      published: { edtf: '2018-07-03' },
    });
    const reportId = await make.aReport({
      title: 'Read',
      publisherId: outlet,
      published: { edtf: '2018-07-10~' },
      url: 'https://x.test/1',
    });
    const id = await make.aClaim({
      reportId,
      attributions: [
        { chain: [{ sourceId: origin, capacity: 'WITNESS' }, { sourceId: outlet }] },
        { chain: [{ sourceId: outlet }] },
      ],
      citations: [{ reportId: cited, locator: 'row 7' }],
      quantities: [
        {
          measure: 'PEOPLE_KILLED',
          min: 3,
          best: 5,
          max: 7,
          parts: [{ measure: 'PEOPLE_KILLED', min: 1, max: 1, category: 'CIVILIANS' }],
        },
        { measure: 'PEOPLE_DISPLACED', min: 6000 },
      ],
    });
    const row = await rowOf(id);
    expect(row).toMatchObject({
      id,
      speakers: 'A witness → An outlet; An outlet',
      origins: 'A witness; An outlet',
      origin_capacities: 'WITNESS; UNSTATED',
      report_id: reportId,
      report_title: 'Read',
      report_publisher: 'An outlet',
      report_published: '2018-07-10~',
      report_url: 'https://x.test/1',
      citations: 'Cited (An outlet, 2018-07-03), row 7',
      citation_ids: cited,
      measure: 'PEOPLE_KILLED',
      quantity_min: '3',
      quantity_best: '5',
      quantity_max: '7',
      quantities:
        'PEOPLE_KILLED 3–7 (best estimate 5); PEOPLE_KILLED 1 of CIVILIANS (a part); ' +
        'PEOPLE_DISPLACED at least 6,000',
      when: '',
      occurred: '',
      occurred_earliest: '',
      latitude: '',
      longitude: '',
      points: '',
      parties: '',
      passage: '',
      credibility: 'SIX',
    });
  });

  test('says when, in words that are exactly as precise as the date', async () => {
    const occurred = { edtf: '2018-06-19/2018-07-10~', latest: '2018-07-14', basis: 'INFERRED' };
    const id = await make.aClaim({ occurred });
    expect((await rowOf(id)).when).toBe(
      'between 19 June 2018 and about 10 July 2018 (not after 14 July 2018, inferred)',
    );
  });

  test('says who coded a figure, and from whom', async () => {
    const [agency, monitor] = [await make.aSource('An agency'), await make.aSource('A monitor')];
    const coder = { sourceId: monitor, capacity: 'ANALYST', verb: 'coded' };
    const id = await make.aClaim({
      attributions: [{ chain: [{ sourceId: agency }, coder] }, { chain: [coder] }],
    });
    expect((await rowOf(id)).speakers).toBe(
      'coded by A monitor from An agency; coded by A monitor',
    );
  });

  test.each(["'=1", "''-x", "'quoted'", "it's", '-2.75', '-', '=1'])(
    'returns every text as it was, apostrophes in front too: %j',
    async (statement) => {
      const id = await make.aClaim({ statement });
      expect(unguardFormula((await rowOf(id)).statement!)).toBe(statement);
    },
  );

  test('writes numbers as numbers, negative ones and zero too', async () => {
    const id = await make.aClaim({
      places: [{ locationId: await make.aLocation('Null island', { point: { lat: 0, lon: 0 } }) }],
      quantities: [{ measure: 'PEOPLE_KILLED', best: 0 }],
    });
    expect(await rowOf(id)).toMatchObject({
      latitude: '0',
      longitude: '0',
      points: 'POINT (0 0)',
      quantity_best: '0',
      quantity_min: '',
    });
  });
});
