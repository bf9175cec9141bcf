import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fileOf, importPath, ucdpFile } from '../ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const header = [
  'pcode',
  'name_en',
  'qualifier_en',
  'name_ar',
  ...[3, 2, 1].flatMap((n) => [`adm${n}_en`, `adm${n}_ar`, `adm${n}_pcode`]),
  'latitude',
  'longitude',
].join(',');
const place = (pcode: string, name: string, arabic: string, lat: number, adm3 = 'AD010101') =>
  `${pcode},${name},,${arabic},Weir Sub,سد,${adm3},Weir,سد,AD0101,North,شمال,AD01,${lat},1.5`;
const csv = (...rows: string[]) => [header, ...rows].join('\n');

const at = async (system: string, value: string) => {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: LOCATION, externalId: $id) {
        ... on Location {
          id name kind label geometry
          point { lat lon }
          names { text language kind scheme }
          externalIds { system value }
          parent { name kind }
          ancestors { name }
        }
      }
    }`,
    { id: { system, value } },
  );
  return record;
};

describe('a gazetteer', () => {
  test('of OCHA has P-codes, names in two languages, and the levels around a place', async () => {
    const { rowsImported, created, problems } = await importPath(
      api,
      'gazetteer',
      fileOf(
        csv(
          place('C9001', 'Millford', 'طاحونة_الشمال', 42.5),
          place('t', 'Lost', 'تائه', 42.6),
          place('C9002', 'Farend', 'بعيد', 42.7, ''),
        ),
      ),
    );
    expect({ rowsImported, created: created.locations, problems }).toEqual({
      rowsImported: 3,
      created: 7,
      problems: { UNDERSCORE: 1, BAD_PCODE: 2 },
    });
    expect(await at('ocha-pcode', 'C9001')).toMatchObject({
      name: 'Millford',
      kind: 'COMMUNITY',
      point: { lat: 42.5, lon: 1.5 },
      parent: { name: 'Weir Sub', kind: 'SUBDISTRICT' },
      names: [
        { text: 'Millford', language: 'en' },
        { text: 'طاحونة الشمال', language: 'ar' },
      ],
      ancestors: [{ name: 'Weir Sub' }, { name: 'Weir' }, { name: 'North' }, { name: 'Andorra' }],
    });
    expect((await at('ocha-pcode', 'C9002')).parent).toEqual({ name: 'Weir', kind: 'DISTRICT' });
  });

  test('changes nothing when it is imported again, and updates places when newer', async () => {
    const path = fileOf(csv(place('C9001', 'Millford', 'طاحونة_الشمال', 42.5)));
    const again = await importPath(api, 'gazetteer', path);
    expect([again.created.locations, again.changed.locations]).toEqual([0, 0]);
    const moved = await importPath(
      api,
      'gazetteer',
      fileOf(csv(place('C9001', 'Mill Ford', 'طاحونة_الشمال', 42.501))),
    );
    expect([moved.created.locations, moved.changed.locations]).toEqual([0, 1]);
    expect(await at('ocha-pcode', 'C9001')).toMatchObject({
      point: { lat: 42.501 },
      names: expect.arrayContaining([expect.objectContaining({ text: 'Mill Ford' })]),
    });
  });

  test('of Open Syria adds aliases and external ids by P-code', async () => {
    const unit = {
      id: 'ad-weir',
      name: { en: 'Weir District', ar: 'سد' },
      aliases: [{ value: 'Wehr', language: 'de' }],
      centroid: { latitude: 42.4, longitude: 1.4 },
    };
    const json = JSON.stringify(
      [
        { ...unit, externalIds: { ochaPcode: 'AD0101', wikidata: 'Q900900900', geonames: 9009 } },
        { id: 'broken' },
      ],
      null,
      1,
    );
    const { rowsImported, rowsRefused, changed } = await importPath(
      api,
      'gazetteer',
      fileOf(json, 'units.json'),
    );
    expect([rowsImported, rowsRefused, changed.locations]).toEqual([1, 1, 1]);
    const unitOfWikidata = await at('wikidata', 'Q900900900');
    expect(unitOfWikidata).toMatchObject({ name: 'Weir', kind: 'DISTRICT', point: { lat: 42.4 } });
    expect(unitOfWikidata.names.map(({ text }: any) => text)).toEqual([
      'Weir',
      'سد',
      'Weir District',
      'Wehr',
    ]);
  });

  test('of outlines sets geometries, and refuses invalid ones', async () => {
    const ring = [
      [1, 42],
      [2, 42],
      [2, 43],
      [1, 42],
    ];
    const feature = (PCODE: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { PCODE, NAME_EN: 'Weir' },
      geometry: { type: 'Polygon', coordinates },
    });
    const json = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature('AD0101', [ring]), feature('AD0102', [[[1, 2]]])],
    });
    const { rowsImported, rowsRefused, list } = await importPath(
      api,
      'gazetteer',
      fileOf(json, 'outlines.geojson'),
    );
    expect([rowsImported, rowsRefused, list[0]!.kind]).toEqual([1, 1, 'BAD_GEOMETRY']);
    expect((await at('ocha-pcode', 'AD0101')).geometry).toEqual({
      type: 'Polygon',
      coordinates: [ring],
    });
  });

  test('of GeoNames matches places by name and point, and creates the others', async () => {
    const row = (id: number, name: string, lat: number) =>
      [
        id,
        name,
        name,
        `${name}ville,http://x.example`,
        lat,
        1.5,
        'P',
        'PPL',
        'AD',
        '',
        '01',
        '',
        '',
        '',
        0,
        '',
        '',
        '',
        '2020-01-01',
      ].join('\t');
    const { created, changed } = await importPath(
      api,
      'gazetteer',
      fileOf(`${row(70001, 'Millford', 42.502)}\n${row(70002, 'Otherby', 42.9)}\n`, 'AD.txt'),
    );
    expect([created.locations, changed.locations]).toEqual([1, 1]);
    expect((await at('geonames', '70001')).externalIds).toContainEqual({
      system: 'ocha-pcode',
      value: 'C9001',
    });
    expect((await at('geonames', '70002')).name).toBe('Otherby');
  });

  test('matches the places of later events by name and point, in any spelling', async () => {
    const where = {
      country: 'Andorra',
      adm_1: 'North Governorate',
      adm_2: 'Weir district',
      latitude: '42.5',
      longitude: '1.5',
    };
    await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '5', ...where, where_coordinates: 'Mil Ford town' })),
    );
    const { record } = await api.data(`{
      record(type: CLAIM, externalId: { system: "ucdp-event", value: "5" }) {
        ... on Claim { places { asWritten location { name externalIds { value } } } }
      }
    }`);
    expect(record.places).toEqual([
      { asWritten: 'Mil Ford town', location: expect.objectContaining({ name: 'Millford' }) },
    ]);
  });
});
