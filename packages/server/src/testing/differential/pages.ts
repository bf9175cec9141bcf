import type { Claim } from '../../claims/claim.entity.ts';
import type { Report } from '../../reports/report.entity.ts';
import {
  comparePositions,
  cursorText,
  type Order,
  type Position,
  positionOf,
  readCursor,
} from './cursors.ts';
import type { Filters, Predicate } from './filters.ts';
import { badInput, type Path, readAll } from './refusals.ts';

type Sorts = Record<string, Pick<Order, 'key' | 'cast'>>;
const byId = (row: { id: string }) => [row.id];
const recordedOrders = { cast: 'timestamptz', key: (row: any) => row.createdAt } as const;
const dayOf = (when: { earliest: string | null; latest: string | null } | null) =>
  when?.latest ?? when?.earliest ?? null;
const namedOrders: Sorts = {
  NAME: { cast: 'text', key: (row) => row.name },
  RECORDED: recordedOrders,
};

/** The orders of each type, and its default order. */
const sortsOf: Record<
  string,
  { sorts: Sorts; fallback: Pick<Order, 'by' | 'direction'>; primary?: Order['primary'] }
> = {
  Claim: {
    sorts: {
      OCCURRED: { cast: 'date', key: (claim: Claim) => dayOf(claim.occurred) },
      PUBLISHED: { cast: 'date', key: (claim: Claim) => dayOf((claim.report as Report).published) },
      RECORDED: recordedOrders,
    },
    fallback: { by: 'OCCURRED', direction: 'DESC' },
  },
  Report: {
    sorts: {
      PUBLISHED: { cast: 'date', key: (report: Report) => dayOf(report.published) },
      RECORDED: recordedOrders,
      TITLE: { cast: 'text', key: (report: Report) => report.title },
    },
    fallback: { by: 'PUBLISHED', direction: 'DESC' },
  },
  Source: { sorts: namedOrders, fallback: { by: 'NAME', direction: 'ASC' } },
  Faction: { sorts: namedOrders, fallback: { by: 'NAME', direction: 'ASC' } },
  Location: { sorts: namedOrders, fallback: { by: 'NAME', direction: 'ASC' } },
  ImportConflict: {
    sorts: { AT: { cast: 'timestamptz', key: (conflict) => conflict.at } },
    fallback: { by: 'AT', direction: 'ASC' },
  },
  Revision: {
    sorts: { VERSION: { cast: 'int', key: (revision) => String(revision.version) } },
    fallback: { by: 'VERSION', direction: 'DESC' },
    primary: (revision) => [revision.recordId, String(revision.version)],
  },
};

export function orderOf(nodeType: string, asked?: Pick<Order, 'by' | 'direction'> | null): Order {
  const { sorts, fallback, primary = byId } = sortsOf[nodeType]!;
  const { by, direction } = asked ?? fallback;
  return { by, direction, primary, ...sorts[by]! };
}

interface Arguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  filter?: Record<string, unknown> | null;
  orderBy?: Pick<Order, 'by' | 'direction'> | null;
}

/** The parsed arguments of a connection. */
export interface Page {
  field: string;
  size: number;
  backward: boolean;
  order: Order;
  matches: Predicate;
  after: Position | undefined;
  before: Position | undefined;
}

/** A page size from 1 to 100. @throws a refusal with the path. */
export function pageSize(value: number, path: Path): number {
  if (value < 1 || value > 100) throw badInput(path);
  return value;
}

/** @throws a refusal with the invalid argument. */
export function readPage(
  field: string,
  nodeType: string,
  args: Arguments,
  filters: Filters,
  path: Path,
): Page {
  const backward = args.last != null;
  const size = args.last ?? args.first ?? 20;
  const checkSize = () => {
    if (args.first != null && args.last != null) throw badInput([...path, 'last']);
    return pageSize(size, [...path, backward ? 'last' : 'first']);
  };
  const order = orderOf(nodeType, args.orderBy);
  const readFilter = () => filters.of(nodeType, args.filter, [...path, 'filter']);
  const position = (name: 'after' | 'before') => {
    const cursor = args[name];
    return cursor == null ? undefined : readCursor(cursor, field, order, [...path, name]);
  };
  const [, matches, after, before] = readAll<() => unknown, unknown>(
    [checkSize, readFilter, () => position('after'), () => position('before')],
    (read) => read(),
  );
  return { field, size, backward, order, matches, after, before } as Page;
}

/** A page of some rows, without withdrawn ones. */
export function connection(page: Page, rows: readonly any[]): object {
  const { field, size, backward, order, after, before } = page;
  const all = rows
    .filter((row) => !(row.withdrawn?.at != null) && page.matches(row))
    .map((row) => ({ row, at: positionOf(order, row) }))
    .sort((a, b) => comparePositions(order, a.at, b.at));
  const between = all.filter(
    ({ at }) =>
      (!after || comparePositions(order, at, after) > 0) &&
      (!before || comparePositions(order, at, before) < 0),
  );
  const shown = backward ? between.slice(-size) : between.slice(0, size);
  const more = between.length > size;
  const edges = shown.map(({ row, at }) => ({ node: row, cursor: cursorText(field, order, at) }));
  return {
    edges,
    nodes: shown.map(({ row }) => row),
    totalCount: all.length,
    pageInfo: {
      hasNextPage: backward ? before !== undefined : more,
      hasPreviousPage: backward ? more : after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
