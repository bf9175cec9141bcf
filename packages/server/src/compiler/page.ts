import { badInput, type Path } from '../values/errors.ts';
import { cursorText, family, type PrimaryCast, readCursor } from './cursor.ts';
import { type ConnectionDeclaration, type Found, listingOf, type Order, type Rows } from './declare.ts';
import { Filtering } from './filter.ts';
import { orderBy, orderWithin, type Sorting, sideOf, stretches } from './keyset.ts';
import { everyRow, pickedKey, pickedRow, pickRows } from './scan.ts';
import { all, isTrue, raw, type Sql, sql } from './sql.ts';

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
export interface Page extends Rows {
  /** Every row of the list, for counting. */
  counted: Sql;
  /** How many are shown; one more is read, to know whether there is more. */
  limit: Sql;
  order: Sql;
  cursor: Sql;
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
    throw badInput({ path, message: `${path.at(-1)} must be from 1 to ${maxPageSize}, not ${value}. Ask for the rest with the cursor.` });
  }
  return value;
}

/** Where a connection stands: its field, the row above it, and the rows that it brings. */
interface Place {
  field: string;
  parent: Sql;
  row: Sql;
  table: Sql;
  primary: readonly Sql[];
  primaryCasts: readonly PrimaryCast[];
  prefix: string;
  path: Path;
}

/** Checks a connection's arguments and turns them into the pieces of its statement. @throws Refusal naming the argument. */
export function preparePage(declaration: ConnectionDeclaration, own: Rows, args: PageArguments, place: Place): Page {
  const { row, path } = place;
  if (args.first != null && args.last != null) {
    throw badInput({ path: [...path, 'last'], message: 'Give first or last, not both.' });
  }
  const backward = args.last != null;
  const size = pageSize(args.last ?? args.first ?? defaultPageSize, [...path, backward ? 'last' : 'first']);
  const node = declaration.of();
  const listing = listingOf(node);
  const by = args.orderBy?.by ?? listing.fallback.by;
  const direction = args.orderBy?.direction ?? listing.fallback.direction;
  const sort = listing.orders[by];
  if (!sort) throw new Error(`${node.name} cannot be sorted by ${by}`);

  const kin = family(place.field, `${by} ${direction}`);
  const at = (argument: 'after' | 'before') =>
    args[argument] == null ? undefined : readCursor(args[argument], kin, sort.cast, place.primaryCasts, [...path, argument]);
  const [after, before] = [at('after'), at('before')];

  const use = new Filtering(place.prefix, path);
  const rows: Found = declaration.rows?.(place.parent, row, args as never, use) ?? own;
  const free = rows.kept !== undefined || isTrue(rows.where);
  const scan = args.filter && free ? listing.scan?.({ row, filter: args.filter, by, kept: rows.kept, use: use.at('filter') }) : undefined;
  const source = scan ?? {
    from: rows.from,
    primary: place.primary,
    key: rows.keys?.[by] ?? sort.by(row),
    arms: [{ where: all([rows.where, ...conditions(listing, row, args.filter, use)]) }],
    distinct: false,
  };
  const { key, primary } = source;
  const sorting: Sorting = {
    ...{ key, primary, backward, nullable: sort.nullable ?? false, cast: sort.cast },
    ...{ primaryCasts: place.primaryCasts, direction: direction === 'DESC' ? 'desc' : 'asc' },
  };
  const limit = sql`${size}::int`;
  const runs = stretches(sorting, backward ? before : after);
  const other = backward ? after : before;
  const bound = other ? sideOf(sorting, other, backward) : raw('true');
  const shown = { counted: everyRow(source), limit, backward, follows: args.after != null, precedes: args.before != null };
  if (!scan && runs.length === 1) {
    const where = all([source.arms[0]!.where, runs[0]!.where, bound]);
    return { ...shown, from: rows.from, where, order: orderWithin(sorting), cursor: cursorText(kin, key, primary) };
  }
  const from = sql`${pickRows(source, runs, sorting, bound, sql`${limit} + 1`)} join ${place.table} ${row} on ${pickedRow(place.primary)}`;
  const picked = { ...sorting, key: pickedKey, primary: place.primary };
  return { ...shown, from, where: raw('true'), order: orderBy(picked), cursor: cursorText(kin, pickedKey, place.primary) };
}

/** What a list leaves out of itself, and what its filter asks. */
const conditions = (listing: ReturnType<typeof listingOf>, row: Sql, filter: PageArguments['filter'], use: Filtering): Sql[] => [
  ...(listing.live ? [listing.live(row)] : []),
  ...(listing.filter ? [use.at('filter').filter(listing.filter(), row, filter)] : []),
];
