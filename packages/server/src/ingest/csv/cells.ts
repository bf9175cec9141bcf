import { isCalendarDay } from '../../values/days.ts';
import { cleanSpacing } from '../normalize.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt, notACount } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import type { Mapping } from './mapping.ts';

type DateFormat = Mapping['dates'];

/** Patterns of dates with the groups of year, month and day. */
const datePatterns: Record<DateFormat, RegExp> = {
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  'DD/MM/YYYY': /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  'MM/DD/YYYY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  'DD.MM.YYYY': /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
};

/** The day that a text is in a date format, `YYYY-MM-DD`. A time of day after it is ignored. */
export function parseDay(text: string, format: DateFormat): string | undefined {
  const date = text.replace(/[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$/, '');
  const { year, month = '', day = '' } = datePatterns[format].exec(date)?.groups ?? {};
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(iso) ? iso : undefined;
}

/** The day in a cell. Null: it is empty, or (with an issue) not a day. */
export function dayIn(
  row: CsvRow,
  column: string,
  format: DateFormat,
  note: NoteIssue,
): string | null {
  const text = cleanSpacing(row.get(column) ?? '');
  if (text === '') return null;
  const day = parseDay(text, format);
  if (!day)
    note({
      kind: 'BAD_DATE',
      column,
      value: excerpt(text),
      reason: `This is not a day as ${format}. It was left out.`,
    });
  return day ?? null;
}

/**
 * The degrees in a cell. Null: there is no such column, the cell is empty, or (with an issue) it is
 * not a number from -max to max.
 */
export function degreesIn(
  row: CsvRow,
  column: string | undefined,
  max: 90 | 180,
  decimalSeparator: '.' | ',',
  note: NoteIssue,
): number | null {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (!column || text === '') return null;
  const number = decimalSeparator === ',' ? text.replace(',', '.') : text;
  if (/^-?\d+(\.\d+)?$/.test(number) && Math.abs(Number(number)) <= max) return Number(number);
  note({
    kind: 'BAD_POINT',
    column,
    value: excerpt(text),
    reason: `These are not degrees from -${max} to ${max}. The claim has no point.`,
  });
  return null;
}

/**
 * The whole number from 0 in a cell, with or without thousands separators. Null: there is no such
 * column, the cell is empty, or (with an issue) it is not such a number.
 */
export function optionalCountIn(
  row: CsvRow,
  column: string | undefined,
  note: NoteIssue,
): number | null {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (!column || text === '') return null;
  const digits = /^\d{1,3}([,.' ]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
  if (/^\d{1,10}$/.test(digits) && Number(digits) < 2 ** 31) return Number(digits);
  note({ kind: 'BAD_NUMBER', column, value: excerpt(text), reason: notACount });
  return null;
}
