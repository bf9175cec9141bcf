import { listingOf } from '../compiler/listing.ts';
import type { Page } from '../compiler/page.ts';
import { defaultPageSize } from '../compiler/page-arguments.ts';
import { readsOneMore } from '../compiler/page-rows.ts';
import type { PreparedField } from '../compiler/prepare.ts';
import type { SelectionNode } from '../compiler/selection-node.ts';
import {
  argumentShares,
  countedFans,
  indexedOrders,
  indexTables,
  scannedConnections,
} from './domain.ts';
import { effectOf, type FilterEffect } from './filters.ts';
import { indexShare, shareBeyond } from './index-ranges.ts';
import type { Args, Knowledge, PartCost, Runs } from './model.ts';

type Input = Record<string, unknown>;

/** What the arguments of a page say about its rows. */
interface PageRead {
  size: number;
  /** Whether an index has the order. */
  isIndexed: boolean;
  /** The name of the order, as `Claim.OCCURRED`. */
  order: string;
  /** The share of the owner's rows that are in the index ranges that are read. */
  ranged: number;
  /** The share of those that are beyond the cursors. */
  beyond: number;
  /** The share of those that match. */
  matching: number;
}

/**
 * What the pages of a connection cost without their rows. A page is read in the order of an index
 * until it is full, so a filter that few rows match reads many. Where no index has the order, all
 * rows of the owner are read and sorted. `totalCount` counts all that match.
 */
export function pageCost(
  node: SelectionNode,
  runs: Runs,
  prepared: PreparedField | undefined,
  knowledge: Knowledge,
): PartCost {
  const { weight, counts } = knowledge;
  const { nodeClass } = node;
  if (!nodeClass) throw new Error(`${node.name} is not a connection`);
  const args: Args = prepared?.args ?? {};
  const page = prepared?.prepared.kind === 'page' ? prepared.prepared : undefined;
  const listing = listingOf(nodeClass);
  const name = `${node.declaredBy}.${node.name}`;
  const table = node.mapping.entity(nodeClass.name)?.tableName ?? '';
  const filter = (args.filter ?? {}) as Input;
  const type = listing.filter?.().name ?? '';
  const effect = effectOf(type, table, filter, knowledge);
  const limits = argumentLimits(name, args);
  const share = effect.share * limits.reduce((product, [, left]) => product * left, 1);
  const msChecked = limits.reduce(
    (sum, [argument]) => sum + weight(`condition ${name}.${argument}`),
    effect.ms,
  );
  const { by, direction } = (args.orderBy as Order | null | undefined) ?? listing.fallback;
  const ranged = isRanged(page) ? indexShare(type, filter, knowledge) : 1;
  const read: PageRead = {
    size: Number(args.last ?? args.first ?? defaultPageSize),
    isIndexed: indexedOrders[nodeClass.name]?.includes(by) ?? true,
    order: `${nodeClass.name}.${by}`,
    ranged,
    beyond: shareBeyond(`${nodeClass.name}.${by}`, direction, args, knowledge),
    matching: ranged > 0 ? Math.min(1, share / ranged) : 0,
  };
  const owned = ownedRows(node, name, table, runs, knowledge);
  const ofIndexTable = indexTables[name];
  // Without its index table, PostgreSQL looks for the owner's rows among all, in any order.
  const leavesIndex =
    ofIndexTable !== undefined && (by !== ofIndexTable || filter.withdrawn != null);
  const searched =
    leavesIndex || scannedConnections.includes(name)
      ? (counts.rows.get(table) ?? 0) * (weight('row searched') + (leavesIndex ? msChecked : 0))
      : 0;
  let perRun = weight(`connection ${name}`);
  let rows = 0;
  if (listing.cte)
    perRun += weight('search run') + (counts.rows.get('name_key') ?? 0) * weight('search name');
  if (readsRows(node, page)) {
    const reached = rowsReached(owned, read, effect);
    perRun += weight('page') + rangesOf(page) * weight('range') + searched;
    perRun += reached * (weight(ofIndexTable ? 'joined row read' : 'row read') + msChecked);
    if (!read.isIndexed) perRun += reached * (weight('row sorted') + weight(`order ${read.order}`));
    const { size, beyond, matching } = read;
    const needed = Math.ceil(size / Math.max(beyond * ranged * matching, 1e-6));
    rows = Math.min(size, owned.mean(Math.max(1, needed)) * beyond * ranged * matching);
  }
  const counted = node.only[1].filter((each) => each.name === 'totalCount').length;
  if (counted > 0) {
    const all = owned.mean(Number.POSITIVE_INFINITY) * ranged;
    const checked = Math.min(all, effect.foundUnordered ?? all);
    perRun += counted * (weight('count') + searched);
    const counting = weight(ofIndexTable ? 'joined row counted' : 'row counted');
    perRun += counted * checked * (counting + msChecked);
  }
  const { count } = runs;
  // It is searched once for the statement, however often the page is read.
  return { ms: count * perRun + effect.msOnce, rows: count * rows };
}

interface Order {
  by: string;
  direction: string;
}

/** How many rows are read until the page is full. */
function rowsReached(
  owned: OwnedRows,
  { size, isIndexed, ranged, beyond, matching }: PageRead,
  { found, foundUnordered }: FilterEffect,
): number {
  const all = owned.mean(Number.POSITIVE_INFINITY) * ranged;
  if (found !== undefined) return Math.min(found, all);
  if (!isIndexed) return Math.min(all, foundUnordered ?? all);
  const needed = (size + 1) / Math.max(matching, 1e-6);
  const within = Math.max(ranged * beyond, 1e-6);
  return Math.min(needed, owned.mean(Math.ceil(needed / within)) * within);
}

/**
 * Whether the page's rows are read. Where only what needs no row is selected, such as whether there
 * is a row before the cursor, PostgreSQL leaves them out.
 */
function readsRows(node: SelectionNode, page: Page | undefined): boolean {
  const children = node.only[1];
  if (children.some(({ name }) => name === 'nodes' || name === 'edges')) return true;
  return (
    page !== undefined &&
    (readsOneMore(page, node.placement) || node.placement.selects.cursorsOfEnds)
  );
}

/** Whether the rows are read from index ranges that a filter chooses. */
const isRanged = (page: Page | undefined): boolean =>
  page !== undefined &&
  (page.scan.distinct === true ||
    page.scan.indexRanges.some(
      ({ forEach, keyed }) => keyed !== undefined || (forEach !== undefined && forEach.length > 0),
    ));

/** How many rows a search finds, of which nothing is known. */
const usualHits = 50;

/** The rows of a connection, up to a limit, in one run on average. */
interface OwnedRows {
  mean(limit: number): number;
}

/** How many rows a connection has, up to a limit, in one run on average. */
function ownedRows(
  node: SelectionNode,
  name: string,
  table: string,
  { key, isReferred }: Runs,
  { counts }: Knowledge,
): OwnedRows {
  const all = table === '' ? usualHits : (counts.rows.get(table) ?? 0);
  if (!node.above) return { mean: (limit) => Math.min(all, limit) };
  const fan = counts.fans.get(name) ?? counts.fans.get(fanNameOf(name));
  if (!fan) return { mean: (limit) => Math.min(1, limit) };
  const known = key === undefined || fan.byKey.size === 0 ? undefined : (fan.byKey.get(key) ?? 0);
  return {
    mean: (limit) => (known === undefined ? fan.mean(limit, isReferred) : Math.min(known, limit)),
  };
}

/** All records have a history, of which the interface declares the connection. */
const fanNameOf = (name: string): string => {
  const [, field] = name.split('.');
  return Object.keys(countedFans).find((each) => each === `Record.${field}`) ?? name;
};

/** From how many index ranges the page is read. Sets of values are counted as one. */
function rangesOf(page: Page | undefined): number {
  if (!page) return 1;
  return Math.max(1, page.keysetRanges.length * page.scan.indexRanges.length);
}

/** The arguments beside the filter that leave a share of the rows. */
const argumentLimits = (name: string, args: Args): (readonly [argument: string, share: number])[] =>
  Object.entries(argumentShares[name] ?? {}).filter(([argument]) => args[argument] === true);
