import { badInput } from '../values/errors.ts';
import { cursorTag, type Position, readCursor } from './cursor.ts';
import type { Sorting } from './keyset.ts';
import type { ListingRules, SortKey } from './listing.ts';
import type { Placement } from './placement.ts';
import { literal, type Sql, sql } from './sql.ts';

/** The arguments that every connection takes. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  filter?: Record<string, unknown> | null;
  orderBy?: { by: string; direction: ListingRules['fallback']['direction'] } | null;
}

export const defaultPageSize = 20;

/** The arguments of a page without its filter, checked. */
export interface PageWindow {
  /** How many rows are shown at most. */
  size: number;
  /** The name of the order, and what it sorts by. */
  by: string;
  sortKey: SortKey;
  sorting: Sorting;
  /**
   * The tag that marks the cursors of this list in this order. The tag of a search depends on its
   * question and is a parameter, so that one statement serves all questions.
   */
  tag: Sql;
  after: Position | undefined;
  before: Position | undefined;
}

/** Reads `first`, `last`, `after`, `before` and `orderBy`. @throws Refusal naming the argument. */
export function readPageArguments(
  args: PageArguments,
  { orders, fallback, question }: ListingRules,
  { field, tagOf, primaryCasts, path }: Placement,
): PageWindow {
  if (args.first != null && args.last != null)
    throw badInput({ path: [...path, 'last'], message: 'Give first or last, not both.' });
  const backward = args.last != null;
  const size = args.last ?? args.first ?? defaultPageSize;
  const { by, direction } = args.orderBy ?? fallback;
  const sortKey = orders[by];
  if (!sortKey) throw new Error(`${field} cannot be sorted by ${by}`);
  const { cast, nullable = false } = sortKey;
  const order = `${by} ${direction}`;
  const tag = question ? cursorTag(field, order, question(args)) : tagOf(order);
  const position = (argument: 'after' | 'before'): Position | undefined => {
    const cursor = args[argument];
    if (cursor == null) return undefined;
    return readCursor(cursor, tag, sortKey, primaryCasts, [...path, argument]);
  };
  return {
    size,
    by,
    sortKey,
    sorting: {
      nullable,
      cast,
      primaryCasts,
      direction: direction === 'DESC' ? 'desc' : 'asc',
      backward,
    },
    tag: question ? sql`${tag}::text` : literal(tag),
    after: position('after'),
    before: position('before'),
  };
}
