import type { ConnectionDeclaration, IndexedRows } from './declarations.ts';
import { FilterContext } from './filter.ts';
import { type KeysetRange, rangesAfter, type Sorting, sideOf } from './keyset.ts';
import { type ListingRules, listingOf } from './listing.ts';
import { type PageArguments, type PageWindow, readPageArguments } from './page-arguments.ts';
import type { Placement } from './placement.ts';
import type { Scan } from './scan.ts';
import { and, isTrue, raw, type Sql, sql } from './sql.ts';

/**
 * One page of a list, as a request asks for it: plain data, from which `page-rows.ts` and
 * `connection.ts` write the SQL.
 *
 * Two requests may share a compiled statement only if it would have the same text for both. So the
 * fingerprint of all the data in here is part of the key of the plan cache. What else the text
 * depends on is in the `Placement`, which follows from the selection; that is in the key, too.
 */
export interface Page {
  kind: 'page';
  /** Where the rows of the list are read from, with its filter. */
  source: Scan;
  sorting: Sorting;
  /** The ranges of the list beyond the cursor, in the order in which they are read. */
  ranges: readonly KeysetRange[];
  /** The condition of the cursor at the other end; `true` without one. */
  bound: Sql;
  /** How many rows are shown at most. */
  size: Sql;
  /** The tag that marks the cursors of this list in this order. */
  tag: Sql;
  /** Whether the request gave `after`: then the page has a previous one. */
  hasAfter: boolean;
  /** Whether the request gave `before`: then the page has a next one. */
  hasBefore: boolean;
}

/** Turns the arguments of a connection into a page. @throws Refusal naming an invalid argument. */
export function preparePage(
  declaration: ConnectionDeclaration,
  args: PageArguments,
  placement: Placement,
): Page {
  const listing = listingOf(declaration.of());
  const window = readPageArguments(args, listing, placement);
  const source = chooseSource(declaration, listing, args, window, placement);
  const { sorting, size, tag, after, before } = window;
  const [start, end] = sorting.backward ? [before, after] : [after, before];
  return {
    kind: 'page',
    source,
    sorting,
    ranges: rangesAfter(sorting, source, start),
    bound: end ? sideOf(sorting, source, end, sorting.backward ? 'after' : 'before') : raw('true'),
    size: sql`${size}::int`,
    tag,
    hasAfter: after !== undefined,
    hasBefore: before !== undefined,
  };
}

/** Reads the list from index ranges that answer its filter, or else from all of its rows. */
function chooseSource(
  declaration: ConnectionDeclaration,
  listing: ListingRules,
  args: PageArguments,
  { by, sortKey }: PageWindow,
  { parent, row, primary, prefix, path, rows: defaultRows }: Placement,
): Scan {
  const ctx = new FilterContext(prefix, path);
  const rows: IndexedRows = declaration.rows?.(parent, row, args, ctx) ?? defaultRows;
  const filterContext = ctx.at('filter');
  const { filter } = args;
  const mayScan = rows.index !== undefined || isTrue(rows.where);
  const scan =
    filter && mayScan
      ? listing.scan?.({ row, filter, by, index: rows.index, ctx: filterContext })
      : undefined;
  if (scan) return scan;
  const conditions = [rows.where];
  if (listing.live) conditions.push(listing.live(row));
  if (listing.filter) conditions.push(filterContext.filter(listing.filter(), row, filter));
  return {
    from: rows.from,
    row,
    primary,
    key: rows.keys?.[by] ?? sortKey.by(row),
    ranges: [{ where: and(conditions) }],
  };
}
