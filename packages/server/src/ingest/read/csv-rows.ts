import { finished } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import type { OpenedFile, TableRow } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { LineCounter } from './line-counter.ts';

/** In bytes. Longer than any row of real data; bounds memory for files without line ends. */
const maxRowBytes = 2 * 1024 * 1024;

/** A first line that names the delimiter. */
export const separatorLine = /^"?sep=([^"\r\n])"?(?:\r\n?|\n|$)/i;
const longestSeparatorLine = 16;

/** How a text is split into rows. */
export interface RowOptions {
  /** By default, a comma. A first line such as `sep=;` outranks it. */
  delimiter?: string | undefined;
  /** For tab-separated dumps: a quote is an ordinary character. */
  unquoted?: boolean | undefined;
}

/**
 * Splits a CSV file into its rows that are not empty (RFC 4180), as many at a time as one chunk
 * has. LF, CRLF and CR each end a row, in any mixture.
 *
 * @throws FileRefused if it is not CSV.
 */
export async function* readRows(
  file: OpenedFile,
  { delimiter = ',', unquoted = false }: RowOptions = {},
): AsyncGenerator<TableRow[]> {
  const chunks = file.bytes()[Symbol.asyncIterator]();
  const start = await readStart(chunks);
  if (/^\s*(?:\{\s*"|\[\s*[[{])/.test(String(start)))
    throw new FileRefused(`${file.name} is JSON, and a table is wanted.`, 'WRONG_FORMAT');
  const [line = '', named = delimiter] = (!unquoted && separatorLine.exec(String(start))) || [];
  const lines = new RowLines(start.subarray(0, Buffer.byteLength(line)));
  let rows: TableRow[] = [];
  const parser = parse({
    delimiter: named,
    quote: unquoted ? null : '"',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: maxRowBytes,
    // Returns no record, because a stream of single records takes much longer.
    on_record: (cells: string[], { bytes }) => {
      const row = { cells, line: lines.lineOfRowUntil(bytes) };
      if (cells.some((cell) => cell !== '' && cell.trim() !== '')) rows.push(row);
      return null;
    },
  });
  // Errors also reach the callbacks of `write` and `finished`.
  parser.on('error', () => undefined).resume();
  const write = (chunk: Buffer): Promise<void> => {
    lines.add(chunk);
    return new Promise((resolve, reject) =>
      parser.write(chunk, (error) => (error ? reject(error) : resolve())),
    );
  };
  const takeRows = (): TableRow[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  try {
    await write(start.subarray(Buffer.byteLength(line)));
    yield takeRows();
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      await write(next.value);
      yield takeRows();
    }
    parser.end();
    await finished(parser);
    yield takeRows();
  } catch (error) {
    // A header of another table says more than a fault further down.
    yield takeRows();
    throw describeError(error, file.name, lines);
  } finally {
    parser.destroy();
    await chunks.return?.();
  }
}

/** The beginning of a file, long enough for a line that names the delimiter. */
async function readStart(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const start: Buffer[] = [];
  for (let length = 0; length < longestSeparatorLine; ) {
    const { done, value } = await chunks.next();
    if (done) break;
    start.push(value);
    length += value.length;
  }
  return Buffer.concat(start);
}

/**
 * The lines that rows begin on. The parser's own count is not that of an editor: it counts a CRLF
 * in a quoted cell twice. So lines are counted in the bytes that belong to a row.
 */
class RowLines {
  private readonly counter = new LineCounter();
  /** What the parser has got and not split into rows yet, and its position in the file. */
  private rest: Buffer = Buffer.alloc(0);
  private position = 0;

  /** `before` are the bytes that the parser does not get. */
  constructor(before: Buffer) {
    this.counter.count(before);
  }

  add(chunk: Buffer): void {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
  }

  /** The line on which the row begins that ends before this position. The next one follows it. */
  lineOfRowUntil(position: number): number {
    const line = this.lineAt(this.position);
    const length = position - this.position;
    this.counter.count(this.rest.subarray(0, length));
    this.rest = this.rest.subarray(length);
    this.position = position;
    return line;
  }

  /** The line of a position in the current row. */
  lineAt(position: number): number {
    return this.counter.lineAfter(this.rest.subarray(0, Math.max(0, position - this.position)));
  }
}

function describeError(error: unknown, name: string, lines: RowLines): unknown {
  const { code, bytes } = error as Partial<CsvError>;
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new FileRefused(
      `${name}: a row that begins on line ${lines.lineAt(0)} is longer than ` +
        `${maxRowBytes / 1024 / 1024} MB. Is a quote missing?`,
      'TOO_LARGE',
    );
  const what = code && mistakes[code];
  if (!what) return error;
  // The position is the beginning of the cell.
  const line = lines.lineAt(Number(bytes));
  return new FileRefused(`${name} is not valid CSV: on line ${line}, ${what}.`);
}

const strayQuote = 'a quote is inside a cell, or a cell goes on after its quote';
const mistakes: Record<string, string> = {
  INVALID_OPENING_QUOTE: strayQuote,
  CSV_INVALID_CLOSING_QUOTE: strayQuote,
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened here and never closed',
};
