import { cleanSpacing } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import type { Occurred } from './dates.ts';
import type { Total } from './figures.ts';
import type { Side } from './sides.ts';

/** What the row asserts, as one neutral sentence. */
export function statementOf(
  row: CsvRow,
  { a, b }: { a: Side; b: Side },
  total: Total,
  occurred: Occurred,
): string {
  const [first, second] = [a.written || 'an unnamed party', b.written || 'an unnamed party'];
  const what =
    row.get('type_of_violence')!.trim() === '3'
      ? `Violence by ${first} against civilians`
      : `Fighting between ${first} and ${second}`;
  const where = [
    ...new Set(
      ['where_coordinates', 'adm_1', 'country']
        .map((column) => cleanSpacing(row.get(column) ?? ''))
        .filter((name) => name !== ''),
    ),
  ];
  const { occurred_earliest: from, occurred_latest: to } = occurred;
  const when = !from ? '' : from === to ? ` on ${from}` : ` between ${from} and ${to}`;
  return `${what}${where.length > 0 ? ` at ${where.join(', ')}` : ''}${when}: ${dead(total)}.`.slice(
    0,
    5_000,
  );
}

function dead({ min, best, max }: Total): string {
  if (best === null) return 'how many died is not known';
  const people = best === 1 ? '1 person was killed' : `${best} people were killed`;
  const bounds = [
    ...(min !== null && min !== best ? [`at least ${min}`] : []),
    ...(max !== null && max !== best ? [`at most ${max}`] : []),
  ];
  return bounds.length > 0 ? `${people} by the best estimate, ${bounds.join(', ')}` : people;
}
