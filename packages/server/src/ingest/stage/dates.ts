import { precisionOf } from '../../values/fuzzy-date.ts';
import type { WrittenDate } from '../read/dates.ts';

/** When a report was published, as its columns. */
export interface PublishedColumns {
  published_edtf: string;
  published_earliest: string | null;
  published_latest: string | null;
  published_precision: string;
  published_approximate: boolean;
  published_uncertain: boolean;
  published_basis: string;
  published_as_written?: string | null;
}

/** When a claim says that something happened, as its columns. */
export interface OccurredColumns {
  occurred_edtf: string;
  occurred_earliest: string | null;
  occurred_latest: string | null;
  occurred_precision: string;
  occurred_approximate: boolean;
  occurred_uncertain: boolean;
  occurred_extent: 'WITHIN';
  occurred_basis: 'STATED' | 'INFERRED';
  occurred_as_written: string | null;
}

/** The names of the columns that every staged date has. */
export const dateColumns = (prefix: 'occurred' | 'published'): string[] =>
  ['edtf', 'earliest', 'latest', 'precision', 'approximate', 'uncertain', 'basis'].map(
    (column) => `${prefix}_${column}`,
  );

/** At some time from the first day to the last, both `YYYY-MM-DD`. */
export const occurredWithin = (
  first: string,
  last: string,
  options: { edtf?: string; inferred?: boolean; asWritten?: string } = {},
): OccurredColumns => ({
  occurred_edtf: options.edtf ?? (first === last ? first : `${first}/${last}`),
  occurred_earliest: first,
  occurred_latest: last,
  occurred_precision: precisionOf(first, last),
  occurred_approximate: false,
  occurred_uncertain: false,
  occurred_extent: 'WITHIN',
  occurred_basis: options.inferred ? 'INFERRED' : 'STATED',
  occurred_as_written: options.asWritten ?? null,
});

/** At a date or in an interval, as it is written. */
export const occurredAt = (date: WrittenDate, asWritten: string | null): OccurredColumns => ({
  occurred_edtf: date.edtf,
  occurred_earliest: date.first,
  occurred_latest: date.last,
  occurred_precision: precisionOf(date.first, date.last),
  occurred_approximate: date.approximate,
  occurred_uncertain: date.uncertain,
  occurred_extent: 'WITHIN',
  occurred_basis: 'STATED',
  occurred_as_written: asWritten,
});

export const publishedAt = (date: WrittenDate, asWritten: string | null): PublishedColumns => ({
  published_edtf: date.edtf,
  published_earliest: date.first,
  published_latest: date.last,
  published_precision: precisionOf(date.first, date.last),
  published_approximate: date.approximate,
  published_uncertain: date.uncertain,
  published_basis: 'STATED',
  published_as_written: asWritten,
});

export const publishedOn = (day: string): PublishedColumns => ({
  published_edtf: day,
  published_earliest: day,
  published_latest: day,
  published_precision: 'DAY',
  published_approximate: false,
  published_uncertain: false,
  published_basis: 'STATED',
});

/** The `order` of a record for `stableId`: by its day, and an unknown day first. */
export const orderOfDay = (day: string | null | undefined): number =>
  day ? Date.parse(day) / 86_400 : 0;

const addDays = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

/** The first and last day of the week (Monday to Sunday, ISO 8601) of a day. */
export function weekOf(day: string): [first: string, last: string] {
  const monday = addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  return [monday, addDays(monday, 6)];
}

/** The first and last day of the month of a day. */
export function monthOf(day: string): [first: string, last: string] {
  const date = new Date(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
  return [`${day.slice(0, 7)}-01`, last.toISOString().slice(0, 10)];
}
