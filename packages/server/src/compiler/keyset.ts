import type { Position, PrimaryCast } from './cursor.ts';
import type { SortKey } from './declare.ts';
import { join, raw, type Sql, sql } from './sql.ts';

/** How a page is picked: by a key (nulls last), ties by the primary key; backward: from the end of the list. */
export interface Sorting {
  key: Sql;
  /** Whether rows may lack the key. */
  nullable: boolean;
  cast: SortKey['cast'];
  primary: readonly Sql[];
  primaryCasts: readonly PrimaryCast[];
  direction: 'asc' | 'desc';
  backward: boolean;
}

/** A run of a list that one index range can bring in order; `keyed`: all of its rows have the sort key, or none has. */
export interface KeysetRange {
  where: Sql;
  keyed?: boolean;
}

/** The direction in which rows are read. */
const readDirection = ({ direction, backward }: Sorting): 'asc' | 'desc' =>
  (direction === 'desc') === backward ? 'asc' : 'desc';

const orderTerms = (sorting: Sorting, nulls: string): Sql => {
  const way = raw(readDirection(sorting));
  const { key, nullable, primary } = sorting;
  return join(
    [
      sql`${key} ${way}${raw(nullable ? ` nulls ${nulls}` : '')}`,
      ...primary.map((each) => sql`${each} ${way}`),
    ],
    ', ',
  );
};

/** `order by` of a page as it is read: picked backwards everything turns round, nulls too. */
export const orderBy = (sorting: Sorting): Sql =>
  orderTerms(sorting, sorting.backward ? 'first' : 'last');

/**
 * `order by` within one stretch, in the form in which indexes have it (`desc nulls last`, or that read backwards): it has no mixture of
 * nulls.
 */
export const orderWithin = (sorting: Sorting): Sql =>
  orderTerms(sorting, readDirection(sorting) === 'desc' ? 'last' : 'first');

/**
 * The stretches of a list past a place, in the order in which they are read. A condition like `(key, id) < ($1, $2)` starts an index range
 * where it says; the same over keys that may be null has an `or` in it and starts nowhere, so rows without a key are a stretch of their
 * own.
 */
export function rangesAfter(sorting: Sorting, from: Position | undefined): KeysetRange[] {
  const { key, nullable, primary, primaryCasts, cast, direction, backward } = sorting;
  const sign = raw(readDirection(sorting) === 'desc' ? '<' : '>');
  const past = (keys: readonly Sql[], values: readonly Sql[]): Sql =>
    sql`(${join(keys, ', ')}) ${sign} (${join(values, ', ')})`;
  const ids = from?.primary.map((value, i) => sql`${value}::${raw(primaryCasts[i]!)}`) ?? [];
  const beyond = (at: Position): Sql =>
    at.key === null
      ? past(primary, ids)
      : past([key, ...primary], [sql`${at.key}::${raw(cast)}`, ...ids]);
  if (!nullable) return [{ where: from ? beyond(from) : raw('true') }];
  // An index in descending order, nulls last, read from either end brings the whole list.
  if (!from && direction === 'desc') return [{ where: raw('true') }];

  const dated = { keyed: true, where: sql`${key} is not null` };
  const bare = { keyed: false, where: sql`${key} is null` };
  const whole = backward ? [bare, dated] : [dated, bare];
  if (!from) return whole;
  if (from.key !== null) return [{ keyed: true, where: beyond(from) }, ...(backward ? [] : [bare])];
  return [
    { keyed: false, where: sql`${bare.where} and ${beyond(from)}` },
    ...(backward ? [dated] : []),
  ];
}

/** The condition that a row comes before (or after) a place in the list, whatever the way it is read. */
export function sideOf(sorting: Sorting, at: Position, after: boolean): Sql {
  const { key, nullable, primary, primaryCasts, cast, direction } = sorting;
  const sign = raw((direction === 'desc') === after ? '<' : '>');
  const ids = at.primary.map((value, i) => sql`${value}::${raw(primaryCasts[i]!)}`);
  const tie = sql`(${join(primary, ', ')}) ${sign} (${join(ids, ', ')})`;
  if (at.key === null)
    return after ? sql`(${key} is null and ${tie})` : sql`(${key} is not null or ${tie})`;
  const strict = sql`(${join([key, ...primary], ', ')}) ${sign} (${join([sql`${at.key}::${raw(cast)}`, ...ids], ', ')})`;
  return after && nullable ? sql`(${strict} or ${key} is null)` : strict;
}
