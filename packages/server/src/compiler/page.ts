import type { ConnectionDeclaration, IndexedRows } from './declarations.ts';
import { FilterContext } from './filter.ts';
import { type KeysetRange, rangesAfter, type Sorting, sideOf } from './keyset.ts';
import { type ListingRules, listingOf } from './listing.ts';
import { type PageArguments, type PageWindow, readPageArguments } from './page-arguments.ts';
import type { Placement } from './placement.ts';
import type { Scan } from './scan.ts';
import { and, isTrue, raw, type Sql, sql } from './sql.ts';

/**
 * One page of a connection, as the arguments of a request describe it: `first: 20, after: "…"` and
 * a filter, say. It is plain data with SQL fragments. No SQL text is written here: `page-rows.ts`
 * and `connection.ts` do that, and only if there is no cached plan.
 *
 * Pagination is by keyset: a cursor contains the sort key and the primary key of its row, and the
 * page is read from the index at that position, however far into the list it is.
 *
 * Two requests may share a cached plan only if their statements have the same text. That text
 * depends on the page and on the `Placement`. The fingerprint of every property of the page is part
 * of the plan's key (`prepareField`). The placement follows from the selection tree, whose number
 * is in the key, too. So a new property needs no further thought, but it must be data.
 */
export interface Page {
  kind: 'page';
  /** Where the rows of the list are read from: a table with the filter, or index ranges. */
  source: Scan;
  /** The order of the list, and from which end it is read. */
  sorting: Sorting;
  /** The parts of the list beyond the cursor where reading starts, in the order of reading. */
  ranges: readonly KeysetRange[];
  /** The condition that rows come before the cursor at the other end; `true` without one. */
  bound: Sql;
  /** The maximum number of rows that the page shows, a parameter. */
  size: Sql;
  /** Begins the cursors of this list in this order, so that other lists refuse them. */
  tag: Sql;
  /** Whether `after` was given. If so, there are rows before the page: the cursor's, for one. */
  hasAfter: boolean;
  /** Whether `before` was given. If so, there are rows after the page. */
  hasBefore: boolean;
}

/**
 * Turns the arguments of a connection into a page. A page with `first` is read forward from
 * `after`, a page with `last` is read backward from `before`; the other cursor is where it ends.
 *
 * @throws Refusal naming an invalid argument.
 */
export function preparePage(
  declaration: ConnectionDeclaration,
  args: PageArguments,
  placement: Placement,
): Page {
  const listing = listingOf(declaration.of());
  const window = readPageArguments(args, listing, placement);
  const source = chooseSource(declaration, listing, args, window, placement);
  const { sorting, size, tag, after, before } = window;
  const { backward } = sorting;
  const [start, end] = backward ? [before, after] : [after, before];
  return {
    kind: 'page',
    source,
    sorting,
    ranges: rangesAfter(sorting, source, start),
    bound: end ? sideOf(sorting, source, end, backward ? 'after' : 'before') : raw('true'),
    size: sql`${size}::int`,
    tag,
    hasAfter: after !== undefined,
    hasBefore: before !== undefined,
  };
}

/**
 * Decides where the rows of the list are read from. If index ranges answer the filter, only rows
 * that match are read. Otherwise all rows are read in the order of the list, and the filter is a
 * condition on each, until the page is full.
 */
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
  // Index ranges replace the rows that are declared. They may do so if those are all rows of the
  // table, or if an index table contains the same rows.
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
