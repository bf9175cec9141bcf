import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { quoteIdentifier } from './staging-tables.ts';

const linesPerChunk = 500;

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line in the text format of PostgreSQL's COPY. Objects are written as JSON. */
export function copyLine(
  columns: readonly string[],
  row: Readonly<Record<string, unknown>>,
): string {
  let line = '';
  for (const [i, column] of columns.entries()) line += (i > 0 ? '\t' : '') + cell(row[column]);
  return `${line}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'object') return escapeText(JSON.stringify(value));
  return String(value);
}

const escapeText = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (char) => escapes[char] ?? char) : text;

/** Reads a line that {@link copyLine} wrote. Cells that are null are left out. */
export const readCopyLine = (
  columns: readonly string[],
  line: string,
): Record<string, string | undefined> =>
  Object.fromEntries(
    line
      .slice(0, -1)
      .split('\t')
      .map((text, i) => [columns[i], text === '\\N' ? undefined : unescapeText(text)]),
  );

const unescapeText = (text: string): string =>
  text.replace(/\\(.)/g, (_, char) => unescapes[char] ?? char);

const unescapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** Sends lines of COPY to a table. */
export async function copyInto(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const copy = client.query(
    from(`copy ${table} (${columns.map(quoteIdentifier).join(', ')}) from stdin`),
  );
  await pipeline(Readable.from(chunksOf(lines)), copy);
}

/** Several lines at a time, so that they share a protocol message. */
function* chunksOf(lines: readonly string[]): Generator<string> {
  for (let i = 0; i < lines.length; i += linesPerChunk)
    yield lines.slice(i, i + linesPerChunk).join('');
}
