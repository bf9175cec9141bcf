import { cleanSpacing } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import type { OccurredColumns } from '../stage/dates.ts';
import type { Total } from './figures.ts';
import type { Side } from './sides.ts';

const maxStatementLength = 5_000;

/** What the row asserts, as one neutral sentence. */
export function statementOf(
  row: CsvRow,
  { a, b }: { a: Side; b: Side },
  total: Total,
  occurred: OccurredColumns | null,
): string {
  const first = a.asWritten || 'an unnamed party';
  const second = b.asWritten || 'an unnamed party';
  const what =
    row.get('type_of_violence')?.trim() === '3'
      ? `Violence by ${first} against civilians`
      : `Fighting between ${first} and ${second}`;
  const names = ['where_coordinates', 'adm_1', 'country']
    .map((column) => cleanSpacing(row.get(column) ?? ''))
    .filter((name) => name !== '');
  const where = names.length > 0 ? ` at ${[...new Set(names)].join(', ')}` : '';
  return `${what}${where}${describeDays(occurred)}: ${describeTotal(total)}.`.slice(
    0,
    maxStatementLength,
  );
}

function describeDays(occurred: OccurredColumns | null): string {
  if (!occurred) return '';
  const { occurred_earliest: from, occurred_latest: to } = occurred;
  return from === to ? ` on ${from}` : ` between ${from} and ${to}`;
}

function describeTotal({ min, best, max }: Total): string {
  if (best === null) return 'how many died is not known';
  const people = best === 1 ? '1 person was killed' : `${best} people were killed`;
  const bounds = [
    ...(min !== null && min !== best ? [`at least ${min}`] : []),
    ...(max !== null && max !== best ? [`at most ${max}`] : []),
  ];
  return bounds.length > 0 ? `${people} by the best estimate, ${bounds.join(', ')}` : people;
}
