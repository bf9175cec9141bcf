import type { Position, PrimaryCast } from './cursor.ts';
import type { SortKey } from './listing.ts';
import { join, raw, type Sql, sql } from './sql.ts';

/** The columns that a list is sorted by: the sort key, and the primary key to break ties. */
export interface SortColumns {
  key: Sql;
  primary: readonly Sql[];
}

/** How a list is sorted and read. Rows without a sort key come last in either direction. */
export interface Sorting {
  /** Whether rows may lack the sort key. */
  nullable: boolean;
  cast: SortKey['cast'];
  primaryCasts: readonly PrimaryCast[];
  direction: 'asc' | 'desc';
  /** Whether the list is read from its end. */
  backward: boolean;
}

/** A part of a list that an index can return in order: rows with a sort key, or without. */
export interface KeysetRange {
  where: Sql;
  /** Whether all of its rows have the sort key, or none has. Absent where it may hold both. */
  keyed?: boolean;
}

/** The direction in which an index is read. */
const readDirection = ({ direction, backward }: Sorting): 'asc' | 'desc' =>
  (direction === 'desc') === backward ? 'asc' : 'desc';

function orderTerms(sorting: Sorting, { key, primary }: SortColumns, nulls: string): Sql {
  const direction = raw(readDirection(sorting));
  const nullsOrder = raw(sorting.nullable ? ` nulls ${nulls}` : '');
  const ties = primary.map((each) => sql`${each} ${direction}`);
  return join([sql`${key} ${direction}${nullsOrder}`, ...ties], ', ');
}

/** The `order by` of a whole list as it is read. Read backward, nulls come first. */
export const orderBy = (sorting: Sorting, columns: SortColumns): Sql =>
  orderTerms(sorting, columns, sorting.backward ? 'first' : 'last');

/**
 * The `order by` of one range, as the indexes have it: `desc nulls last`, or the reverse of that.
 * A range never mixes rows with and without the key, so the place of nulls does not matter.
 */
export const orderWithin = (sorting: Sorting, columns: SortColumns): Sql =>
  orderTerms(sorting, columns, readDirection(sorting) === 'desc' ? 'last' : 'first');

/**
 * The ranges of a list beyond a position (of the whole list, without one), in the order in which
 * they are read.
 *
 * A condition such as `(key, id) < ($1, $2)` lets PostgreSQL start an index scan at the position.
 * If the key may be null, that condition needs an `or`, and the scan would start nowhere. So rows
 * with a key are one range, and rows without a key are another.
 */
export function rangesAfter(
  sorting: Sorting,
  columns: SortColumns,
  position: Position | undefined,
): KeysetRange[] {
  const { nullable, direction, backward } = sorting;
  const sign = readDirection(sorting) === 'desc' ? '<' : '>';
  const beyond = position && comparison(sorting, columns, position, sign);
  if (!nullable) return [{ where: beyond ?? raw('true') }];
  // An index in descending order with nulls last returns the whole list from either end.
  if (!position && direction === 'desc') return [{ where: raw('true') }];

  const withKey = { keyed: true, where: sql`${columns.key} is not null` };
  const withoutKey = { keyed: false, where: sql`${columns.key} is null` };
  if (!beyond) return backward ? [withoutKey, withKey] : [withKey, withoutKey];
  if (position?.key === null) {
    const rest = { keyed: false, where: sql`${withoutKey.where} and ${beyond}` };
    return backward ? [rest, withKey] : [rest];
  }
  const rest = { keyed: true, where: beyond };
  return backward ? [rest] : [rest, withoutKey];
}

/** The condition that a row comes after a position in the list, or before it. */
export function sideOf(
  sorting: Sorting,
  columns: SortColumns,
  position: Position,
  side: 'after' | 'before',
): Sql {
  const after = side === 'after';
  const sign = (sorting.direction === 'desc') === after ? '<' : '>';
  const beyond = comparison(sorting, columns, position, sign);
  const { key } = columns;
  if (position.key === null)
    return after ? sql`(${key} is null and ${beyond})` : sql`(${key} is not null or ${beyond})`;
  return after && sorting.nullable ? sql`(${beyond} or ${key} is null)` : beyond;
}

/** Compares the sort columns with a position, and only the primary key if that has no sort key. */
function comparison(
  { cast, primaryCasts }: Sorting,
  { key, primary }: SortColumns,
  position: Position,
  sign: '<' | '>',
): Sql {
  const ids = position.primary.map((value, i) => sql`${value}::${raw(primaryCasts[i] ?? 'uuid')}`);
  const [left, right] =
    position.key === null
      ? [primary, ids]
      : [
          [key, ...primary],
          [sql`${position.key}::${raw(cast)}`, ...ids],
        ];
  return sql`(${join(left, ', ')}) ${raw(sign)} (${join(right, ', ')})`;
}
