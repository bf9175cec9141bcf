import { badInput, type Path } from '../values/errors.ts';
import { cursorText, family, type PrimaryCast, readCursor } from './cursor.ts';
import { type ConnectionDeclaration, listingOf, type Order, type Rows } from './declare.ts';
import { Filtering } from './filter.ts';
import { all, join, raw, type Sql, sql } from './sql.ts';

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
  limit: Sql;
  /** From the end: rows are picked backwards and shown forwards. */
  backward: boolean;
  key: Sql;
  direction: 'asc' | 'desc';
  primary: readonly Sql[];
  cursor: Sql;
  /** Null-safe conditions of the keyset; empty without a cursor. */
  bounds: readonly Sql[];
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

interface Place {
  field: string;
  parent: Sql;
  row: Sql;
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

  const use = new Filtering(`${place.prefix}`, path);
  const rows: Rows & { keys?: Record<string, Sql> } = declaration.rows?.(place.parent, row, args as never, use) ?? own;
  const filter = listing.filter ? use.at('filter').filter(listing.filter(), row, args.filter) : raw('true');
  const where = all([rows.where, ...(listing.live ? [listing.live(row)] : []), filter].filter((each) => each.parts.join() !== 'true'));
  const key = rows.keys?.[by] ?? sort.by(row);
  const kin = family(place.field, `${by} ${direction}`);

  const bound = (cursor: string, name: string, after: boolean): Sql => {
    const at = readCursor(cursor, kin, sort.cast, place.primaryCasts, [...path, name]);
    return beyond(
      key,
      place.primary,
      { ...at, cast: sort.cast, primaryCasts: place.primaryCasts },
      (direction === 'DESC') === after,
      after,
    );
  };
  const bounds = [
    ...(args.after != null ? [bound(args.after, 'after', true)] : []),
    ...(args.before != null ? [bound(args.before, 'before', false)] : []),
  ];
  return {
    from: rows.from,
    where,
    limit: sql`${size}::int`,
    backward,
    key,
    direction: direction === 'DESC' ? 'desc' : 'asc',
    primary: place.primary,
    cursor: cursorText(kin, key, place.primary),
    bounds,
    follows: args.after != null,
    precedes: args.before != null,
  };
}

interface At {
  key: string | null;
  primary: readonly string[];
  cast: string;
  primaryCasts: readonly string[];
}

/** Rows past a position of an order whose nulls come last. `less`: the wanted rows have the smaller keys; `later`: they come later in the list. */
function beyond(key: Sql, primary: readonly Sql[], at: At, less: boolean, later: boolean): Sql {
  const sign = raw(less ? '<' : '>');
  const there = join(
    at.primary.map((value, i) => sql`${value}::${raw(at.primaryCasts[i]!)}`),
    ', ',
  );
  const tie = sql`(${join(primary, ', ')}) ${sign} (${there})`;
  if (at.key === null) return later ? sql`(${key} is null and ${tie})` : sql`(${key} is not null or ${tie})`;
  const value = sql`${at.key}::${raw(at.cast)}`;
  const strict = sql`(${key} ${sign} ${value} or (${key} = ${value} and ${tie}))`;
  return later ? sql`(${strict} or ${key} is null)` : strict;
}

/** `order by` of a page; picked backwards everything turns round, nulls too. */
export function orderBy(page: Page): Sql {
  const turn = page.backward;
  const direction = raw((page.direction === 'desc') !== turn ? 'desc' : 'asc');
  const nulls = raw(turn ? 'nulls first' : 'nulls last');
  return join([sql`${page.key} ${direction} ${nulls}`, ...page.primary.map((column) => sql`${column} ${direction}`)], ', ');
}
