import { cleanSpacing } from '../../values/normalize.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt, maxCount, notACount } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { type DateForm, isOfOtherCalendar, parseDate, type WrittenDate } from '../read/dates.ts';
import { type DecimalSign, parseDegrees, parseWholeNumber } from '../read/numbers.ts';

/** The date in a cell, and the text of the cell. */
export interface DateInCell {
  date: WrittenDate;
  text: string;
}

/**
 * The date in a cell. Null: there is no such column, or it is empty. Undefined, with an issue: it
 * is not a date.
 */
export function dateIn(
  row: CsvRow,
  column: string | undefined,
  form: DateForm,
  note: NoteIssue,
): DateInCell | null | undefined {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (!column || text === '') return null;
  const date = parseDate(text, form);
  if (date && !isOfOtherCalendar(date)) return { date, text };
  note({ kind: 'BAD_DATE', column, value: excerpt(text), reason: badDate(text, form, date) });
  return undefined;
}

function badDate(text: string, form: DateForm, date: WrittenDate | undefined): string {
  if (date)
    return (
      'Years before 1500 and after 2400 are those of other calendars, such as 1397 in Iran, or ' +
      'stand for no date. It was left out. Convert the column to the Gregorian calendar.'
    );
  return isSerialNumber(text)
    ? 'This may be the number by which a spreadsheet stores a day. It was left out, because ' +
        'spreadsheets count from different days. Export the column as text.'
    : `This is not a date in EDTF or as ${form}. It was left out.`;
}

/** Spreadsheets count days from 1900, or from 1904: these are days from 1954 to 2064. */
const isSerialNumber = (text: string): boolean => /^[2-5]\d{4}([.,]\d+)?$/.test(text);

/**
 * The degrees in a cell. Null: there is no such column, the cell is empty, or (with an issue) it is
 * not a number from -max to max.
 */
export function degreesIn(
  row: CsvRow,
  column: string | undefined,
  max: 90 | 180,
  decimals: DecimalSign,
  note: NoteIssue,
): number | null {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (!column || text === '') return null;
  const degrees = parseDegrees(text, max, decimals);
  if (degrees !== undefined) return degrees;
  note({
    kind: 'BAD_POINT',
    column,
    value: excerpt(text),
    reason: `These are not degrees from -${max} to ${max}. The claim has no point.`,
  });
  return null;
}

/**
 * The whole number from 0 in a cell, see `parseWholeNumber`. Null: there is no such column, the
 * cell is empty, or (with an issue) it is not such a number.
 */
export function optionalCountIn(
  row: CsvRow,
  column: string | undefined,
  decimals: DecimalSign,
  note: NoteIssue,
): number | null {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (!column || text === '') return null;
  const count = parseWholeNumber(text, decimals);
  if (count !== undefined && count <= maxCount) return count;
  note({ kind: 'BAD_NUMBER', column, value: excerpt(text), reason: notACount });
  return null;
}
