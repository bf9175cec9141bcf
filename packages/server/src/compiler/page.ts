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
 * a filter, say.
 *
 * **How a page is read.** The list is a set of index ranges, for example the claims of one place
 * and one kind. The cursor cuts the list into keyset ranges: the rows beyond it with a sort key,
 * and those without. From each index range within each keyset range, PostgreSQL reads the first
 * rows in order, as many as the page needs. These are merged, sorted and cut to the page
 * (`pickRows` in `scan.ts`). The cost does not grow with the distance from the start of the list.
 *
 * **What the plan cache needs.** A page is plain data with SQL fragments. No SQL text is written
 * here: `page-rows.ts` and `connection.ts` write it, on a miss of the plan cache. The cache's key
 * is the number of the selection tree and the fingerprint of every property of the page
 * (`prepare.ts`). Values are parameters and not part of a fingerprint, so pages that differ only in
 * values share a plan. A property must not be a function, because functions have no fingerprint.
 */
export interface Page {
  kind: 'page';
  /** Where the rows of the list are read from, and the index ranges that contain them. */
  scan: Scan;
  /** The order of the list, and from which end it is read. */
  sorting: Sorting;
  /** The parts of the list beyond the cursor at which reading starts, in the order of reading. */
  keysetRanges: readonly KeysetRange[];
  /** Keeps the rows that are reached before the cursor at which reading ends. `true`: no cursor. */
  endCondition: Sql;
  /** The page size, as a parameter. */
  size: Sql;
  /** The start of this list's cursors. A list refuses cursors with another tag. */
  tag: Sql;
  /** Whether `after` was given. If so, there is a row before the page: the cursor's own. */
  hasAfter: boolean;
  /** Whether `before` was given. If so, there are rows after the page. */
  hasBefore: boolean;
}

/**
 * Turns the arguments of a connection into a page. A page with `last` is read backward from
 * `before`, any other page forward from `after`. Reading stops at the other cursor, if there is
 * one.
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
  const scan = chooseScan(declaration, listing, args, window, placement);
  const { sorting, size, tag, after, before } = window;
  const { backward } = sorting;
  // Reading backward starts at `before` and ends at `after`.
  const [start, end] = backward ? [before, after] : [after, before];
  return {
    kind: 'page',
    scan,
    sorting,
    keysetRanges: rangesAfter(sorting, scan, start),
    endCondition: end ? sideOf(sorting, scan, end, backward ? 'after' : 'before') : raw('true'),
    size: sql`${size}::int`,
    tag,
    hasAfter: after !== undefined,
    hasBefore: before !== undefined,
  };
}

/**
 * Decides where the rows of the list are read from. If the listing knows index ranges for the
 * filter, only matching rows are read. Otherwise there is one range: all rows in the order of the
 * list, each checked against the filter, until the page is full.
 */
function chooseScan(
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
  // The listing's index ranges include the whole filter and leave out withdrawn records. They know
  // nothing of the connection, so its rows must be the whole table, or those of an index table.
  const isWholeTable = isTrue(rows.where);
  const { live, liveKey } = listing;
  const decidesLive = filter && liveKey && ctx.asks(filter, liveKey);
  const scan =
    filter && !decidesLive && (isWholeTable || rows.index)
      ? listing.scan?.({ row, filter, by, index: rows.index, ctx: filterContext })
      : undefined;
  if (scan) return scan;
  const conditions = [rows.where];
  if (live && !decidesLive) conditions.push(live(row));
  if (listing.filter) conditions.push(filterContext.filter(listing.filter(), row, filter));
  return {
    from: rows.from,
    row,
    ...(rows.keys?.[by] ?? { key: sortKey.by(row), primary }),
    indexRanges: [{ where: and(conditions) }],
  };
}
