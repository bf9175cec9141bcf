import { CsvError, parse } from 'csv-parse';
import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused, RowRefused } from '../problem.ts';

/** A row of a CSV file with its original cells. */
export interface CsvRow extends SourceRow {
  cells: string[];
  columns: readonly string[];
  /** The cell of a column. Undefined: there is no such column, or the row is too short. */
  get(column: string): string | undefined;
}

/** In bytes. Longer than any row of real data; bounds memory for files without line breaks. */
const maxRowBytes = 2 * 1024 * 1024;

export interface CsvOptions {
  delimiter?: string;
  /** Names for the columns of a file without a header. */
  columns?: readonly string[];
  /** For tab-separated dumps: a quote is an ordinary character. */
  unquoted?: boolean;
  /** Columns that the header must have. */
  required?: readonly string[];
  /** What the file is said to be, for messages. */
  what: string;
}

/**
 * Reads the rows of a CSV file (RFC 4180; LF, CRLF or CR).
 *
 * @throws FileRefused if it is not CSV, or lacks required columns.
 */
export async function* readCsv(
  file: OpenedFile,
  options: CsvOptions,
  onHeader?: (columns: readonly string[]) => void,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: options.delimiter ?? ',',
    quote: options.unquoted ? null : '"',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRowBytes,
  });
  const records: AsyncIterable<{ record: string[]; info: { lines: number } }> = parser;
  const feeding = feed(file, parser);
  let columns = options.columns;
  let positions = positionsOf(columns ?? []);
  let nextLine = 1;
  try {
    for await (const { record: cells, info } of records) {
      const line = nextLine;
      nextLine = info.lines + 1;
      if (!columns) {
        columns = parseHeader(cells, options, file.name);
        positions = positionsOf(columns);
        onHeader?.(columns);
        continue;
      }
      yield rowOf(cells, line, columns, positions);
    }
    await feeding;
  } catch (error) {
    throw (await feeding.catch((reason) => reason)) ?? describeError(error, file.name);
  } finally {
    parser.destroy();
  }
  if (!columns)
    throw new FileRefused(`${file.name} is empty. A ${options.what} begins with a header.`);
}

const positionsOf = (columns: readonly string[]): Map<string, number> =>
  new Map(columns.map((column, i) => [column, i]));

function rowOf(
  cells: string[],
  line: number,
  columns: readonly string[],
  positions: ReadonlyMap<string, number>,
): CsvRow {
  const get = (column: string): string | undefined => {
    const position = positions.get(column);
    return position === undefined ? undefined : cells[position];
  };
  return { line, cells, columns, get, raw: JSON.stringify(cells) };
}

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
export const restoreCsvRow = (raw: string, line: number, columns: readonly string[]): CsvRow =>
  rowOf(JSON.parse(raw), line, columns, positionsOf(columns));

type Parser = ReturnType<typeof parse>;

/** Writes the file to the parser, no faster than it can take it. */
async function feed(file: OpenedFile, parser: Parser): Promise<void> {
  try {
    for await (const chunk of file.bytes()) {
      if (parser.destroyed) return;
      if (!parser.write(chunk)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

const drained = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      for (const event of events) parser.off(event, done);
      resolve();
    };
    const events = ['drain', 'close', 'error'] as const;
    for (const event of events) parser.on(event, done);
  });

function parseHeader(
  cells: readonly string[],
  { required = [], what }: CsvOptions,
  name: string,
): string[] {
  const columns = cells.map((cell) => cell.trim());
  const missing = required.filter((column) => !columns.includes(column));
  const repeated = columns.filter((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (missing.length > 0)
    throw new FileRefused(
      `${name} is not a ${what}: its header lacks ${nameList(missing)}. ` +
        `It has ${columns.length} columns: ${nameList(columns)}.`,
    );
  if (repeated.length > 0)
    throw new FileRefused(`${name}: the header has ${nameList(repeated)} more than once.`);
  return columns;
}

/** At most twelve names, each at most 40 characters. */
function nameList(names: readonly string[]): string {
  const shownNames = names
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  const rest = names.length - shownNames.length;
  return shownNames.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function describeError(error: unknown, name: string): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code !== 'CSV_MAX_RECORD_SIZE')
    return new FileRefused(`${name} is not valid CSV: ${error.message}.`);
  const { lines: line = 1 } = error as CsvError & { lines?: number };
  const row = `a row that begins on line ${line}`;
  return new FileRefused(
    `${name}: ${row} is longer than ${maxRowBytes / 1024 / 1024} MB. Is a quote missing?`,
  );
}
