import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fileOf, importPath } from '../ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** The places with these P-codes, by code. */
async function placesOf(codes: readonly string[], system = 'ocha-pcode') {
  const { locations } = await api.data(
    `query ($filter: LocationFilter!) {
      locations(first: 100, filter: $filter) {
        nodes {
          name kind
          names { text language kind }
          externalIds { system value }
          parent { name kind externalIds { value } }
        }
      }
    }`,
    { filter: { or: codes.map((value) => ({ externalId: { system, value } })) } },
  );
  return new Map<string, any>(
    locations.nodes.map((place: any) => [
      place.externalIds.find((id: any) => id.system === system).value,
      place,
    ]),
  );
}

/** Codes of a governorate and of a district in it, in forms that countries use. */
const forms: readonly (readonly [iso3: string, governorate: string, district: string])[] = [
  ['AND', 'AD71', 'AD7101'],
  ['IRQ', 'IQG71', 'IQG71Q05'],
  ['LBN', 'LB7', 'LB71'],
  ['SDN', 'SD71', 'SD71004'],
  ['NGA', 'NG071', 'NG071003'],
  ['MMR', 'MMR071', 'MMR071D001'],
  ['PHL', 'PH710000000', 'PH712800000'],
  ['NPL', 'NP.7', 'NP.7.1'],
  ['IDN', 'ID-71', 'ID-71-02'],
  ['UKR', 'UA71', 'UA7102A'],
  ['BRA', 'BRAX', 'BRAX015'],
  ['TUR', 'TUR071', 'TUR071001'],
  ['COL', 'CO71', 'CO71001'],
  ['AUT', 'AT7', 'AT701'],
];

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [1, 42],
      [2, 42],
      [2, 43],
      [1, 42],
    ],
  ],
};
const collection = (...properties: object[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: properties.map((each) => ({ type: 'Feature', properties: each, geometry: polygon })),
  });

describe('units of all countries', () => {
  test('have the level and the parent that their row says, in any order of rows', async () => {
    const rows = forms.flatMap(([iso3, governorate, district]) => [
      `${iso3},2,${district},Part of ${iso3},${governorate},2024-01-01`,
      `${iso3},1,${governorate},North of ${iso3},${iso3},2024-01-01`,
    ]);
    const file = [
      'Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date',
      '#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date+start',
      ...rows,
    ].join('\n');
    const { rowsRead, rowsRefused } = await importPath(api, 'gazetteer', fileOf(file), {
      batchRows: 7,
    });
    expect([rowsRead, rowsRefused]).toEqual([rows.length, 0]);
    const places = await placesOf(forms.flatMap(([, ...codes]) => codes));
    for (const [iso3, governorate, district] of forms) {
      expect(places.get(governorate)).toMatchObject({
        kind: 'GOVERNORATE',
        name: `North of ${iso3}`,
        parent: { kind: 'COUNTRY' },
      });
      expect(places.get(district)).toMatchObject({
        kind: 'DISTRICT',
        parent: { externalIds: [{ value: governorate }] },
      });
    }
  });

  test('take their level from the property, and wait for a parent in a later file', async () => {
    const districts = collection(
      { ADM2_EN: 'Eastbank', ADM2_PCODE: 'SD82004', ADM1_PCODE: 'SD82' },
      { ADM2_EN: 'Odd', ADM2_PCODE: 'SD99X', ADM1_PCODE: 'SD82' },
    );
    await importPath(api, 'gazetteer', fileOf(districts, 'adm2.geojson'));
    expect((await placesOf(['SD82004'])).get('SD82004').parent.kind).toBe('COUNTRY');
    const governorates = collection({ ADM1_EN: 'Riverland', ADM1_PCODE: 'SD82' });
    await importPath(api, 'gazetteer', fileOf(governorates, 'adm1.geojson'));
    const places = await placesOf(['SD82004', 'SD99X']);
    for (const code of ['SD82004', 'SD99X'])
      expect(places.get(code)).toMatchObject({ kind: 'DISTRICT', parent: { name: 'Riverland' } });
  });

  test('have names in the languages that columns or lang1 say, and never a code', async () => {
    await importPath(
      api,
      'gazetteer',
      fileOf(
        collection({
          adm1_name: 'Stonegate',
          adm1_name1: 'باب الحجر',
          adm1_pcode: 'SY91',
          adm0_name: 'Syrian Arab Republic',
          adm0_pcode: 'SY',
          lang: 'en',
          lang1: 'ar',
        }),
        'adm1.geojson',
      ),
    );
    expect((await placesOf(['SY91'])).get('SY91')).toMatchObject({
      name: 'Stonegate',
      names: [
        { text: 'Stonegate', language: 'en' },
        { text: 'باب الحجر', language: 'ar' },
      ],
    });
    const { list } = await importPath(
      api,
      'gazetteer',
      fileOf('ADM1_PCODE,ADM1_EN\nSY92,SY92\nt,Lost\n', 'adm1.csv'),
    );
    expect(list.map(({ kind, line }) => [kind, line])).toEqual([
      ['NO_NAME', 2],
      ['BAD_PCODE', 3],
    ]);
  });

  test('have one code in any letter case, also as parents', async () => {
    await importPath(api, 'gazetteer', fileOf('adm1_pcode,adm1_en\nad64,Lowercase\n'));
    const later = 'ADM1_PCODE,ADM2_PCODE,ADM2_EN\nAD64,Ad6401,Inner\n';
    await importPath(api, 'gazetteer', fileOf(later));
    const listed = 'P-Code,Name,Admin Level,Parent P-Code\nAD6402,Second,2,ad64\n';
    await importPath(api, 'gazetteer', fileOf(listed));
    const places = await placesOf(['AD64', 'AD6401', 'AD6402', 'ad64']);
    expect([...places].map(([code, { parent }]) => [code, parent.name]).sort()).toEqual([
      ['AD64', 'Andorra'],
      ['AD6401', 'Lowercase'],
      ['AD6402', 'Lowercase'],
    ]);
  });

  test('are refused if no column says their level, with what to do', async () => {
    const { list } = await importPath(
      api,
      'gazetteer',
      fileOf('PCODE,NAME_EN\nIQG93Q05,Somewhere\n', 'units.csv'),
    );
    expect(list).toEqual([
      expect.objectContaining({ kind: 'NO_LEVEL', reason: expect.stringContaining('ADM1_PCODE') }),
    ]);
  });
});

describe('units whose row names no larger unit', () => {
  const importCodes = (level: number, ...codes: string[]) =>
    importPath(
      api,
      'gazetteer',
      fileOf(
        [`ADM${level}_PCODE,ADM${level}_EN`, ...codes.map((code) => `${code},Unit ${code}`)].join(
          '\n',
        ),
        `adm${level}.csv`,
      ),
    );
  const parentOf = async (code: string) =>
    (await placesOf([code])).get(code).parent?.externalIds[0]?.value;
  const unplaced = ({ list }: { list: readonly { kind: string; value: string | null }[] }) =>
    list.filter(({ kind }) => kind === 'NO_PARENT').map(({ value }) => value);

  test.each([
    ['by two digits', ['KE31', 'KE32'], 'KE3104', 'KE31'],
    ['with a dash', ['TL-01', 'TL-02'], 'TL-0101', 'TL-01'],
    ['by three letters', ['ZMB101', 'ZMB102'], 'ZMB101003', 'ZMB101'],
    [
      'filled with zeros, 10 digits',
      ['PH0100000000', 'PH1000000000'],
      'PH0102800000',
      'PH0100000000',
    ],
    ['filled with zeros, 9 digits', ['PH150000000'], 'PH153800000', 'PH150000000'],
    ['by one digit', ['LB4', 'LB5'], 'LB41', 'LB4'],
  ])('are put into it by codes %s', async (_, larger, code, parent) => {
    await importCodes(1, ...larger);
    expect(unplaced(await importCodes(2, code))).toEqual([]);
    expect(await parentOf(code)).toBe(parent);
  });

  test.each([
    ['no unit has the code', [], 'TZ0203', 'TZ'],
    ['the zeros are those of another region', ['PH1200000000'], 'PH1902900000', 'PH'],
    ['codes of the level differ in length', ['MW1', 'MW2', 'MW12'], 'MW121', 'MW'],
    ['one code says nothing of the others', ['GH1'], 'GH121', 'GH'],
    ['the code is of a form of its own', ['UG0100000000'], 'UG0102800000', 'UG'],
  ])('stay in the country if %s, which is an issue', async (_, larger, code, country) => {
    if (larger.length > 0) await importCodes(1, ...larger);
    expect(unplaced(await importCodes(2, code))).toEqual([code]);
    expect(await parentOf(code)).toBe(country);
  });

  test('are no issue if the larger unit is named and comes later', async () => {
    const file = 'ADM2_PCODE,ADM2_EN,ADM1_PCODE\nZW9901,Late,ZW99\n';
    expect(unplaced(await importPath(api, 'gazetteer', fileOf(file, 'adm2.csv')))).toEqual([]);
  });
});
