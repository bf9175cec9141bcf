import { RowRefused } from '../problem.ts';
import { excerpt, writtenIn } from './cells.ts';
import type { CsvRow } from './csv.ts';

const maxIdLength = 200;

/** The id in a cell. Empty: there is none. @throws RowRefused if it cannot be an external id. */
export function idIn(row: CsvRow, column: string): string {
  const value = (row.get(column) ?? '').trim();
  const refusal = (reason: string) => new RowRefused('BAD_ID', column, excerpt(value), reason);
  if (value.length > maxIdLength) throw refusal(`An id has at most ${maxIdLength} characters.`);
  if (/^https?:/i.test(value)) throw refusal('A URL is not an id: reprints share one.');
  return value;
}

/** The refusal of a row without an id. */
export const missingId = (row: CsvRow, column: string): RowRefused =>
  new RowRefused(
    'BAD_ID',
    column,
    excerpt(writtenIn(row, column).trim()),
    'The row has no id, so a later import could not find it again.',
  );
