import { readFile } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { OpenedFile, TableRow } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { fillMergedCells } from './merged-cells.ts';
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
    );
  let rows: Promise<TableRow[]> | undefined;
  return {
    name,
    bytes() {
      throw new FileRefused(`${name} is a workbook, but this format is not a table.`);
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
  const content = await readFile(path);
  const { read, SSF } = await import('@e965/xlsx');
  const open = (sheets: string): WorkBook =>
    read(content, { dense: true, cellNF: true, cellText: false, cellHTML: false, sheets });
  try {
    const { SheetNames: names } = read(content, { bookSheets: true });
    if (sheetName !== undefined && !names.includes(sheetName))
      throw new FileRefused(
        `${zip.name} has no sheet ${sheetName}. It has ${names.slice(0, 20).join(', ')}.`,
      );
    for (const each of sheetName === undefined ? names : [sheetName]) {
      const { Sheets, Workbook } = open(each);
      const isHidden = Workbook?.Sheets?.[names.indexOf(each)]?.Hidden;
      if (isHidden && sheetName === undefined) continue;
      const is1904 = Workbook?.WBProps?.date1904 ?? false;
      const rows = rowsOf(Sheets[each], (cell) => textOf(cell, SSF, is1904));
      if (rows.length > 0) return rows;
    }
    return [];
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(`${zip.name} is not a workbook that can be read.`);
  }
}

function rowsOf(sheet: WorkSheet | undefined, textOfCell: (cell: CellObject) => string) {
  const rows: TableRow[] = [];
  // Rows and cells that are empty are holes, which `forEach` passes over.
  sheet?.['!data']?.forEach((cells, index) => {
    const texts: string[] = [];
    cells.forEach((cell, column) => {
      texts[column] = textOfCell(cell);
    });
    rows.push({ cells: Array.from(texts, (text) => text ?? ''), line: index + 1 });
  });
  fillMergedCells(rows, sheet?.['!merges'] ?? []);
  const filledRows = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  // A workbook does not store the empty cells at the end of a row.
  const width = filledRows[0]?.cells.length ?? 0;
  for (const { cells } of filledRows) {
    while (cells.length < width) cells.push('');
    while (cells.length > width && cells.at(-1) === '') cells.pop();
  }
  return filledRows;
}

type NumberFormats = typeof import('@e965/xlsx').SSF;

/** What a cell says, dates as `YYYY-MM-DD` with a time if there is one. */
function textOf({ t, v, z }: CellObject, formats: NumberFormats, date1904: boolean): string {
  if (v === undefined || v === null) return '';
  if (t === 'e') return errorTexts[Number(v)] ?? '#VALUE!';
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  if (t !== 'n' || typeof v !== 'number') return String(v);
  // [h]:mm is a duration.
  if (!z || !formats.is_date(String(z)) || /\[[hms]+\]/i.test(String(z))) return String(v);
  const { y, m, d, H, M, S } = formats.parse_date_code(v, { date1904 });
  const pad = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const time = `${pad(H)}:${pad(M)}:${pad(S)}`;
  if (v < 1) return time;
  const day = `${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`;
  return Number.isInteger(v) ? day : `${day} ${time}`;
}

/** By the code of an error. */
const errorTexts: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
