import { isCalendarDay } from '../../values/days.ts';
import type { NoteIssue } from '../problem.ts';
import type { CsvRow } from '../read/csv.ts';
import { type OccurredColumns, occurredWithin } from '../stage/dates.ts';

/**
 * From the first to the last day on which the event may have happened. `date_prec` only says how
 * wide this is. Null: unknown.
 */
export function occurredOf(row: CsvRow, note: NoteIssue): OccurredColumns | null {
  const first = dayIn(row, 'date_start', note);
  const last = dayIn(row, 'date_end', note);
  if (!first || !last) {
    const [column, day] = first ? ['date_start', first] : ['date_end', last];
    if (day)
      note({
        kind: 'NOT_USED',
        column,
        value: day,
        reason: 'Without the other day it does not say when the event was. The claim is undated.',
      });
    return null;
  }
  if (first <= last) return occurredWithin(first, last);
  note({
    kind: 'BAD_DATE',
    column: 'date_end',
    value: last,
    reason: `It ends before it begins (${first}). The claim is undated.`,
  });
  return null;
}

/** The day in a cell, with or without a time of midnight. Null, with an issue: there is none. */
function dayIn(row: CsvRow, column: string, note: NoteIssue): string | null {
  const text = (row.get(column) ?? '').trim();
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:[ T]00:00:00(?:\.0+)?)?$/.exec(text) ?? [];
  if (day && isCalendarDay(day)) return day;
  note({
    kind: 'BAD_DATE',
    column,
    value: text || null,
    reason: 'This is not a calendar day. It was left out.',
  });
  return null;
}
