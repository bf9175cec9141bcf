import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import { unguardFormula } from '../../values/spreadsheet.ts';
import type { OpenedFile, SourceRow, TableRow } from '../format.ts';
import { FileRefused, type Problem, RowRefused } from '../problem.ts';
import { type RowOptions, readRows } from './csv-rows.ts';
import { isNothing, isSpreadsheetError, nothingIssue } from './nothing.ts';

/** A row of a table with its original cells. */
export interface CsvRow extends SourceRow {
  cells: string[];
  columns: readonly string[];
  /**
   * The cell of a column, as `CsvCellOptions` says. Undefined: there is no such column, or the row
   * is too short.
   */
  get(column: string): string | undefined;
}

/** How `get` reads cells. */
export interface CsvCellOptions {
  /**
   * Whether marks for nothing such as `NA` are text, as in a gazetteer, where they are names and
   * codes. By default such a cell is empty, which is an issue of the row. Errors of spreadsheets
   * such as `#N/A` are always nothing.
   */
  hasMarksAsText?: boolean;
  /** Columns with codes and ids that are whole numbers: `1.0` is read as `1`. */
  codes?: readonly string[];
}

export interface CsvOptions extends CsvCellOptions, RowOptions {
  /** Names for the columns of a file without a header. */
  columns?: readonly string[];
  /** Columns that the header must have. */
  required?: readonly string[];
  /** What the file is said to be, for messages. */
  what: string;
}

/**
 * Reads the rows of a table: a CSV file (RFC 4180, any line ends), or a sheet of a workbook. Rows
 * without any filled cell are passed over, and so is a row of hashtags below the header.
 *
 * @throws FileRefused if it is not CSV, or lacks required columns.
 */
export async function* readCsv(
  file: OpenedFile,
  options: CsvOptions,
  onHeader?: (columns: readonly string[]) => void,
): AsyncGenerator<CsvRow> {
  let readCells = options.columns && cellReader(options.columns, options);
  let tagRow: Problem | undefined;
  let isFirst = true;
  let width = options.columns?.length ?? 0;
  for await (const rows of file.rows?.() ?? readRows(file, options))
    for (const row of rows) {
      if (!readCells) {
        const columns = parseHeader(row.cells, options, file);
        readCells = cellReader(columns, options);
        width = columns.length;
        onHeader?.(columns);
        continue;
      }
      dropEmptyEnd(row.cells, width);
      if (isFirst && isTagRow(row.cells)) tagRow = tagRowProblem(row);
      else if (isFirst && tagRow) yield { ...readCells(row), passedOver: [tagRow] };
      else yield readCells(row);
      isFirst &&= tagRow?.line === row.line;
    }
  if (!readCells)
    throw new FileRefused(
      `${file.name} is empty. A ${options.what} begins with a header.`,
      'EMPTY_FILE',
    );
}

/** Programs write delimiters after the last cell of a row, which the header does not have. */
function dropEmptyEnd(cells: string[], width: number): void {
  while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
}

/** Returns what makes a row of the cells under these columns. */
function cellReader(columns: readonly string[], { hasMarksAsText, codes }: CsvCellOptions) {
  const positions = new Map(columns.map((column, i) => [column, i]));
  const codeColumns = new Set(codes);
  return ({ cells, line, issues = [] }: TableRow, raw = JSON.stringify(cells)): CsvRow => {
    const get = (column: string): string | undefined => {
      const cell = cells[positions.get(column) ?? -1];
      if (!cell) return cell;
      if (hasMarksAsText ? isSpreadsheetError(cell) : isNothing(cell)) {
        if (!issues.some((issue) => issue.column === column))
          issues.push(nothingIssue(column, cell.trim()));
        return '';
      }
      if (codeColumns.has(column)) return cell.trim().replace(/^(\d+)\.0*$/, '$1');
      return unguardFormula(cell);
    };
    return { line, cells, columns, raw, issues, get };
  };
}

/**
 * Whether a row has the tags of the Humanitarian Exchange Language (HXL), such as `#adm1+name`:
 * they say what columns mean, and are no data.
 */
const isTagRow = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '' || /^#\s*[a-z][\w\s+-]*$/i.test(cell.trim()));

const tagRowProblem = ({ line, cells }: TableRow): Problem => ({
  kind: 'TAG_ROW',
  line,
  column: null,
  value: cutText(cells.filter((cell) => cell.trim() !== '').join(', '), 200),
  reason: 'This row has the hashtags of its columns (HXL). It was passed over.',
  refused: false,
  passedOver: true,
});

/** @throws RowRefused unless the row has as many cells as the file has columns. */
export function assertColumnCount({ cells, columns }: CsvRow): void {
  if (cells.length === columns.length) return;
  throw new RowRefused(
    'COLUMN_COUNT',
    null,
    `${cells.length} cells`,
    `The file has ${columns.length} columns, but this row has ${cells.length} cells.`,
  );
}

/** Turns a stored row back into the row that was read. */
export const restoreCsvRow = (
  raw: string,
  line: number,
  columns: readonly string[],
  options: CsvCellOptions = {},
): CsvRow => cellReader(columns.map(cleanSpacing), options)({ cells: JSON.parse(raw), line }, raw);

function parseHeader(
  cells: readonly string[],
  { required = [], what }: CsvOptions,
  { name, rows }: OpenedFile,
): string[] {
  const columns = cells.map(cleanSpacing);
  const missing = required.filter((column) => !columns.includes(column));
  const repeated = columns.filter((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (missing.length > 0)
    throw new FileRefused(
      `${name} is not a ${what}: its header lacks ${nameList(missing)}. ` +
        `It has ${columns.length} columns: ${nameList(columns)}.` +
        (rows ? ' If the table is on another sheet, name it with --sheet.' : '') +
        hintOfDelimiter(columns),
      'WRONG_FORMAT',
    );
  if (repeated.length > 0)
    throw new FileRefused(`${name}: the header has ${nameList(repeated)} more than once.`);
  return columns;
}

/** A header that is one column because something else separates its cells. */
function hintOfDelimiter(columns: readonly string[]): string {
  const [, delimiter] = (columns.length === 1 && /([;\t|])/.exec(columns[0] ?? '')) || [];
  if (!delimiter) return '';
  const sign = delimiter === '\t' ? 'a tab' : delimiter;
  return ` Are its cells separated by ${sign}? Then put sep= and that sign on a line above it.`;
}

/** At most twelve names, each at most 40 characters. */
function nameList(names: readonly string[]): string {
  const shownNames = names
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  const rest = names.length - shownNames.length;
  return shownNames.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
