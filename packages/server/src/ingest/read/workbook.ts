import { readFile } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { OpenedFile, TableRow } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { fillMergedCells } from './merged-cells.ts';
import { isComplete, noResult, rewriteCells } from './sheet-xml.ts';
import type { ZipArchive } from './zip.ts';

/** Bounds memory: a workbook is read as a whole, which takes about six times as much. */
const maxExpandedBytes = 100 * 1024 * 1024;

/** Rows that are passed on at a time. */
const groupSize = 500;

/** Opens a sheet of a workbook (.xlsx). @throws FileRefused, now or when it is read. */
export async function openSheet(
  path: string,
  name: string,
  zip: ZipArchive,
  sheet: string | undefined,
): Promise<OpenedFile> {
  if (zip.expandedBytes > maxExpandedBytes)
    throw new FileRefused(
      `${name} unpacks to more than 100 MB. Save the sheet as CSV, and import that.`,
      'TOO_LARGE',
    );
  let rows: Promise<TableRow[]> | undefined;
  return {
    name,
    bytes() {
      throw new FileRefused(
        `${name} is a workbook, but this format is not a table.`,
        'WRONG_FORMAT',
      );
    },
    async *rows() {
      rows ??= readRows(path, zip, sheet);
      const all = await rows;
      for (let from = 0; from < all.length; from += groupSize)
        yield all.slice(from, from + groupSize).map(copyRow);
    },
  };
}

/** Rows are read several times, and their issues belong to one reading. */
const copyRow = ({ cells, line, issues = [] }: TableRow): TableRow => ({
  cells,
  line,
  issues: [...issues],
});

async function readRows(
  path: string,
  zip: ZipArchive,
  sheetName: string | undefined,
): Promise<TableRow[]> {
  // The sizes that the archive states are checked by reading, before anything is held in memory.
  for (const entry of zip.entries) for await (const _ of zip.read(entry));
  const { CFB, parse_zip, SSF } = await import('@e965/xlsx');
  const options = {
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  };
  try {
    const files: ArchiveFiles = CFB.read(await readFile(path), { type: 'buffer' });
    rewriteSheets(files, zip.name);
    const open = (sheets: string): WorkBook => parse_zip(files, { ...options, sheets });
    const { SheetNames: names }: WorkBook = parse_zip(files, { bookSheets: true });
    if (sheetName !== undefined && !names.includes(sheetName))
      throw new FileRefused(
        `${zip.name} has no sheet ${sheetName}. It has ${names.slice(0, 20).join(', ')}.`,
      );
    const hiddenNames: string[] = [];
    for (const each of sheetName === undefined ? names : [sheetName]) {
      const { Sheets, Workbook } = open(each);
      const isHidden = Workbook?.Sheets?.[names.indexOf(each)]?.Hidden;
      if (isHidden && sheetName === undefined) {
        hiddenNames.push(each);
        continue;
      }
      const is1904 = Workbook?.WBProps?.date1904 ?? false;
      const sheet = Sheets[each];
      if (!sheet) throw unreadable(`${zip.name}: the sheet ${each}`);
      const rows = rowsOf(sheet, (cell) => textOf(cell, SSF, is1904));
      if (rows.length > 0) return rows;
    }
    if (hiddenNames.length === 0) return [];
    throw new FileRefused(
      `${zip.name} has rows on no sheet that is shown. Hidden sheets are ` +
        `${hiddenNames.slice(0, 20).join(', ')}: name one with --sheet.`,
      'EMPTY_FILE',
    );
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw unreadable(zip.name);
  }
}

const unreadable = (what: string): FileRefused =>
  new FileRefused(
    `${what} cannot be read. Open the workbook in a spreadsheet program, and save it again.`,
  );

declare module '@e965/xlsx' {
  /** Exported by the library, but its types lack it. */
  export function parse_zip(files: ArchiveFiles, options: ParsingOptions): WorkBook;
}

/** The files in a workbook, as the library holds them. */
interface ArchiveFiles {
  FileIndex: { name: string; content?: Uint8Array }[];
}

/** @throws FileRefused if a sheet or the table of its texts is cut off. */
function rewriteSheets({ FileIndex: files }: ArchiveFiles, name: string): void {
  for (const file of files) {
    if (!file.content || !/\.xml$/i.test(file.name)) continue;
    // Latin-1 leaves all bytes as they are.
    const xml = Buffer.from(file.content).toString('latin1');
    if (/sheetData|<(?:\w+:)?sst\b/.test(xml) && !isComplete(xml)) throw unreadable(name);
    if (xml.includes('sheetData>')) file.content = Buffer.from(rewriteCells(xml), 'latin1');
  }
}

function rowsOf(sheet: WorkSheet, textOfCell: (cell: CellObject) => string): TableRow[] {
  const rows: TableRow[] = [];
  // Rows and cells that are empty are holes, which `forEach` passes over.
  sheet['!data']?.forEach((cells, index) => {
    const texts: string[] = [];
    cells.forEach((cell, column) => {
      texts[column] = textOfCell(cell);
    });
    rows.push({ cells: Array.from(texts, (text) => text ?? ''), line: index + 1 });
  });
  emptyCellsWithoutResult(rows);
  fillMergedCells(rows, sheet['!merges'] ?? []);
  const filledRows = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  // A workbook does not store the empty cells at the end of a row.
  const width = filledRows[0]?.cells.length ?? 0;
  for (const { cells } of filledRows) {
    while (cells.length < width) cells.push('');
    while (cells.length > width && cells.at(-1) === '') cells.pop();
  }
  return filledRows;
}

/** A formula without a result is nothing, which its row says. */
function emptyCellsWithoutResult(rows: readonly TableRow[]): void {
  const [header] = rows;
  for (const row of rows)
    for (const [i, text] of row.cells.entries()) {
      if (text !== noResult) continue;
      row.cells[i] = '';
      row.issues ??= [];
      row.issues.push({
        kind: 'NO_RESULT',
        column: header?.cells[i]?.trim() || null,
        value: null,
        reason:
          'The file has a formula here without its result. It was left out. Open the file in a ' +
          'spreadsheet program, save it, and import it again.',
      });
    }
}

type NumberFormats = typeof import('@e965/xlsx').SSF;

/** What a cell says, dates as `YYYY-MM-DD` with a time if there is one. */
function textOf({ t, v, z }: CellObject, formats: NumberFormats, date1904: boolean): string {
  if (v === undefined || v === null) return '';
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  // Dates by ISO 8601 are text, too.
  if (t !== 'n' || typeof v !== 'number') return String(v).replace(midnight, '$1');
  // [h]:mm is a duration.
  if (!z || !formats.is_date(String(z)) || /\[[hms]+\]/i.test(String(z))) return numberText(v);
  const date: DateParts | null = formats.parse_date_code(v, { date1904 });
  // Spreadsheets have days from 1900 to 9999.
  if (!date) return String(v);
  const pad = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const time = `${pad(date.H)}:${pad(date.M)}:${pad(date.S)}`;
  if (v < 1) return time;
  const day = `${String(date.y).padStart(4, '0')}-${pad(date.m)}-${pad(date.d)}`;
  return Number.isInteger(v) ? day : `${day} ${time}`;
}

/** A number as it is shown: the last two of 17 digits of a fraction are rests of calculations. */
const numberText = (value: number): string =>
  String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));

type DateParts = Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>;

/** The time of a day that has none. */
const midnight = /^(\d{4}-\d\d-\d\d)T00:00(?::00(?:\.0+)?)?Z?$/;
