import { badInput, type Path } from '../values/errors.ts';
import { merged } from '../values/merged.ts';
import { cursorTag, type PrimaryCast, readCursor } from './cursor.ts';
import {
  type ConnectionDeclaration,
  type IndexedRows,
  listingOf,
  type Order,
  type Rows,
} from './declare.ts';
import { FilterContext } from './filter.ts';
import { orderBy, rangesAfter, type Sorting, sideOf } from './keyset.ts';
import { everyRow, pickedBy, pickRows, type Scan } from './scan.ts';
import { and, column, isTrue, join, literal, raw, type Sql, sql } from './sql.ts';

/** Arguments that every connection takes. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  filter?: Record<string, unknown> | null;
  orderBy?: { by: string; direction: Order['direction'] } | null;
}

/** A page of a list, ready to be written into a statement: everything in it that a request decides. */
export interface Page {
  /**
   * The rows of the page under their alias: the columns that are read of them, and what they are sorted by (`pickedBy`). Where it is asked
   * whether there is more, one more than shown. Where that or its ends are asked, with their place as `_n`, from 1 in the order of reading,
   * and whether one is the `_last` that was read.
   */
  rows: (columns: readonly string[] | undefined) => Sql;
  /** What of the request goes into `rows`; with `kin` and the way it is read, all that its text depends on. */
  decided: readonly Sql[];
  /** Every row of the list, where it is asked how many there are. */
  counted: Sql;
  /** How many are shown. */
  limit: Sql;
  /** Names the list and its order in cursors. */
  kin: Sql;
  /** What the key is of that it is sorted by. */
  cast: Order['cast'];
  /** The primary key, column by column. */
  primary: readonly Sql[];
  /** The order in which rows are shown. */
  order: Sql;
  /** From the end: rows are picked backwards and shown forwards. */
  backward: boolean;
  /** Cursors given: rows surely lie before `after`, and after `before`. */
  follows: boolean;
  precedes: boolean;
}

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** @throws Refusal unless it is a whole number from 1 to 100. */
export function pageSize(value: number, path: Path): number {
  if (value < 1 || value > maxPageSize) {
    throw badInput({
      path,
      message: `${path.at(-1)} must be from 1 to ${maxPageSize}, not ${value}. Ask for the rest with the cursor.`,
    });
  }
  return value;
}

/**
 * What is asked of a page beside its rows: whether more comes after it, whether more comes before, the cursors of its ends, how many there
 * are in all.
 */
export interface Asks {
  after: boolean;
  before: boolean;
  ends: boolean;
  count: boolean;
}

/** Where a connection stands: its field, the row above it, and the rows that it brings. */
export interface Place {
  field: string;
  parent: Sql;
  row: Sql;
  table: Sql;
  primary: readonly Sql[];
  primaryCasts: readonly PrimaryCast[];
  prefix: string;
  path: Path;
  asks: Asks;
}

/** Checks a connection's arguments and turns them into the pieces of its statement. @throws Refusal naming the argument. */
export function preparePage(
  declaration: ConnectionDeclaration,
  own: Rows,
  args: PageArguments,
  place: Place,
): Page {
  const { row, path } = place;
  if (args.first != null && args.last != null) {
    throw badInput({ path: [...path, 'last'], message: 'Give first or last, not both.' });
  }
  const backward = args.last != null;
  const size = pageSize(args.last ?? args.first ?? defaultPageSize, [
    ...path,
    backward ? 'last' : 'first',
  ]);
  const node = declaration.of();
  const listing = listingOf(node);
  const by = args.orderBy?.by ?? listing.fallback.by;
  const direction = args.orderBy?.direction ?? listing.fallback.direction;
  const sort = listing.orders[by];
  if (!sort) throw new Error(`${node.name} cannot be sorted by ${by}`);

  const question = listing.question?.(args as never);
  const kin = cursorTag(place.field, `${by} ${direction}`, question);
  const at = (argument: 'after' | 'before') =>
    args[argument] == null
      ? undefined
      : readCursor(args[argument], kin, sort, place.primaryCasts, [...path, argument]);
  const [after, before] = [at('after'), at('before')];

  const use = new FilterContext(place.prefix, path);
  const rows: IndexedRows = declaration.rows?.(place.parent, row, args as never, use) ?? own;
  const free = rows.index !== undefined || isTrue(rows.where);
  const scan =
    args.filter && free
      ? listing.scan?.({ row, filter: args.filter, by, index: rows.index, ctx: use.at('filter') })
      : undefined;
  const source: Scan = scan ?? {
    from: rows.from,
    row,
    primary: place.primary,
    key: rows.keys?.[by] ?? sort.by(row),
    ranges: [{ where: and([rows.where, ...conditions(listing, row, args.filter, use)]) }],
  };
  const { key, primary } = source;
  const { cast, nullable = false } = sort;
  const { primaryCasts } = place;
  const sorting: Sorting = {
    key,
    primary,
    backward,
    nullable,
    cast,
    primaryCasts,
    direction: direction === 'DESC' ? 'desc' : 'asc',
  };
  const runs = rangesAfter(sorting, backward ? before : after);
  const other = backward ? after : before;
  const bound = other ? sideOf(sorting, other, backward) : raw('true');
  const limit = sql`${size}::int`;
  const more = backward ? place.asks.before : place.asks.after;
  const picking = {
    bound,
    limit: more ? sql`${limit} + 1` : limit,
    numbered: more || place.asks.ends,
    ended: place.asks.ends,
  };
  const sorted = pickedBy(row, place.primary.length);
  return {
    rows: (columns) => {
      const own = columns?.map((name) => column(row, name)) ?? [sql`${row}.*`];
      if (source.row)
        return sql`(${pickRows(source, runs, sorting, merged(picking, { own }))}) ${row}`;
      const picked = pickRows(source, runs, sorting, merged(picking, { own: [] }));
      const brought = join([raw('picked.*'), ...own], ', ');
      return sql`(select ${brought} from (${picked}) picked join ${place.table} ${row} on ${tie(place.primary)}) ${row}`;
    },
    decided: [
      source.from,
      limit,
      bound,
      ...runs.map(({ where }) => where),
      ...source.ranges.flatMap(({ forEach: over = [], where }) => [...over, where]),
    ],
    counted: place.asks.count ? everyRow(source) : raw(''),
    limit,
    cast: sort.cast,
    backward,
    kin: question === undefined ? literal(kin) : sql`${kin}::text`,
    primary: sorted.primary,
    follows: after !== undefined,
    precedes: before !== undefined,
    order: orderBy(merged(sorting, sorted, { backward: false })),
  };
}

/** Ties the node's own row to a picked one. */
const tie = (primary: readonly Sql[]): Sql => {
  const picked = pickedBy(raw('picked'), primary.length).primary;
  return and(primary.map((each, i) => sql`${each} = ${picked[i]}`));
};

/** What a list leaves out of itself, and what its filter asks. */
const conditions = (
  listing: ReturnType<typeof listingOf>,
  row: Sql,
  filter: PageArguments['filter'],
  use: FilterContext,
): Sql[] => [
  ...(listing.live ? [listing.live(row)] : []),
  ...(listing.filter ? [use.at('filter').filter(listing.filter(), row, filter)] : []),
];
