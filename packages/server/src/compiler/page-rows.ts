import { orderBy } from './keyset.ts';
import type { Page } from './page.ts';
import type { Placement } from './placement.ts';
import { type Picking, pickedColumns, pickRows } from './scan.ts';
import { and, column, join, raw, type Sql, sql } from './sql.ts';

/** Whether one row more than the page shows is read, to learn if the list goes on. */
export const readsOneMore = ({ sorting }: Page, { selects }: Placement): boolean =>
  sorting.backward ? selects.hasPreviousPage : selects.hasNextPage;

/**
 * The rows of a page, under the alias of the connection's rows, with the given columns and those of
 * `pickedColumns`. Without a list of columns they have all of them.
 */
export function pageRows(
  page: Page,
  placement: Placement,
  columns: readonly string[] | undefined,
): Sql {
  const { scan, keysetRanges, sorting, endCondition, size } = page;
  const { row, table, primary } = placement;
  const oneMore = readsOneMore(page, placement);
  const picking: Picking = {
    endCondition,
    limit: oneMore ? sql`${size} + 1` : size,
    numbered: oneMore || placement.selects.cursorsOfEnds,
    marksLast: placement.selects.cursorsOfEnds,
  };
  const carried = columns?.map((name) => column(row, name)) ?? [sql`${row}.*`];
  if (scan.row) return sql`(${pickRows(scan, keysetRanges, sorting, picking, carried)}) ${row}`;
  // Only the keys come from the index table. The record is joined to the rows of the page alone.
  const picked = pickedColumns(raw('picked'), placement);
  const isPicked = and(primary.map((each, i) => sql`${each} = ${picked.primary[i]}`));
  const rows = pickRows(scan, keysetRanges, sorting, picking, []);
  const selected = join([raw('picked.*'), ...carried], ', ');
  return sql`(select ${selected} from (${rows}) picked join ${table} ${row} on ${isPicked}) ${row}`;
}

/** The order in which the rows of a page are shown, also when they were read backward. */
export const shownOrder = ({ sorting }: Page, placement: Placement): Sql =>
  orderBy({ ...sorting, backward: false }, pickedColumns(placement.row, placement));
