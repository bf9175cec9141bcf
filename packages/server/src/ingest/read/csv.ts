import { CsvError, parse } from 'csv-parse';
import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused, RowRefused } from '../problem.ts';

/** A row of a CSV file, its cells as they stand. */
export interface CsvRow extends SourceRow {
  cells: string[];
  /** Whether it has as many cells as there are columns. */
  whole: boolean;
  /** The cell of a column; undefined when there is no such column. */
  get(column: string): string | undefined;
  columns: readonly string[];
}

/** No cell and no row of real data is as long; a file without line ends does not fill the memory. In bytes. */
const longestRow = 2 * 1024 * 1024;

export interface CsvOptions {
  delimiter?: string;
  /** Names for the columns of a file that has no header. */
  columns?: readonly string[];
  /** A cell is what stands between delimiters, quotes and all: tab-separated dumps. */
  unquoted?: boolean;
  /** Columns without which the file cannot be what it is said to be. */
  required?: readonly string[];
  /** What the file is said to be, for the message. */
  what: string;
}

/** The rows of a CSV file (RFC 4180; LF, CRLF or CR), by the header's names. @throws FileRefused with the line at which it is no CSV, or not this one. */
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
    max_record_size: longestRow,
  });
  const feeding = feed(file, parser);
  let columns = options.columns;
  let index = indexOf(columns ?? []);
  let line = 1;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const begins = line;
      line = info.lines + 1;
      if (!columns) {
        columns = header(cells, options, file.name);
        index = indexOf(columns);
        onHeader?.(columns);
        continue;
      }
      yield rowOf(cells, begins, columns, index);
    }
    await feeding;
  } catch (error) {
    throw (await feeding.catch((reason) => reason)) ?? told(error as CsvError, file.name);
  } finally {
    parser.destroy();
  }
  if (!columns)
    throw new FileRefused(`${file.name} is empty: ${options.what} begins with a header.`);
}

const indexOf = (columns: readonly string[]): Map<string, number> =>
  new Map(columns.map((column, i) => [column, i]));

function rowOf(
  cells: string[],
  line: number,
  columns: readonly string[],
  index: ReadonlyMap<string, number>,
): CsvRow {
  const get = (column: string): string | undefined => {
    const at = index.get(column);
    return at === undefined ? undefined : cells[at];
  };
  return {
    line,
    cells,
    whole: cells.length === columns.length,
    columns,
    get,
    raw: JSON.stringify(cells),
  };
}

/** @throws RowRefused unless the row has as many cells as there are columns. */
export function assertColumnCount({ cells, columns, whole }: CsvRow): void {
  if (whole) return;
  const reason = `The header has ${columns.length} columns, the row ${cells.length} cells.`;
  throw new RowRefused('COLUMN_COUNT', null, `${cells.length} cells`, reason);
}

/** A row that was kept, as it was when it was read. */
export const csvRow = (raw: string, line: number, columns: readonly string[]): CsvRow =>
  rowOf(JSON.parse(raw), line, columns, indexOf(columns));

type Parser = ReturnType<typeof parse>;

/** Gives the parser what the file has, no faster than it takes it. */
async function feed(file: OpenedFile, parser: Parser): Promise<void> {
  try {
    for await (const chunk of file.bytes()) {
      if (parser.destroyed) return;
      if (!parser.write(chunk)) await taken(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

const taken = (parser: Parser): Promise<void> =>
  new Promise((settle) => {
    const done = () => {
      for (const event of events) parser.off(event, done);
      settle();
    };
    const events = ['drain', 'close', 'error'] as const;
    for (const event of events) parser.on(event, done);
  });

function header(
  cells: readonly string[],
  { required = [], what }: CsvOptions,
  name: string,
): string[] {
  const columns = cells.map((cell) => cell.trim());
  const missing = required.filter((column) => !columns.includes(column));
  const twice = columns.filter((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (missing.length > 0)
    throw new FileRefused(
      `${name} is no ${what}: its header lacks ${listed(missing)}. It has ${columns.length} columns: ${listed(columns)}.`,
    );
  if (twice.length > 0)
    throw new FileRefused(`${name}: the header has ${listed(twice)} more than once.`);
  return columns;
}

const listed = (names: readonly string[]): string => {
  const shown = names
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return (
    shown.join(', ') +
    (names.length > shown.length ? ` and ${names.length - shown.length} more` : '')
  );
};

function told(error: CsvError, name: string): Error {
  const { code, lines } = error as CsvError & { lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new FileRefused(
      `${name}: a row that begins on line ${lines ?? 1} is longer than ${longestRow / 1024 / 1024} MB. Is a quote missing?`,
    );
  if (error instanceof CsvError)
    return new FileRefused(`${name} is no CSV that can be read: ${error.message}.`);
  return error;
}
