import { cleanSpacing } from '../../values/normalize.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { monthOf, type OccurredColumns, occurredWithin, weekOf } from '../stage/dates.ts';
import { parseWrittenDay } from '../stage/written-day.ts';

/** `time_precision`: 1 is that day, 2 is a day of its week, 3 is a day of its month. */
export function occurredOf(row: CsvRow, note: NoteIssue): OccurredColumns | null {
  const text = cleanSpacing(row.get('event_date') ?? '');
  const day = parseWrittenDay(text);
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
