import type { NoteIssue } from '../problem.ts';
import type { CsvRow } from '../read/csv.ts';
import { intervalOf, type WrittenDate } from '../read/dates.ts';
import {
  type OccurredColumns,
  occurredAt,
  type PublishedColumns,
  publishedAt,
} from '../stage/dates.ts';
import { type DateInCell, dateIn } from './cells.ts';
import type { Mapping } from './mapping.ts';

const maxWrittenLength = 500;

/** What a row says about when it happened, and the cells that say so. */
interface RowDate {
  date: WrittenDate;
  cells: readonly (DateInCell | null | undefined)[];
}

/**
 * When a row says that it happened. Null: undated, with an issue if a cell cannot be read. A whole
 * date that names days without bounding them is bounded by the other columns.
 */
export function occurredOf(
  row: CsvRow,
  { occurred, dates }: Mapping,
  note: NoteIssue,
): OccurredColumns | null {
  if (!occurred) return null;
  const whole = dateIn(row, occurred.whole, dates, note);
  const span = whole?.date.firm ? undefined : spanOf(row, occurred, dates, note);
  const found = whole ? { date: withBounds(whole.date, span?.date), cells: [whole] } : span;
  if (!found) return null;
  const { date, cells } = found;
  const column = whole ? occurred.whole : undefined;
  noteMissingBounds(date, column ?? occurred.from, cells.find(Boolean), note);
  return occurredAt(date, asWritten(date, cells));
}

const withBounds = (date: WrittenDate, bounds: WrittenDate | undefined): WrittenDate =>
  bounds ? { ...date, first: bounds.first, last: bounds.last, firm: bounds.firm } : date;

/**
 * The date from one column to another. An empty beginning is unknown, and so is an end that cannot
 * be read: neither is taken from the other.
 */
function spanOf(
  row: CsvRow,
  columns: NonNullable<Mapping['occurred']>,
  form: Mapping['dates'],
  note: NoteIssue,
): RowDate | undefined {
  const from = dateIn(row, columns.from, form, note);
  const to = dateIn(row, columns.to, form, note);
  if (from === undefined || (!from && !to)) return undefined;
  if (from && to === null) return { date: from.date, cells: [from] };
  const date = intervalOf(from?.date ?? null, to?.date ?? null);
  if (date) return { date, cells: [from, to] };
  note({
    kind: 'BAD_DATE',
    column: columns.to ?? columns.from,
    value: to?.text ?? null,
    reason: `It ends before it begins (${from?.text}). It was left out.`,
  });
  return undefined;
}

/** When the report of a row was published. Null: not stated, or (with an issue) not one date. */
export function publishedOf(
  row: CsvRow,
  { report, dates }: Mapping,
  note: NoteIssue,
): PublishedColumns | null {
  const column = report?.published;
  const cell = dateIn(row, column, dates, note);
  if (!column || !cell) return null;
  if (cell.date.edtf.includes('/')) {
    note({
      kind: 'BAD_DATE',
      column,
      value: cell.text,
      reason: 'A report is published at one date, and this is an interval. It was left out.',
    });
    return null;
  }
  noteMissingBounds(cell.date, column, cell, note);
  return publishedAt(cell.date, asWritten(cell.date, [cell]));
}

/** A date without bounds is in no period, which nobody should have to find out. */
function noteMissingBounds(
  date: WrittenDate,
  column: string,
  cell: DateInCell | null | undefined,
  note: NoteIssue,
): void {
  if (date.firm) return;
  note({
    kind: 'NO_BOUNDS',
    column,
    value: cell?.text ?? null,
    reason:
      'The date is approximate or a season, so its first and last day are unknown. Filters treat ' +
      'it as undated.',
  });
}

/** The cells of a date as they are written. Null: they have only digits, which say no more. */
function asWritten(
  { edtf }: WrittenDate,
  cells: readonly (DateInCell | null | undefined)[],
): string | null {
  const text = cells.flatMap((cell) => cell?.text ?? []).join(' / ');
  return text === edtf || !/\p{L}/u.test(text) ? null : text.slice(0, maxWrittenLength);
}
