import { merged } from '../values/merged.ts';
import { type KeysetRange, orderBy, orderWithin, type Sorting } from './keyset.ts';
import { addedColumn, and, identifier, join, raw, type Sql, sql } from './sql.ts';

/** One of the index ranges that a list is read from. */
export interface IndexRange {
  /** Sets that the range is read for, value by value: `unnest($1::text[]) kinds(kind)`. */
  forEach?: readonly Sql[];
  where: Sql;
  /** Whether all its rows have the sort key, or all lack it; left out where that is not known. */
  keyed?: boolean;
}

/** A list as index ranges over what is scanned. */
export interface Scan {
  from: Sql;
  /** The node's primary key and the sort key, as the scanned rows have them. */
  primary: readonly Sql[];
  key: Sql;
  /** The node's own row, where `from` brings it: else it is joined once the page is picked. */
  row?: Sql;
  /** Each row of the list is in one arm only. */
  ranges: readonly IndexRange[];
  /** Whether two values of `over` may bring the same row. */
  distinct?: boolean;
}

const idName = (i: number): Sql => identifier(`_id${i}`);

/** The columns under which picked rows have sort key and primary key, whatever they are picked from. */
export const pickedBy = (row: Sql, count: number): { key: Sql; primary: Sql[] } => ({
  key: addedColumn(row, raw('_key')),
  primary: Array.from({ length: count }, (_, i) => addedColumn(row, idName(i))),
});

/** Every row of the list once, for counting: its primary key as `counted._id0` and on. */
export function everyRow({ from, primary, ranges: arms, distinct }: Scan): Sql {
  const ids = join(
    primary.map((each, i) => sql`${each} as ${idName(i)}`),
    ', ',
  );
  const parts = arms.map(
    ({ forEach: over = [], where }) =>
      sql`select ${ids} from ${join([...over, from], ' cross join ')} where ${where}`,
  );
  return sql`(select ${raw(distinct ? 'distinct ' : '')}* from (${join(parts, ' union all ')}) found) counted`;
}

export interface Picking {
  /** A condition of the request's own. */
  bound: Sql;
  limit: Sql;
  /** With their place in the page, from 1 in the order of reading, as `_n`. */
  numbered: boolean;
  /** With whether they are the `_last` of it, too. */
  ended: boolean;
  /** Columns of the node's row to bring along. */
  own: readonly Sql[];
}

/** Picks from each arm, in each stretch, as many rows as the page can need, and of those the page's. */
export function pickRows(
  scan: Scan,
  runs: readonly KeysetRange[],
  sorting: Sorting,
  { bound, limit, numbered, ended, own }: Picking,
): Sql {
  const columns = join(
    [
      ...scan.primary.map((each, i) => sql`${each} as ${idName(i)}`),
      sql`${scan.key} as _key`,
      ...own,
    ],
    ', ',
  );
  const range = (where: Sql, over: readonly Sql[] = []): Sql => {
    const rows = sql`select ${columns} from ${scan.from} where ${where} order by ${orderWithin(sorting)} limit ${limit}`;
    return over.length
      ? sql`select ranged.* from ${join([...over, sql`lateral (${rows}) ranged`], ' cross join ')}`
      : rows;
  };
  const ranges = runs.flatMap((run) =>
    scan.ranges
      .filter(({ keyed }) => keyed === undefined || run.keyed === undefined || keyed === run.keyed)
      .map((arm) => range(and([arm.where, run.where, bound]), arm.forEach)),
  );
  const order = (row: Sql, by: typeof orderBy) =>
    by(merged(sorting, pickedBy(row, scan.primary.length)));
  // One range is in order by itself.
  const single = ranges.length === 1 && !scan.ranges[0]!.forEach?.length && !scan.distinct;
  const together = () => {
    const rows = ranges.length
      ? join(
          ranges.map((each) => sql`(${each})`),
          ' union all ',
        )
      : range(raw('false'));
    return sql`select ${raw(scan.distinct ? 'distinct ' : '')}* from (${rows}) ranges order by ${order(raw('ranges'), orderBy)} limit ${limit}`;
  };
  const rows = single ? ranges[0]! : together();
  if (!numbered) return rows;
  const reading = sql`over (order by ${order(raw('placed'), single ? orderWithin : orderBy)})`;
  const last = ended ? sql`, lead(false, 1, true) ${reading} as _last` : raw('');
  return sql`select placed.*, row_number() ${reading} as _n${last} from (${rows}) placed`;
}
