import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { fileOf } from '../ingest.testing.ts';
import { openFile } from './bytes.ts';
import { rowsOf, textOf, zipOf } from './read.testing.ts';

type Cell = string | number | boolean | null | { v: unknown; t: string; z?: string };

/** A workbook of sheets by name, each with its rows and merged ranges. */
function workbookOf(
  sheets: Record<string, Cell[][]>,
  { merges = [] as string[], hidden = '', date1904 = false } = {},
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows as unknown[][]);
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: name === hidden ? 1 : 0 })),
  };
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** A workbook whose only sheet has this XML in its cells, below a header `id`, `day`. */
const workbookOfXml = (cells: string, change = (xml: string) => xml): Buffer => {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const partOf = (type: string) => `application/vnd.openxmlformats-officedocument.${type}+xml`;
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Override PartName="/xl/workbook.xml" ContentType="${partOf('spreadsheetml.sheet.main')}"/>
      <Override PartName="/xl/styles.xml" ContentType="${partOf('spreadsheetml.styles')}"/>
      <Override PartName="/xl/worksheets/a.xml"
        ContentType="${partOf('spreadsheetml.worksheet')}"/></Types>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets>
      <sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships
      xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/a.xml"/>
      <Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/>
      <xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/a.xml': change(`<worksheet ${main}><sheetData>
      <row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>day</v></c></row>
      ${cells}</sheetData></worksheet>`),
  });
};

const open = (content: Buffer, sheet?: string) =>
  openFile(fileOf(content, 'desk.xlsx'), undefined, { sheet });
const cellsOf = async (content: Buffer, sheet?: string) =>
  (await rowsOf(await open(content, sheet))).map(({ line, cells }) => [line, ...cells]);

describe('a workbook', () => {
  test('is read from the first sheet that has rows and is not hidden', async () => {
    const sheets = {
      Empty: [],
      Old: [['id'], ['x']],
      Data: [['id'], ['1']],
      More: [['id'], ['2']],
    };
    const content = workbookOf(sheets, { hidden: 'Old' });
    expect(await cellsOf(content)).toEqual([[2, '1']]);
    expect(await cellsOf(content, 'More')).toEqual([[2, '2']]);
    expect(await cellsOf(content, 'Old')).toEqual([[2, 'x']]);
    await expect(cellsOf(content, 'Gone')).rejects.toThrow(
      'desk.xlsx has no sheet Gone. It has Empty, Old, Data, More.',
    );
  });

  test.each([false, true])('has days as days, counted from 1904: %s', async (date1904) => {
    const serial = 47_639.5 - (date1904 ? 1_462 : 0);
    const content = workbookOf(
      {
        Data: [
          ['id', 'day', 'moment', 'time', 'span', 'number'],
          [
            1,
            { v: Math.floor(serial), t: 'n', z: 'd/m/yyyy' },
            { v: serial, t: 'n', z: 'yyyy\\-mm\\-dd hh:mm' },
            { v: 0.25, t: 'n', z: 'hh:mm' },
            { v: 1.5, t: 'n', z: '[h]:mm' },
            47_639,
          ],
        ],
      },
      { date1904 },
    );
    expect(await cellsOf(content)).toEqual([
      [2, '1', '2030-06-05', '2030-06-05 12:00:00', '06:00:00', '1.5', '47639'],
    ]);
  });

  test('without rows on a sheet that is shown is refused with its other sheets', async () => {
    const content = workbookOf({ Empty: [], Old: [['id'], ['x']] }, { hidden: 'Old' });
    await expect(cellsOf(content)).rejects.toThrow(/Hidden sheets are Old: name one with --sheet/);
    const cover = workbookOf({ Cover: [['Our list']], Data: [['id'], ['1']] });
    await expect(open(cover).then((file) => rowsOf(file, { required: ['id'] }))).rejects.toThrow(
      /its header lacks id.* If the table is on another sheet, name it with --sheet\.$/,
    );
  });

  test('has errors as marks for nothing, and no rows of empty cells', async () => {
    const content = workbookOf({
      Data: [
        ['id', 'a', 'b', 'c'],
        [9_007_199_254_740_991, { v: 42, t: 'e' }, true, 0.1 + 0.2],
        [],
        [2, 'x'],
      ],
    });
    const rows = await rowsOf(await open(content));
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '9007199254740991', '#N/A', 'TRUE', '0.3'],
      [4, '2', 'x', '', ''],
    ]);
    expect(rows[0]?.get('a')).toBe('');
  });

  test.each(['\u0667', '1\u00a0200', '~20', '\u06f1\u066c\u06f2\u06f0\u06f0', '10+'])(
    'has a figure of merged cells only once: %s',
    async (killed) => {
      const rows: Cell[][] = [
        ['id', 'killed'],
        [1, killed],
        [2, null],
      ];
      const read = await rowsOf(await open(workbookOf({ Data: rows }, { merges: ['B2:B3'] })));
      expect(read.map(({ cells }) => cells[1])).toEqual([killed, '']);
    },
  );

  test('has the value of merged cells in each row, but no figure twice', async () => {
    const content = workbookOf(
      {
        Data: [
          ['id', 'town', 'killed', 'note', 'more'],
          [1, 'Aville', 7, 'wide', null],
          [2, null, null, null, null],
          [3, 'Beville', 1, null, null],
        ],
      },
      { merges: ['B2:B3', 'C2:C3', 'D2:E2'] },
    );
    for (let reading = 0; reading < 2; reading++) {
      const rows = await rowsOf(await open(content));
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['1', 'Aville', '7', 'wide', ''],
        ['2', 'Aville', '', '', ''],
        ['3', 'Beville', '1', '', ''],
      ]);
      expect(
        rows.map(({ issues }) => issues?.map(({ kind, column, value }) => [kind, column, value])),
      ).toEqual([
        [],
        [
          ['MERGED_CELL', 'town', 'Aville'],
          ['MERGED_CELL', 'killed', '7'],
        ],
        [],
      ]);
    }
  });

  test('has dates by ISO 8601 as they are written, and no date costs other rows', async () => {
    const written = [
      ['t="d"', '2031-04-02', '2031-04-02'],
      ['s="1" t="d"', '2031-04-02T00:00:00.000Z', '2031-04-02'],
      ["t='d' s='1'", '2031-04-02T23:30:00+03:00', '2031-04-02T23:30:00+03:00'],
      ['t="d"', '2031-02-30', '2031-02-30'],
      ['t="d"', 'in spring', 'in spring'],
      ['t="d"', '', ''],
      ['s="1"', '47940', '2031-04-02'],
      ['s="1"', '-7', '-7'],
      ['s="1"', '9999999', '9999999'],
      ['s="1" t="e"', '#SPILL!', '#SPILL!'],
    ];
    const rows = written.map(
      ([attributes, value], i) =>
        `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c>
        <c r="B${i + 2}" ${attributes}>${value && `<v>${value}</v>`}</c></row>`,
    );
    expect(await cellsOf(workbookOfXml(rows.join('')))).toEqual(
      written.map(([, , text], i) => [i + 2, String(i), text]),
    );
  });

  test('has nothing for a formula without a stored result, and says so', async () => {
    const formulas = [
      '<c r="B2"><f>1+1</f></c>',
      '<c r="B3" s="0" t="n"><f t="shared" si="0"/><v/></c>',
      '<c r="B4"><f>A1</f><v></v></c>',
      '<c r="B5"><f>1-1</f><v>0</v></c>',
      '<c r="B6" t="str"><f>T(A1)</f><v></v></c>',
    ];
    const cells = formulas.map((cell, i) => `<row r="${i + 2}"><c><v>${i}</v></c>${cell}</row>`);
    const rows = await rowsOf(await open(workbookOfXml(cells.join(''))));
    expect(rows.map((row) => row.get('day'))).toEqual(['', '', '', '0', '']);
    expect(rows.map(({ issues }) => issues?.map(({ kind, column }) => [kind, column]))).toEqual([
      [['NO_RESULT', 'day']],
      [['NO_RESULT', 'day']],
      [['NO_RESULT', 'day']],
      [],
      [],
    ]);
  });

  test('is refused if the rows of its sheet are cut off', async () => {
    const whole = workbookOfXml('<row r="2"><c><v>1</v></c></row>');
    expect(await cellsOf(whole)).toHaveLength(1);
    const cut = workbookOfXml('<row r="2"><c><v>1</v></c></row>', (xml) => xml.slice(0, -30));
    await expect(cellsOf(cut)).rejects.toThrow(/cannot be read/);
  });

  test('has no text for formats that need one', async () => {
    await expect(open(workbookOf({ Data: [['id'], [1]] })).then(textOf)).rejects.toThrow(
      'desk.xlsx is a workbook, but this format is not a table.',
    );
  });
});
