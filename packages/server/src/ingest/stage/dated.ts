import { precisionOf } from '../../values/fuzzy-date.ts';

/** The columns of a report that say when it was published. */
export interface Dated {
  published_edtf: string;
  published_earliest: string;
  published_latest: string;
  published_precision: string;
  published_approximate: boolean;
  published_uncertain: boolean;
  published_basis: string;
}

/** The columns of a claim that say when. */
export interface Period {
  occurred_edtf: string;
  occurred_earliest: string;
  occurred_latest: string;
  occurred_precision: string;
  occurred_approximate: boolean;
  occurred_uncertain: boolean;
  occurred_extent: 'WITHIN';
  occurred_basis: 'STATED' | 'INFERRED';
  occurred_as_written: string | null;
}

/** At some time from the first day to the last. */
export const period = (
  first: string,
  last: string,
  more: { edtf?: string; inferred?: boolean; asWritten?: string } = {},
): Period => ({
  occurred_edtf: more.edtf ?? (first === last ? first : `${first}/${last}`),
  occurred_earliest: first,
  occurred_latest: last,
  occurred_precision: precisionOf(first, last),
  occurred_approximate: false,
  occurred_uncertain: false,
  occurred_extent: 'WITHIN',
  occurred_basis: more.inferred ? 'INFERRED' : 'STATED',
  occurred_as_written: more.asWritten ?? null,
});

/** On that day. */
export const publishedOn = (day: string): Dated => ({
  published_edtf: day,
  published_earliest: day,
  published_latest: day,
  published_precision: 'DAY',
  published_approximate: false,
  published_uncertain: false,
  published_basis: 'STATED',
});

const inDays = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

/** The week, from Monday to Sunday (ISO 8601), that a day lies in. */
export function weekOf(day: string): [first: string, last: string] {
  const monday = inDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  return [monday, inDays(monday, 6)];
}

/** The month that a day lies in. */
export function monthOf(day: string): [first: string, last: string] {
  const [year, month] = day.split('-').map(Number);
  return [`${day.slice(0, 7)}-01`, new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10)];
}
