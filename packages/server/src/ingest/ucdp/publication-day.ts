import { isCalendarDay } from '../../values/days.ts';
import type { NoteIssue } from '../problem.ts';
import type { OccurredColumns } from '../stage/dates.ts';

/**
 * The day of an article. Null: it has none; 1753 stands for a missing date in some databases. A day
 * before the event is imported with an issue.
 */
export function publicationDay(
  date: string,
  occurred: OccurredColumns | null,
  note: NoteIssue,
): string | null {
  const noDay = (kind: string, reason: string): null => {
    note({ kind, column: 'source_date', value: date || null, reason });
    return null;
  };
  if (date.startsWith('1753'))
    return noDay('NO_DATE', 'A date of 1753 means that there is none. The article is undated.');
  if (date === '') return noDay('NO_DATE', 'The row has no date. The article is undated.');
  if (!isCalendarDay(date))
    return noDay('BAD_DATE', 'This is not a calendar day. The article is undated.');
  if (date > new Date().toISOString().slice(0, 10))
    return noDay('FUTURE_DATE', 'This day is in the future. The article is undated.');
  const first = occurred?.occurred_earliest;
  if (first && date < first)
    note({
      kind: 'ARTICLE_BEFORE_EVENT',
      column: 'source_date',
      value: date,
      reason: `The event began on ${first}. The date was imported as it is.`,
    });
  return date;
}
