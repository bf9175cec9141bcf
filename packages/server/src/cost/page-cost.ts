import { listingOf } from '../compiler/listing.ts';
import type { Page } from '../compiler/page.ts';
import { defaultPageSize } from '../compiler/page-arguments.ts';
import type { PreparedField } from '../compiler/prepare.ts';
import type { SelectionNode } from '../compiler/selection-node.ts';
import { countedFans, indexedOrders, lookUps, scannedConnections, shareRules } from './domain.ts';
import { effectOf } from './filters.ts';
import type { Args, Knowledge, PartCost, Runs } from './model.ts';

type Input = Record<string, unknown>;

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
  const { weight } = knowledge;
  const { count } = runs;
  const args: Args = prepared?.args ?? {};
  const page = prepared?.prepared.kind === 'page' ? prepared.prepared : undefined;
  const { nodeClass } = node;
  if (!nodeClass) throw new Error(`${node.name} is not a connection`);
  const listing = listingOf(nodeClass);
  const name = `${node.declaredBy}.${node.name}`;
  const table = node.mapping.entity(nodeClass.name)?.tableName ?? '';
  const size = Number(args.last ?? args.first ?? defaultPageSize);
  const filter = args.filter as Input | null | undefined;
  const owned = ownedRows(node, name, table, runs, knowledge);
  const filterName = listing.filter?.().name ?? '';
  const { share, ms } = effectOf(filterName, table, filter, shareRules, knowledge);
  const matching = owned.mean(Number.POSITIVE_INFINITY) * share;
  const order = args.orderBy as { by: string } | null | undefined;
  const by = order?.by ?? listing.fallback.by;
  const isIndexed = indexedOrders[nodeClass.name]?.includes(by) ?? true;
  const shown = Math.min(
    size,
    owned.mean(Math.max(1, Math.ceil(size / Math.max(share, 1e-6)))) * share,
  );
  const ranges = rangesOf(page);
  const isRanged = page !== undefined && (page.scan.distinct || page.scan.row === undefined);
  const found = lookUpsIn(filter);

  const all = owned.mean(Number.POSITIVE_INFINITY);
  const read =
    found !== undefined
      ? Math.min(found, all)
      : isRanged
        ? Math.min(matching, (size + 1) * ranges)
        : isIndexed
          ? owned.mean(Math.ceil((size + 1) / Math.max(share, 1e-6)))
          : all;
  const selection = node.only[1];
  const readsPage = selection.some((each) => each.field && each.name !== 'totalCount');
  const counted = selection.filter((each) => each.name === 'totalCount').length;
  let perRun = 0;
  if (readsPage) {
    perRun += weight('page') + ranges * weight('range') + read * (weight('row read') + ms);
    if (!isIndexed && !isRanged)
      perRun += all * (weight('row sorted') + weight(`order ${nodeClass.name}.${by}`));
    if (scannedConnections.includes(name))
      perRun += (knowledge.counts.rows.get(table) ?? 0) * weight('row searched');
  }
  if (counted > 0) {
    const checked = isRanged ? matching : (found ?? all);
    perRun += counted * (weight('count') + checked * (weight('row counted') + ms));
    if (scannedConnections.includes(name))
      perRun += counted * (knowledge.counts.rows.get(table) ?? 0) * weight('row searched');
  }
  perRun += weight(`connection ${name}`);
  return { ms: count * perRun, rows: readsPage ? count * shown : 0 };
}

/** How many rows a connection has, up to a limit, in one run on average. */
function ownedRows(
  node: SelectionNode,
  name: string,
  table: string,
  { key, isReferred }: Runs,
  { counts }: Knowledge,
): { mean(limit: number): number } {
  const all = counts.rows.get(table) ?? 0;
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

/** How many rows an index finds for a condition of the filter. Undefined: there is none. */
function lookUpsIn(filter: Input | null | undefined): number | undefined {
  for (const [key, value] of Object.entries(filter ?? {})) {
    const rule = value == null ? undefined : lookUps[key];
    if (rule) return rule(value);
  }
  return undefined;
}
