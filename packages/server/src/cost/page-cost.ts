import { asks } from '../compiler/filter.ts';
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
  ownOrders,
  scannedConnections,
} from './domain.ts';
import { effectOf, type FilterEffect } from './filters.ts';
import { indexShare, shareBeyond } from './index-ranges.ts';
import type { Args, Knowledge, PartCost, Runs } from './model.ts';

type Input = Record<string, unknown>;

/** From this share of all rows for an owner on, PostgreSQL looks for them in the order of all. */
const leastShareToReadInOrder = 0.02;
const fewRows = 100;

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
  const effect = effectOf(type, table, filter, knowledge, node.above !== undefined);
  const limits = argumentLimits(name, args);
  const share = effect.share * limits.reduce((product, [, left]) => product * left, 1);
  const msChecked = limits.reduce(
    (sum, [argument]) => sum + weight(`condition ${name}.${argument}`),
    effect.ms,
  );
  const { by, direction } = (args.orderBy as Order | null | undefined) ?? listing.fallback;
  const ranged = isRanged(page) ? indexShare(type, filter, knowledge) : 1;
  const owned = ownedRows(node, name, table, runs, knowledge);
  // What a search finds is read instead of other rows, or again for each owner.
  const searched = node.above ? undefined : effect.searched;
  const msFound = node.above ? (effect.searched ?? 0) * weight('nested search') : 0;
  const ofIndexTable = indexTables[name];
  // Without an index in this order, PostgreSQL reads and sorts all of the owner's rows. But if it
  // expects them to be many, it looks for them in the order of all rows.
  const ownOrder = ownOrders[name];
  const isSorted =
    (ownOrder !== undefined && by !== ownOrder) ||
    (ofIndexTable !== undefined && asks(filter, 'withdrawn')) ||
    args.scope === 'WITHIN_OR_OVERLAPPING' ||
    limits.length > 0;
  const isOrder = indexedOrders[nodeClass.name]?.includes(by) ?? true;
  const isLimited =
    by === ownOrder || filter.kind != null || args.after != null || args.before != null;
  const all = counts.rows.get(table) ?? 0;
  const isInOrder =
    isSorted && isOrder && isLimited && owned.expected > all * leastShareToReadInOrder;
  const read: PageRead = {
    size: Number(args.last ?? args.first ?? defaultPageSize),
    isIndexed: isOrder && (!isSorted || isInOrder),
    order: `${nodeClass.name}.${by}`,
    ranged,
    beyond: shareBeyond(`${nodeClass.name}.${by}`, direction, args, knowledge),
    matching: ranged > 0 ? Math.min(1, share / ranged) : 0,
  };
  const isById = filter.id != null || filter.externalId != null;
  const isScanned = !isById && scannedConnections.includes(name);
  const msSearched = isScanned ? all * weight('row searched') + msFound : msFound;
  const counted = node.only[1].filter((each) => each.name === 'totalCount').length;
  const isRead = readsRows(node, page);
  let perRun = isRead || counted > 0 ? weight(`connection ${name}`) : 0;
  let rows = 0;
  if (listing.cte)
    perRun += weight('search run') + (counts.rows.get('name_key') ?? 0) * weight('search name');
  if (isRead) {
    const reached = searched ?? rowsReached(owned, read, effect, node.above === undefined);
    perRun += weight('page') + rangesOf(page) * weight('range');
    perRun += msSearched;
    if (isInOrder && !isById) {
      const needed = (read.size + 1) / Math.max(read.matching, 1e-6);
      perRun += all * owned.shareWithin(needed) * weight('row searched in order');
    }
    perRun += reached * (weight(ofIndexTable ? 'joined row read' : 'row read') + msChecked);
    if (!read.isIndexed) perRun += reached * (weight('row sorted') + weight(`order ${read.order}`));
    const { size, beyond, matching } = read;
    const shown = beyond * ranged * matching;
    rows = Math.min(size, owned.mean(Math.max(1, Math.ceil(size / Math.max(shown, 1e-6)))) * shown);
  }
  if (counted > 0) {
    // Where PostgreSQL expects few rows, it reads them all rather than ranges of them.
    const readShare = node.above && owned.expected < fewRows ? 1 : ranged;
    const counting = owned.mean(Number.POSITIVE_INFINITY) * readShare;
    const checked = searched ?? Math.min(counting, effect.foundUnordered ?? counting);
    perRun += counted * (weight('count') + msSearched);
    const msCounted = weight(ofIndexTable ? 'joined row counted' : 'row counted');
    perRun += counted * checked * (msCounted + msChecked);
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
  { found, foundUnordered, isReadInFull }: FilterEffect,
  isRoot: boolean,
): number {
  const all = owned.mean(Number.POSITIVE_INFINITY) * ranged;
  if (found !== undefined) return Math.min(found, all);
  if (!isIndexed || (isRoot && isReadInFull)) return Math.min(all, foundUnordered ?? all);
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
  /** How many PostgreSQL expects: the average of owners that have some. */
  expected: number;
  /** The share of them that is within a limit. */
  shareWithin(limit: number): number;
}

/** How many rows a connection has, up to a limit, in one run on average. */
function ownedRows(
  node: SelectionNode,
  name: string,
  table: string,
  runs: Runs,
  { counts }: Knowledge,
): OwnedRows {
  const all = table === '' ? usualHits : (counts.rows.get(table) ?? 0);
  const none = { shareWithin: () => 1, expected: 0 };
  if (!node.above) return { ...none, mean: (limit) => Math.min(all, limit) };
  const fan = counts.fans.get(name) ?? counts.fans.get(fanNameOf(name));
  if (!fan) return { ...none, mean: (limit) => Math.min(1, limit) };
  const known =
    runs.key === undefined || fan.byKey.size === 0 ? undefined : (fan.byKey.get(runs.key) ?? 0);
  if (known !== undefined)
    return {
      expected: fan.expected,
      mean: (limit) => Math.min(known, limit),
      shareWithin: (limit) => Math.min(1, limit / Math.max(1, known)),
    };
  return {
    expected: fan.expected,
    mean: (limit) => fan.mean(limit, runs),
    shareWithin: (limit) => fan.shareWithin(limit),
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
