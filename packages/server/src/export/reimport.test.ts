import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ClaimKind, Modality } from '../claims/claim.enums.ts';
import { csv } from '../ingest/csv/csv.ts';
import { type Api, startApi } from '../testing/api.ts';
import { csvRows, exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';
import { GeoPrecision } from '../values/enums.ts';

const apis: Api[] = [];
let api: Api;
let make: ReturnType<typeof fixtures>;
const start = async () => {
  const started = await startApi('ledger');
  apis.push(started);
  return started;
};
beforeAll(async () => {
  api = await start();
  make = fixtures(api);
});
afterAll(async () => {
  for (const each of apis) await each.stop();
});

/** The mapping of the documentation, with which our own CSV is imported. */
const mapping = JSON.parse(
  readFileSync(new URL('../../../../docs/claimgraph-csv.map.json', import.meta.url), 'utf8'),
);

describe('CSV with the mapping of the documentation', () => {
  test('is imported into an empty ledger, with its places, points, parties and days', async () => {
    const country = await make.aLocation('Southland', { kind: 'COUNTRY' });
    const province = await make.aLocation('Capeside', { kind: 'GOVERNORATE', parentId: country });
    const town = await make.aLocation('Ouestport', { parentId: province });
    const elsewhere = await make.aLocation('Sudport', { parentId: province });
    const report = await make.aReport({
      title: 'A morning',
      published: { edtf: '2017-06-22' },
      url: 'https://x.test/morning',
      publisherId: await make.aSource('The Herald', { kind: 'OUTLET' }),
    });
    const faction = async (name: string) => ({ factionId: await make.aFaction(name) });
    const first = await make.aClaim({
      statement: 'An account of a clash',
      kind: 'CLASH',
      modality: 'ESTIMATED',
      reportId: report,
      sourceId: await make.aSource('A porter'),
      occurred: { edtf: '2017-06-20/2017-06-21' },
      places: [
        { locationId: elsewhere },
        { locationId: town, lat: -2.75, lon: -7.25, geoPrecision: 'EXACT' },
      ],
      parties: [
        { ...(await faction('The North')), role: 'ACTOR' },
        { ...(await faction('The West')), role: 'TARGET' },
        { ...(await faction('The East')), role: 'TARGET' },
      ],
    });
    const second = await make.aClaim({ places: [{ locationId: province }] });
    const text = await exportText(api, 'csv');
    expect(csvRows(text).find(({ id }) => id === first)).toMatchObject({
      latitude: '-2.75',
      longitude: '-7.25',
      place_name: 'Ouestport',
      place_admin1: 'Capeside',
      place_country: 'Southland',
      place_precision: 'EXACT',
      actors: 'The North',
      targets: 'The West; The East',
      report_published: '2017-06-22',
    });
    expect(csvRows(text).find(({ id }) => id === second)).toMatchObject({
      place_name: '',
      place_admin1: 'Capeside',
    });

    const empty = await start();
    const { counts, problems } = await importText(empty, csv, text, { settings: mapping });
    expect([counts.rowsImported, problems]).toEqual([2, []]);
    const { claims } = await empty.data(`{
      claims(filter: { kind: [CLASH] }) {
        nodes {
          statement modality
          occurred { earliest latest }
          places { point { lat lon } geoPrecision location { label parent { name kind } } }
          parties { role faction { name } }
          attributions { chain { source { name } } }
          report { title url publisher { name } published { edtf } }
        }
      }
    }`);
    expect(claims.nodes).toEqual([
      {
        statement: 'An account of a clash',
        modality: 'ESTIMATED',
        occurred: { earliest: '2017-06-20', latest: '2017-06-21' },
        places: [
          {
            point: { lat: -2.75, lon: -7.25 },
            geoPrecision: 'EXACT',
            location: {
              label: 'Ouestport, Capeside',
              parent: { name: 'Capeside', kind: 'GOVERNORATE' },
            },
          },
        ],
        parties: [
          { role: 'ACTOR', faction: { name: 'The North' } },
          { role: 'TARGET', faction: { name: 'The West' } },
          { role: 'TARGET', faction: { name: 'The East' } },
        ],
        attributions: [
          { chain: [{ source: { name: 'A porter' } }, { source: { name: 'Claimgraph' } }] },
        ],
        report: {
          title: 'A morning',
          url: 'https://x.test/morning',
          publisher: { name: 'The Herald' },
          published: { edtf: '2017-06-22' },
        },
      },
    ]);
  });

  test('keeps approximate dates with their bounds, and lists those without', async () => {
    const dates = [
      { edtf: '2017~' },
      { edtf: '2017-06-19/2017-07-10~', earliest: '2017-06-19', latest: '2017-07-14' },
      { edtf: '2017-22' },
      { edtf: '2017-06/2017-07?' },
      { edtf: '../2017-08' },
    ];
    const full = await start();
    for (const occurred of dates) await fixtures(full).aClaim({ occurred });
    const text = await exportText(full, 'csv');
    const empty = await start();
    const { problems } = await importText(empty, csv, text, { settings: mapping });
    expect(problems.map(({ kind, value }) => [kind, value])).toEqual(
      expect.arrayContaining([
        ['NO_BOUNDS', '2017~'],
        ['NO_BOUNDS', '2017-22'],
      ]),
    );
    expect(problems).toHaveLength(2);
    const form = 'occurred { edtf earliest latest approximate uncertain }';
    const occurredIn = async (ledger: Api) =>
      (await ledger.data(`{ claims { nodes { ${form} } } }`)).claims.nodes;
    expect(await occurredIn(empty)).toHaveLength(dates.length);
    for (const { edtf } of dates) {
      const of = (nodes: any[]) => nodes.find((each) => each.occurred.edtf === edtf);
      expect(of(await occurredIn(empty))).toEqual(of(await occurredIn(full)));
    }
  });

  test('knows every kind, modality and precision', () => {
    const same = (list: object) => Object.fromEntries(Object.keys(list).map((key) => [key, key]));
    expect(mapping.kind.values).toEqual(same(ClaimKind));
    expect(mapping.modality.values).toEqual(same(Modality));
    expect(mapping.place.precision.values).toEqual(same(GeoPrecision));
  });
});

describe('options of an export', () => {
  const get = async (path: string) => {
    const response = await fetch(new URL(path, api.url));
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  test('bom starts CSV with a byte order mark, which the import takes off again', async () => {
    const { bytes } = await get('/export/csv?bom=true');
    expect(bytes.subarray(0, 5)).toEqual(Buffer.from([0xef, 0xbb, 0xbf, 0x69, 0x64]));
    expect((await get('/export/csv?bom=false')).bytes.subarray(0, 2).toString()).toBe('id');
    const empty = await start();
    const { problems } = await importText(empty, csv, bytes, { settings: mapping });
    expect(problems).toEqual([]);
  });

  test('flat features have plain values only, with days to filter by', async () => {
    const id = await make.aClaim({
      occurred: { edtf: '2017-06' },
      places: [{ locationId: await make.aLocation('Here', { point: { lat: -1, lon: 2 } }) }],
    });
    const filter = encodeURIComponent(JSON.stringify({ id: [id] }));
    const { bytes } = await get(`/export/geojson?flat=true&filter=${filter}`);
    const [feature] = JSON.parse(bytes.toString()).features;
    expect(feature).toMatchObject({
      id,
      geometry: { type: 'Point', coordinates: [2, -1] },
      properties: {
        id,
        earliest: '2017-06-01',
        latest: '2017-06-30',
        place_name: 'Here',
        origins: 'A source',
        quantity_best: null,
      },
    });
    for (const value of Object.values(feature.properties))
      expect(value === null || typeof value !== 'object').toBe(true);
  });

  test.each([
    '/export/geojson?bom=true',
    '/export/csv?flat=true',
    '/export/jsonl?flat=true',
    '/export/csv?bom=yes',
    '/export/csv?bom=true&bom=true',
  ])('are refused where they mean nothing: %s', async (path) => {
    const { status, bytes } = await get(path);
    expect([status, JSON.parse(bytes.toString()).errors[0].extensions.code]).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
  });
});
