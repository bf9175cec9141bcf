import {
  type KeysetRange,
  orderBy,
  orderWithin,
  type SortColumns,
  type Sorting,
} from './keyset.ts';
import { addedColumn, and, identifier, join, raw, type Sql, sql } from './sql.ts';

/** One of the index ranges that together contain a list. */
export interface IndexRange {
  /** Sets for whose values the range is read one by one: `unnest($1::text[]) kinds(kind)`. */
  forEach?: readonly Sql[];
  where: Sql;
  /** Whether all of its rows have the sort key, or none has. Absent where it may hold both. */
  keyed?: boolean;
}

/** Where the rows of a list are read from. Its sort columns are those of the rows that are read. */
export interface Scan extends SortColumns {
  from: Sql;
  /** The record's own row, where `from` contains it. Otherwise it is joined to the page's rows. */
  row?: Sql;
  /** Together they contain the list. No row is in two of them. */
  indexRanges: readonly IndexRange[];
  /** Whether one range may return a row several times, for different values of its `forEach`. */
  distinct?: boolean;
}

const idName = (i: number): Sql => identifier(`_id${i}`);

/** The sort columns of rows that `pickRows` returned: `_key`, `_id0` … */
export const pickedColumns = (
  row: Sql,
  { primary }: Pick<SortColumns, 'primary'>,
): SortColumns => ({
  key: addedColumn(row, raw('_key')),
  primary: primary.map((_, i) => addedColumn(row, idName(i))),
});

const namedIds = ({ primary }: SortColumns): Sql[] =>
  primary.map((each, i) => sql`${each} as ${idName(i)}`);

/** Every row of a list once, to count or to join: its primary key as `counted._id0` … */
export function everyRow(scan: Scan): Sql {
  const ids = join(namedIds(scan), ', ');
  const parts = scan.indexRanges.map(
    ({ forEach = [], where }) =>
      sql`select ${ids} from ${join([...forEach, scan.from], ' cross join ')} where ${where}`,
  );
  const distinct = raw(scan.distinct ? 'distinct ' : '');
  return sql`(select ${distinct}* from (${join(parts, ' union all ')}) found) counted`;
}

/** Which rows of the ranges are read, and what is added to them. */
export interface Picking {
  /** A further condition, from the cursor at the other end. */
  endCondition: Sql;
  limit: Sql;
  /** Whether each row has its number in the order of reading, from 1, as `_n`. */
  numbered: boolean;
  /** Whether each row also says if it is the last one, as `_last`. */
  marksLast: boolean;
}

/**
 * Reads up to `limit` rows from each index range within each keyset range, and returns the first
 * `limit` of them all, with their sort columns and some more columns.
 */
export function pickRows(
  scan: Scan,
  keysetRanges: readonly KeysetRange[],
  sorting: Sorting,
  { endCondition: bound, limit, numbered, marksLast }: Picking,
  columns: readonly Sql[],
): Sql {
  const selected = join([...namedIds(scan), sql`${scan.key} as _key`, ...columns], ', ');
  const rangeOrder = orderWithin(sorting, scan);
  const read = ({ where, forEach = [] }: IndexRange): Sql => {
    const inOrder = sql`${where} order by ${rangeOrder} limit ${limit}`;
    const rows = sql`select ${selected} from ${scan.from} where ${inOrder}`;
    if (forEach.length === 0) return rows;
    const sources = [...forEach, sql`lateral (${rows}) ranged`];
    return sql`select ranged.* from ${join(sources, ' cross join ')}`;
  };
  const parts = keysetRanges.flatMap((keyset): IndexRange[] =>
    scan.indexRanges
      .filter((index) => mayMeet(index, keyset))
      .map(({ where, forEach = [] }) => ({ forEach, where: and([where, keyset.where, bound]) })),
  );
  const [first = nothing, ...others] = parts;
  // A single range is in order already.
  const isSorted = others.length === 0 && !first.forEach?.length && !scan.distinct;
  const reads = [first, ...others].map(read);
  const rows = isSorted ? join(reads, '') : mergeRanges(scan, sorting, reads, limit);
  if (!numbered) return rows;
  const placed = pickedColumns(raw('placed'), scan);
  const order = isSorted ? orderWithin(sorting, placed) : orderBy(sorting, placed);
  const window = sql`over (order by ${order})`;
  const last = marksLast ? sql`, lead(false, 1, true) ${window} as _last` : raw('');
  return sql`select placed.*, row_number() ${window} as _n${last} from (${rows}) placed`;
}

const nothing: IndexRange = { where: raw('false') };

/** Whether an index range and a keyset range can have rows in common. */
const mayMeet = (index: IndexRange, keyset: KeysetRange): boolean =>
  index.keyed === undefined || keyset.keyed === undefined || index.keyed === keyset.keyed;

function mergeRanges(scan: Scan, sorting: Sorting, reads: readonly Sql[], limit: Sql): Sql {
  const all = join(
    reads.map((each) => sql`(${each})`),
    ' union all ',
  );
  const distinct = raw(scan.distinct ? 'distinct ' : '');
  const order = orderBy(sorting, pickedColumns(raw('ranges'), scan));
  return sql`select ${distinct}* from (${all}) ranges order by ${order} limit ${limit}`;
}
