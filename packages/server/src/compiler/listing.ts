import type { Direction } from '../values/enums.ts';
import type { PrimaryCast } from './cursor.ts';
import type { ClassRef, Rows } from './declarations.ts';
import type { FilterContext } from './filter.ts';
import type { Scan } from './scan.ts';
import type { Sql } from './sql.ts';

/** What a list can be sorted by. */
export interface SortKey {
  by: (row: Sql) => Sql;
  /** The PostgreSQL type that a cursor's text is cast to. */
  cast: 'date' | 'timestamptz' | 'text' | 'int' | 'bigint';
  /** Whether rows may lack the key. They come last in either direction. */
  nullable?: boolean;
}

/** A request for the index ranges that answer the filter of a list. */
export interface ScanRequest {
  row: Sql;
  filter: Record<string, unknown>;
  /** The name of the order. */
  by: string;
  /** The rows of the connection in an index table, where it has one. */
  index: Rows | undefined;
  ctx: FilterContext;
}

/** How the records of a class are listed. */
export interface ListingRules<Args extends object = object> {
  /** The condition of all lists, such as not being withdrawn. */
  live?: (row: Sql) => Sql;
  /**
   * The filter key that decides instead of `live` where a filter uses it. Such a filter is not
   * answered from index ranges, because these contain only rows for which `live` holds.
   */
  liveKey?: string;
  filter?: ClassRef;
  /** The index ranges that answer a filter. Undefined: all rows are read in the list's order. */
  scan?: (request: ScanRequest) => Scan | undefined;
  /** The arguments that make it another list, as a text. A cursor is valid for one question. */
  question?(args: Args): string;
  /**
   * Where the rows come from a common table expression of the statement, and not from a table: its
   * name, and the columns of its primary key.
   */
  cte?: { name: string; key: Record<string, PrimaryCast> };
  orders: Record<string, SortKey>;
  /** The order of a request that names none. Ties are broken by the primary key. */
  fallback: { by: string; direction: keyof typeof Direction };
}

const listings = new Map<Function, () => ListingRules>();

/** Registers the rules, which are read when first needed: they may name classes declared later. */
export function registerListing(node: Function, read: () => ListingRules): void {
  let rules: ListingRules | undefined;
  listings.set(node, () => {
    rules ??= read();
    return rules;
  });
}

/** @throws Error if the class has no `@Listing`. */
export function listingOf(node: Function): ListingRules {
  const read = listings.get(node);
  if (!read) throw new Error(`${node.name} has a connection, but no @Listing`);
  return read();
}
