import { isCalendarDay } from '../../values/days.ts';
import { cleanSpacing } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import type { Note } from '../ucdp/values.ts';
import type { Mapping } from './mapping.ts';

/** A cell without blanks around, cut to what the ledger takes. */
export function cell(row: CsvRow, column: string, most: number, note: Note): string {
  const text = cleanSpacing(row.get(column) ?? '');
  if (text.length <= most) return text;
  note({
    kind: 'TOO_LONG',
    column,
    value: text.slice(0, 500),
    reason: `It has ${text.length} characters; the first ${most} were kept.`,
  });
  return text.slice(0, most);
}

/** The names in a cell, each once. */
export function several(row: CsvRow, column: string, { separator }: Mapping, note: Note): string[] {
  const names = (row.get(column) ?? '').split(separator).map(cleanSpacing).filter(Boolean);
  for (const name of names)
    if (name.length > 500)
      note({
        kind: 'TOO_LONG',
        column,
        value: name.slice(0, 500),
        reason: 'A name has 500 characters at most; the rest was left out.',
      });
  return [...new Set(names.map((name) => name.slice(0, 500)))];
}

/** The parts of a date, by where its form has year, month and day. */
const forms: Record<Mapping['dates'], [pattern: RegExp, year: number, month: number, day: number]> =
  {
    'YYYY-MM-DD': [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, 1, 2, 3],
    'DD/MM/YYYY': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 3, 2, 1],
    'MM/DD/YYYY': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 3, 1, 2],
    'DD.MM.YYYY': [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, 3, 2, 1],
  };

/** The day that a text is in a form; a time of day behind it is left aside. */
export function dayOf(text: string, form: Mapping['dates']): string | undefined {
  const [pattern, year, month, day] = forms[form];
  const parts = pattern.exec(text.replace(/[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$/, ''));
  if (!parts) return undefined;
  const iso = `${parts[year]}-${parts[month]!.padStart(2, '0')}-${parts[day]!.padStart(2, '0')}`;
  return isCalendarDay(iso) ? iso : undefined;
}

/** The day in a cell; null where it is empty, and with a note where it is none. */
export function dayIn(
  row: CsvRow,
  column: string,
  form: Mapping['dates'],
  note: Note,
): string | null {
  const text = cleanSpacing(row.get(column) ?? '');
  if (text === '') return null;
  const day = dayOf(text, form);
  if (!day)
    note({
      kind: 'BAD_DATE',
      column,
      value: text.slice(0, 500),
      reason: `This is no day as ${form}; it was left out.`,
    });
  return day ?? null;
}

/** The degrees in a cell; null where it is empty, and with a note where they are none. */
export function numberIn(
  row: CsvRow,
  column: string | undefined,
  most: number,
  decimals: '.' | ',',
  note: Note,
): number | null {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (text === '') return null;
  const plain = decimals === ',' ? text.replace(',', '.') : text;
  if (/^-?\d+(\.\d+)?$/.test(plain) && Math.abs(Number(plain)) <= most) return Number(plain);
  note({
    kind: 'BAD_POINT',
    column: column!,
    value: text.slice(0, 500),
    reason: `These are no degrees from -${most} to ${most}; the claim has no point.`,
  });
  return null;
}

/** The whole number, 0 or more, in a cell; null where it is empty, and with a note where it is none. */
export function wholeIn(row: CsvRow, column: string | undefined, note: Note): number | null {
  const text = column ? cleanSpacing(row.get(column) ?? '') : '';
  if (text === '') return null;
  const plain = /^\d{1,3}([,.' ]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
  if (/^\d{1,10}$/.test(plain) && Number(plain) < 2 ** 31) return Number(plain);
  note({
    kind: 'BAD_NUMBER',
    column: column!,
    value: text.slice(0, 500),
    reason: 'This is no whole number from 0 on; it was left out.',
  });
  return null;
}
