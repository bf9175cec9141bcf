import { isCalendarDay } from '../../values/days.ts';
import { cleanSpacing } from '../normalize.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { monthOf, type OccurredColumns, occurredWithin, weekOf } from '../stage/dates.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `2018-07-05`, or `05 July 2018` as in older files. */
function parseDay(text: string): string | undefined {
  const [, day = '', monthName = '', year] =
    /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(text) ?? [];
  const month = months.findIndex((name) =>
    [name, name.slice(0, 3)].includes(monthName.toLowerCase()),
  );
  const iso =
    month >= 0 ? `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isCalendarDay(iso) ? iso : undefined;
}

/** `time_precision`: 1 is that day, 2 is a day of its week, 3 is a day of its month. */
export function occurredOf(row: CsvRow, note: NoteIssue): OccurredColumns | null {
  const text = cleanSpacing(row.get('event_date') ?? '');
  const day = parseDay(text);
  if (!day) {
    note({
      kind: 'BAD_DATE',
      column: 'event_date',
      value: excerpt(text),
      reason: 'This is not a calendar day. The claim is undated.',
    });
    return null;
  }
  const precision = (row.get('time_precision') ?? '').trim();
  const asWritten = `${text}, time_precision ${precision}`;
  if (precision === '2') return occurredWithin(...weekOf(day), { inferred: true, asWritten });
  if (precision === '3')
    return occurredWithin(...monthOf(day), { edtf: day.slice(0, 7), asWritten });
  if (precision !== '1')
    note({
      kind: 'BAD_CODE',
      column: 'time_precision',
      value: excerpt(precision),
      reason: 'The codebook has 1, 2 and 3. The day was taken as exact.',
    });
  return occurredWithin(day, day);
}
