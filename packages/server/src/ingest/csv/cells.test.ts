import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { importText, state } from '../../testing/imports.ts';
import { csv } from './csv.ts';
import type { MappingInput } from './mapping.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const header = 'no,what,from,to,dead,lat,lon,town,by,who,title,printed';
const mapping: MappingInput = {
  dataset: { name: 'Weir Desk' },
  dates: 'DD/MM/YYYY',
  nobody: ['Unknown', 'not known'],
  id: { column: 'no' },
  statement: { column: 'what' },
  occurred: { from: 'from', to: 'to' },
  place: { name: 'town', latitude: 'lat', longitude: 'lon' },
  parties: [{ column: 'by', role: 'ACTOR' }],
  figures: [{ measure: 'PEOPLE_KILLED', value: 'dead' }],
  sources: [{ column: 'who' }],
  report: { title: 'title', published: 'printed' },
};
const importRows = (rows: readonly string[], settings: MappingInput = mapping) =>
  importText(api, csv, [header, ...rows].join('\n'), { settings });
const claimOf = async (value: string, system = 'table:weir desk') => {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          statement
          occurred { edtf earliest latest approximate asWritten }
          quantities { best }
          places { point { lat lon } location { name } }
          parties { faction { name } }
          attributions { chain { source { name } } }
          report { published { edtf earliest asWritten } }
          importIssues { kind column value }
        }
      }
    }`,
    { id: { system, value } },
  );
  return record;
};

describe('dates of a desk’s table', () => {
  const cases: [id: string, cells: string, occurred: object | null, issues: string[]][] = [
    ['D1', '06/2031,', { edtf: '2031-06', earliest: '2031-06-01', latest: '2031-06-30' }, []],
    ['D2', '03/06/2031,', { edtf: '2031-06-03', asWritten: null }, []],
    ['D3', '03/06/2031,07/06/2031', { edtf: '2031-06-03/2031-06-07', latest: '2031-06-07' }, []],
    [
      'D4',
      '03/06/2031,soon',
      { edtf: '2031-06-03/', earliest: '2031-06-03', latest: null },
      ['BAD_DATE'],
    ],
    ['D5', ',07/06/2031', { edtf: '/2031-06-07', earliest: null, latest: '2031-06-07' }, []],
    ['D6', 'soon,07/06/2031', null, ['BAD_DATE']],
    ['D7', '07/06/2031,03/06/2031', null, ['BAD_DATE']],
    ['D8', '06/25/2031,', null, ['BAD_DATE']],
    [
      'D9',
      'early July 2031,',
      {
        edtf: '2031-07~',
        earliest: null,
        latest: null,
        approximate: true,
        asWritten: 'early July 2031',
      },
      ['NO_BOUNDS'],
    ],
    ['D10', '47639,', null, ['BAD_DATE']],
    ['D11', '2031-06-03/..,', { edtf: '2031-06-03/..', latest: null }, []],
    ['D12', '1410/03/13,', null, ['BAD_DATE']],
    ['D13', '2574,', null, ['BAD_DATE']],
    ['D14', '03/06/2031,9999-12-31', { edtf: '2031-06-03/', latest: null }, ['BAD_DATE']],
  ];
  test('are as exact as they are written, and never made up', async () => {
    await importRows(cases.map(([id, cells]) => `${id},It was said.,${cells},,,,,,,,`));
    for (const [id, , occurred, issues] of cases) {
      const claim = await claimOf(id);
      expect([id, claim.occurred]).toEqual([id, occurred && expect.objectContaining(occurred)]);
      expect([id, claim.importIssues.map(({ kind }: any) => kind)]).toEqual([id, issues]);
    }
  });

  test('of reports may be months, but no intervals', async () => {
    await importRows([
      'P1,One.,,,,,,,,,A title,June 2031',
      'P2,Two.,,,,,,,,,B title,2031-06-01/2031-06-03',
    ]);
    expect((await claimOf('P1')).report.published).toEqual({
      edtf: '2031-06',
      earliest: '2031-06-01',
      asWritten: 'June 2031',
    });
    expect(await claimOf('P2')).toMatchObject({
      report: { published: null },
      importIssues: [{ kind: 'BAD_DATE', column: 'printed' }],
    });
  });
});

test('figures and points are read with the decimal sign of the mapping', async () => {
  await importRows(['N1,One.,,,"1,200",12.5,-7.25,Odra,,,,', 'N2,Two.,,,1.5,"12,5",7,Odra,,,,']);
  expect(await claimOf('N1')).toMatchObject({
    quantities: [{ best: 1200 }],
    places: [{ point: { lat: 12.5, lon: -7.25 } }],
  });
  expect(await claimOf('N2')).toMatchObject({
    quantities: [],
    importIssues: [
      { kind: 'BAD_POINT', value: '12,5' },
      { kind: 'BAD_NUMBER', value: '1.5' },
    ],
  });
  await importRows(['N3,One.,,,1.200,"12,5",7,Odra,,,,', 'N4,Two.,,,"1,200",1,7,Odra,,,,'], {
    ...mapping,
    decimals: ',',
  });
  expect(await claimOf('N3')).toMatchObject({
    quantities: [{ best: 1200 }],
    places: [{ point: { lat: 12.5, lon: 7 } }],
  });
  expect((await claimOf('N4')).quantities).toEqual([]);
});

test('who is nobody, and marks for nothing, name no faction, source or place', async () => {
  await importRows([
    'U1,One.,,,nan,,,unknown,Red Band;Not known;NA,Unknown,,',
    'U2,Two.,,,,,,NA,None,Null,,',
  ]);
  expect(await claimOf('U1')).toMatchObject({
    places: [],
    parties: [{ faction: { name: 'Red Band' } }],
    attributions: [{ chain: [{ source: { name: 'Weir Desk' } }] }],
    importIssues: [
      { kind: 'NO_VALUE', column: 'by', value: 'NA' },
      { kind: 'NO_VALUE', column: 'dead', value: 'nan' },
    ],
  });
  expect(await claimOf('U2')).toMatchObject({
    places: [],
    parties: [],
    attributions: [{ chain: [{ source: { name: 'Null' } }, {}] }],
  });
  const { factions, locations } = await api.data(
    '{ factions(first: 50) { nodes { name } } locations(first: 50) { nodes { name } } }',
  );
  const names = [...factions.nodes, ...locations.nodes].map(({ name }: any) => name);
  expect(names.filter((name) => /^(na|nan|none|unknown|not known)$/i.test(name))).toEqual([]);
});

test('a mapping may say what a mark for nothing means in a column of values', async () => {
  await importRows(['K1,One.,,,,,,,NA,,,'], {
    ...mapping,
    parties: [],
    kind: { column: 'by', values: { NA: 'CLASH' } },
  });
  const { claims } = await api.data(
    '{ claims(filter: { kind: [CLASH] }) { nodes { statement } } }',
  );
  expect(claims.nodes).toEqual([{ statement: 'One.' }]);
});

test('a guarded text comes back as it was', async () => {
  await importRows([`"G1",'=2*3 was on the wall,,,,'-2.75,'7.5,Odra,,,,`]);
  expect(await claimOf('G1')).toMatchObject({
    statement: '=2*3 was on the wall',
    places: [{ point: { lat: -2.75, lon: 7.5 } }],
  });
});

test('a row of hashtags is not a claim, and is listed once', async () => {
  const { counts, problems } = await importRows([
    '#meta+id,#event,#date,,,,,#loc,,,,',
    'H1,One.,,,,,,,,,,',
    'bad,,,,,,,,,,,',
  ]);
  expect([counts.rowsRead, counts.rowsImported, counts.problems]).toEqual([
    2,
    1,
    { TAG_ROW: 1, NO_STATEMENT: 1 },
  ]);
  expect(problems[0]).toMatchObject({ kind: 'TAG_ROW', line: 2, refused: false });
});

test.each([
  ['only a header', header],
  ['only a header and hashtags', `${header}\n#id,#event,,,,,,,,,,`],
  ['only empty rows', `${header}\n,,\n\n,,,`],
])('a table of %s is refused', async (_, content) => {
  const before = await state(api);
  await expect(importText(api, csv, content, { settings: mapping })).rejects.toThrow(/has no rows/);
  expect(await state(api)).toEqual(before);
});

test('a workbook is imported as a table, with its issues', async () => {
  const sheet = utils.aoa_to_sheet([
    header.split(','),
    ['X1', 'One.', { v: 47_639, t: 'n', z: 'd mmm yyyy' }, null, 5, 12.5, 7, 'Weir'],
    ['X2', 'Two.', 2031, null, null, null, null, null, null, null, null, ''],
  ] as unknown[][]);
  sheet['!merges'] = [utils.decode_range('H2:H3'), utils.decode_range('E2:E3')];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Log');
  const content: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' });
  for (const changes of [{ created: 2 }, { created: 0 }]) {
    const { counts } = await importText(api, csv, content, { settings: mapping, file: 'log.xlsx' });
    expect([counts.created.claims, counts.rowsRefused]).toEqual([changes.created, 0]);
  }
  expect(await claimOf('X1')).toMatchObject({
    occurred: { edtf: '2030-06-05' },
    quantities: [{ best: 5 }],
  });
  expect(await claimOf('X2')).toMatchObject({
    occurred: { edtf: '2031' },
    quantities: [],
    places: [{ location: { name: 'Weir' } }],
    importIssues: [
      { kind: 'MERGED_CELL', column: 'killed' },
      { kind: 'MERGED_CELL', column: 'town' },
    ].map(({ kind }) => expect.objectContaining({ kind })),
  });
});

test('over HTTP, an encoding and a sheet can be named', async () => {
  const post = async (parameters: Record<string, string>, body: Buffer) => {
    const address = new URL('/import/csv', api.url);
    address.search = String(new URLSearchParams({ map: JSON.stringify(mapping), ...parameters }));
    const response = await fetch(address, { method: 'POST', body: body as never });
    return [response.status, await response.json()] as [number, any];
  };
  const row = (id: string) =>
    Buffer.from(`${header}\n${id},\xe3\xcf\xed\xe4\xc9,,,,,,,,,,\n`, 'latin1');
  expect(await post({}, row('E0'))).toMatchObject([400, { errors: [{}] }]);
  expect(await post({ encoding: 'windows-1256' }, row('E1'))).toMatchObject([
    200,
    { created: { claims: 1 } },
  ]);
  expect((await claimOf('E1')).statement).toBe('مدينة');
  expect(await post({ encoding: 'x' }, row('E2'))).toMatchObject([400, { errors: [{}] }]);
  expect(await post({ sheet: 'A' }, row('E2'))).toMatchObject([400, { errors: [{}] }]);
});
