import type { OccurredColumns } from '../stage/dates.ts';

type AddIssue = (kind: string, column: string, reason: string) => void;

/** The fewest and most days of an event, by `date_prec`. A month may have 31 days. */
const spans: Record<string, [min: number, max: number]> = {
  '1': [1, 1],
  '2': [2, 6],
  '3': [7, 7],
  '4': [8, 31],
  '5': [32, Number.POSITIVE_INFINITY],
};

/** Lists where the dates of a row contradict its codes. */
export function noteDates(
  cell: (column: string) => string,
  occurred: OccurredColumns | null,
  add: AddIssue,
): void {
  const span = spans[cell('date_prec')];
  if (!span) add('BAD_CODE', 'date_prec', 'The codebook has 1 to 5. The dates were imported.');
  const first = occurred?.occurred_earliest;
  const last = occurred?.occurred_latest;
  if (!first || !last) return;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const count = days === 1 ? '1 day' : `${days} days`;
  if (span && (days < span[0] || days > span[1]))
    add(
      'DATE_CONTRADICTS',
      'date_prec',
      `The row has ${count}, ${first} to ${last}. These were imported.`,
    );
  const year = cell('year');
  if (year !== '' && (year < first.slice(0, 4) || year > last.slice(0, 4)))
    add('DATE_CONTRADICTS', 'year', `The dates are ${first} to ${last}. These were imported.`);
}
