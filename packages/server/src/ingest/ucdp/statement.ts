import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import type { OccurredColumns } from '../stage/dates.ts';
import type { Part, Total } from './figures.ts';
import type { Side } from './sides.ts';

const maxStatementLength = 5_000;

/**
 * What the row asserts, as one neutral sentence: UCDP's figure, in UCDP's own terms. It names the
 * conflict and not an act, because a row about dead civilians need not be about fighting.
 */
export function statementOf(
  row: CsvRow,
  sides: { a: Side; b: Side },
  total: Total,
  parts: readonly Part[],
  occurred: OccurredColumns | null,
): string {
  const names = ['where_coordinates', 'adm_1', 'country']
    .map((column) => cleanSpacing(row.get(column) ?? ''))
    .filter((name) => name !== '');
  const where = names.length > 0 ? ` at ${[...new Set(names)].join(', ')}` : '';
  const what = `UCDP codes ${describeDeaths(total, parts, sides)} ${describeConflict(row, sides)}`;
  const statement = `${what}${where}${describeDays(occurred)}${describeBounds(total)}.`;
  return cutText(statement, maxStatementLength);
}

function describeConflict(row: CsvRow, { a, b }: { a: Side; b: Side }): string {
  const first = a.asWritten || 'an unnamed party';
  const second = b.asWritten || 'an unnamed party';
  const type = row.get('type_of_violence')?.trim();
  const target = second.replace(/^Civilians$/i, 'civilians');
  if (type === '3') return `in one-sided violence by ${first} against ${target}`;
  return `in the ${type === '2' ? 'non-state ' : ''}conflict between ${first} and ${second}`;
}

/** How many died and whose dead they are, if the parts add up to the best estimate. */
function describeDeaths(
  { best }: Total,
  parts: readonly Part[],
  sides: { a: Side; b: Side },
): string {
  if (best === null) return 'an unknown number of deaths';
  if (best === 0) return 'no deaths';
  const deaths = best === 1 ? '1 death' : `${best} deaths`;
  const nonZero = parts.filter(({ best: count }) => count > 0);
  if (nonZero.reduce((sum, part) => sum + part.best, 0) !== best) return deaths;
  const whose = nonZero.map(({ column, best: count }) => {
    if (column === 'deaths_civilians') return { count, one: 'a civilian', all: 'civilians' };
    if (column === 'deaths_unknown')
      return { count, one: 'of unknown status', all: 'of unknown status' };
    const { asWritten } = column === 'deaths_a' ? sides.a : sides.b;
    const side = `on the side of ${asWritten || 'an unnamed party'}`;
    return { count, one: side, all: side };
  });
  const [only, ...others] = whose;
  if (only && others.length === 0)
    return best === 1 ? `${deaths}, ${only.one},` : `${deaths}, all ${only.all},`;
  const list = whose.map(
    ({ count, one, all }) => `${count} ${count === 1 ? one.replace(/^a /, '') : all}`,
  );
  return `${deaths} (${list.join(', ')})`;
}

function describeDays(occurred: OccurredColumns | null): string {
  const from = occurred?.occurred_earliest;
  const to = occurred?.occurred_latest;
  if (!from || !to) return '';
  return from === to ? ` on ${from}` : ` between ${from} and ${to}`;
}

function describeBounds({ min, best, max }: Total): string {
  const bounds = [
    ...(min !== null && min !== best ? [`at least ${min}`] : []),
    ...(max !== null && max !== best ? [`at most ${max}`] : []),
  ];
  if (bounds.length === 0) return '';
  return ` (${best === null ? '' : 'best estimate; '}${bounds.join(', ')})`;
}
