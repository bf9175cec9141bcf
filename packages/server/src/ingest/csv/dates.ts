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

/**
 * When a row says that it happened. An empty beginning is unknown, and so is an end that cannot be
 * read: neither is taken from the other. Null: undated, with an issue if the beginning cannot be
 * read.
 */
export function occurredOf(
  row: CsvRow,
  { occurred, dates }: Mapping,
  note: NoteIssue,
): OccurredColumns | null {
  if (!occurred) return null;
  const from = dateIn(row, occurred.from, dates, note);
  const to = dateIn(row, occurred.to, dates, note);
  if (from === undefined || (!from && !to)) return null;
  const hasOneCell = from && to === null;
  const date = hasOneCell ? from.date : intervalOf(from?.date ?? null, to?.date ?? null);
  if (!date) {
    note({
      kind: 'BAD_DATE',
      column: occurred.to ?? occurred.from,
      value: to?.text ?? null,
      reason: `It ends before it begins (${from?.text}). The claim is undated.`,
    });
    return null;
  }
  noteMissingBounds(date, occurred.from, from ?? to ?? null, note);
  return occurredAt(date, asWritten(date, [from, to]));
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
  cell: DateInCell | null,
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
