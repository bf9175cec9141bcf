import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import type { Point } from '../../values/point.ts';
import type { NoteIssue } from '../problem.ts';
import type { CsvRow } from './csv.ts';
import { isNothing, nothingIssue } from './nothing.ts';
import { parseDegrees, parseWholeNumber } from './numbers.ts';

/** The longest name that the ledger takes, and the longest value that an issue shows. */
export const maxNameLength = 500;

/** The largest value of a 32-bit column. */
export const maxCount = 2 ** 31 - 1;

/** What an issue shows of a cell. Null: it is empty. */
export const excerpt = (text: string): string | null => cutText(text, maxNameLength) || null;

/** A cell as text with clean spacing, cut to `maxLength` characters with an issue. */
export function textIn(row: CsvRow, column: string, maxLength: number, note: NoteIssue): string {
  const text = cleanSpacing(row.get(column) ?? '');
  if (text.length <= maxLength) return text;
  note({
    kind: 'TOO_LONG',
    column,
    value: excerpt(text),
    reason: `It has ${text.length} characters. Only the first ${maxLength} were imported.`,
  });
  return cutText(text, maxLength);
}

/** The different names in a cell, each cut to what the ledger takes with an issue. */
export function namesIn(row: CsvRow, column: string, separator: string, note: NoteIssue): string[] {
  const names: string[] = [];
  for (const name of (row.get(column) ?? '').split(separator).map(cleanSpacing).filter(Boolean)) {
    if (isNothing(name)) note(nothingIssue(column, name));
    else names.push(name);
    if (name.length > maxNameLength)
      note({
        kind: 'TOO_LONG',
        column,
        value: excerpt(name),
        reason: `A name has at most ${maxNameLength} characters. The rest was left out.`,
      });
  }
  return [...new Set(names.map((name) => cutText(name, maxNameLength)))];
}

/** The whole number from 0 in a cell. Null, with an issue: there is none. */
export function countIn(row: CsvRow, column: string, note: NoteIssue): number | null {
  const text = (row.get(column) ?? '').trim();
  const count = parseWholeNumber(text, '.');
  if (count !== undefined && count <= maxCount) return count;
  // A mark for nothing is an issue of its own.
  const isMark = text === '' && isNothing(writtenIn(row, column));
  if (!isMark) note({ kind: 'BAD_NUMBER', column, value: excerpt(text), reason: notACount });
  return null;
}

/** The cells of a row, and the columns that they are in. */
export type TableColumns = Pick<CsvRow, 'cells' | 'columns'>;

/** The cell of a column as it is written. */
export const writtenIn = ({ cells, columns }: TableColumns, column: string): string =>
  cells[columns.indexOf(column)] ?? '';

export const notACount = `This is not a whole number from 0 to ${maxCount}. It was left out.`;

/** The point in the columns `latitude` and `longitude`. Null, with an issue: there is none. */
export function pointIn(row: CsvRow, note: NoteIssue): Point | null {
  const lat = parseDegrees(row.get('latitude') ?? '', 90);
  const lon = parseDegrees(row.get('longitude') ?? '', 180);
  if (lat !== undefined && lon !== undefined) return { lat, lon };
  note({
    kind: 'BAD_POINT',
    column: 'latitude',
    value: excerpt(`${writtenIn(row, 'latitude')}, ${writtenIn(row, 'longitude')}`),
    reason: 'This is not a point in WGS 84 (decimal degrees). It was imported without a point.',
  });
  return null;
}
