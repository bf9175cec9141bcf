import { orderBy, orderWithin, type Sorting, type Stretch } from './keyset.ts';
import { all, join, name, raw, type Sql, sql } from './sql.ts';

/** One of the index ranges that a list is read from. */
export interface Arm {
  /** Sets that the range is read for, value by value: `unnest($1::text[]) kinds(kind)`. */
  over?: readonly Sql[];
  where: Sql;
  /** Whether all its rows have the sort key, or all lack it; left out where that is not known. */
  keyed?: boolean;
}

/** A list as index ranges over what is scanned; the node's own row is joined once the page is picked. */
export interface Scan {
  from: Sql;
  /** The node's primary key and the sort key, as the scanned rows have them. */
  primary: readonly Sql[];
  key: Sql;
  /** Each row of the list is in one arm only. */
  arms: readonly Arm[];
  /** Whether two values of `over` may bring the same row. */
  distinct: boolean;
}

const picked = raw('picked');
const idName = (i: number): Sql => name(`id${i}`);

/** The sort key of a picked row. */
export const pickedKey = sql`${picked}.key`;

/** Every row of the list once, for counting: its primary key as `counted.id0` and on. */
export function everyRow({ from, primary, arms, distinct }: Scan): Sql {
  const ids = join(
    primary.map((each, i) => sql`${each} as ${idName(i)}`),
    ', ',
  );
  const parts = arms.map(({ over = [], where }) => sql`select ${ids} from ${join([...over, from], ' cross join ')} where ${where}`);
  return sql`(select ${raw(distinct ? 'distinct ' : '')}* from (${join(parts, ' union all ')}) found) counted`;
}

/** Picks from each arm, in each stretch, as many rows as the page can need, and of those the page's. */
export function pickRows(scan: Scan, runs: readonly Stretch[], sorting: Sorting, bound: Sql, limit: Sql): Sql {
  const columns = join([...scan.primary.map((each, i) => sql`${each} as ${idName(i)}`), sql`${scan.key} as key`], ', ');
  const within = orderWithin({ ...sorting, key: scan.key, primary: scan.primary });
  const range = (where: Sql, over: readonly Sql[] = []): Sql => {
    const rows = sql`select ${columns} from ${scan.from} where ${where} order by ${within} limit ${limit}`;
    return over.length ? sql`(select ranged.* from ${join([...over, sql`lateral (${rows}) ranged`], ' cross join ')})` : sql`(${rows})`;
  };
  const ranges = runs.flatMap((run) =>
    scan.arms
      .filter(({ keyed }) => keyed === undefined || run.keyed === undefined || keyed === run.keyed)
      .map((arm) => range(all([arm.where, run.where, bound]), arm.over)),
  );
  const rows = ranges.length ? join(ranges, ' union all ') : range(raw('false'));
  const order = orderBy({ ...sorting, key: raw('key'), primary: scan.primary.map((_, i) => idName(i)) });
  return sql`(select ${raw(scan.distinct ? 'distinct ' : '')}* from (${rows}) ranges order by ${order} limit ${limit}) picked`;
}

/** Ties the node's row to a picked one. */
export const pickedRow = (primary: readonly Sql[]): Sql => all(primary.map((each, i) => sql`${each} = ${picked}.${idName(i)}`));
