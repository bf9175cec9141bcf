import type { SelectionNode } from '../compiler/selection-node.ts';
import type { LedgerCounts } from './counts.ts';
import { distinctValues } from './distinct-values.ts';
import { effectOf } from './filters.ts';
import { indexShare, readsNamed } from './index-ranges.ts';
import type { Args, Knowledge, PartCost, Runs } from './model.ts';
import { claimsNaming } from './shares.ts';

type Input = Record<string, unknown>;

/** Dimensions that the roll-up has, if the statistics are those of one place. */
const rolledUp = ['MONTH', 'KIND', 'STATUS'];

const records: Readonly<Record<string, Parameters<typeof claimsNaming>[0]>> = {
  Location: 'Location.claims',
  Faction: 'Faction.claims',
  Source: 'Source.claims',
};

/** A run of statistics, with the arguments of the request. */
interface StatsRun {
  runs: Runs;
  args: Args;
  knowledge: Knowledge;
}

/**
 * What statistics of claims cost without their buckets, and how many buckets there are. Each claim
 * that matches is read once, with its keys. Statistics of one place come from the roll-up if it has
 * all that they ask for.
 */
export function statsCost(
  node: SelectionNode,
  joins: number,
  { runs, args, knowledge }: StatsRun,
): PartCost {
  const { counts, weight } = knowledge;
  const { count, key } = runs;
  const isMarks = node.name === 'claimMarks';
  const kind = isMarks ? 'marks' : 'stats';
  const filter = (args.filter ?? {}) as Input;
  const by = [...new Set((args.by ?? []) as string[])];
  const fan = node.above && records[node.parentType];
  const all = counts.rows.get('claim') ?? 0;
  const fanOf = fan && counts.fans.get(fan);
  const known = fanOf && key !== undefined ? (fanOf.byKey.get(key) ?? 0) : undefined;
  const owned = fanOf ? (known ?? fanOf.mean(Number.POSITIVE_INFINITY, runs)) : all;

  const names = new Set(node.only[1].flatMap(({ field, name }) => (field ? [name] : [])));
  const readsBuckets = ['buckets', 'total', 'truncated', 'marks'].some((each) => names.has(each));
  const selects = (type: string, field: string) => node.selects(type, field);
  const [withFigures, withNulls] = [
    selects('ClaimBucket', 'quantities'),
    selects('ClaimBucket', 'nulls'),
  ];
  const extra = ['leftOut', 'fears'].filter((each) => names.has(each));
  const asked = Object.entries(filter).filter(([, value]) => value != null);
  const placeOf = onlyPlace(filter);
  const isRolledUp =
    !isMarks &&
    !withNulls &&
    by.every((each) => rolledUp.includes(each)) &&
    (fan === 'Location.claims' || (!fan && placeOf !== undefined)) &&
    asked.every(([each]) => ['kind', 'modality', 'status', 'place'].includes(each)) &&
    (!fan || filter.place == null);

  const { share, ms, msOnce, foundUnordered, searched } = effectOf(
    'ClaimFilter',
    'claim',
    filter,
    knowledge,
    node.above !== undefined,
  );
  const matching = owned * share;
  const ranged = indexShare('ClaimFilter', filter, knowledge, fan !== undefined);
  // What belongs to a record is read by its own index, not by those of what the filter names.
  const scanned = fan
    ? owned * ranged
    : (searched ?? Math.min(owned * ranged, foundUnordered ?? owned));
  const perClaim = by.reduce(
    (sum, each) =>
      sum + weight(`${kind} by ${each}`) + (withNulls ? weight(`nulls by ${each}`) : 0),
    weight(`${kind} claim`) + (withFigures ? weight('figures') : 0),
  );
  const cells = by.reduce((product, each) => product * distinctValues(each, counts), 1);
  const found = Math.max(0, matching);
  const buckets = found === 0 ? 0 : cells * (1 - Math.exp(-found / cells));
  const limit = Number(args.first ?? 1_000);
  let perRun = readsBuckets || extra.length > 0 ? weight(`${kind} run`) : 0;
  if (isRolledUp) {
    const rows = !readsBuckets
      ? 0
      : rollupRows(owned * (placeOf === undefined ? 1 : share), by, withFigures, counts);
    perRun += rows * weight('roll-up row') + extra.length * weight('roll-up row') * 10;
    return { ms: count * perRun, rows: count * Math.min(rows, limit), by };
  }
  // Claims of index ranges are joined to the table of all claims.
  const isScan =
    filter.kind != null ||
    filter.occurred != null ||
    (fan === undefined && ranged < 1) ||
    readsNamed(filter);
  if (isScan && (readsBuckets || extra.length > 0)) perRun += all * weight('claim hashed');
  if (searched !== undefined)
    // PostgreSQL expects so few rows that it looks the areas of each up.
    perRun += fan
      ? searched * weight('nested search')
      : found * areasBy(by) * weight('area looked up');
  const isJoined = fan !== undefined || ranged < 1;
  const read = weight(isJoined ? 'claim joined' : 'claim read') + ms;
  const checked = weight(isJoined ? 'claim joined, counted' : 'claim counted') + ms;
  if (readsBuckets) {
    perRun += scanned * read + found * perClaim;
    perRun += buckets * (weight(`${kind} bucket`) + by.length * weight(`${kind} bucket key`));
    perRun += Math.max(0, buckets - limit) * joins * weight('join');
  }
  perRun += extra.length * scanned * checked;
  if (isMarks && names.has('leftOut') && !readsBuckets) perRun += scanned * read;
  return {
    ms: count * perRun + msOnce,
    rows: readsBuckets ? count * Math.min(buckets, limit) : 0,
    by,
    // A record of many claims has the first buckets, and with further dimensions most buckets.
    isSkewed: isMarks || by.length > 1 || buckets > limit,
  };
}

/** How many dimensions are areas around places. */
const areasBy = (by: readonly string[]): number =>
  by.filter((each) => each === 'ADMIN1' || each === 'ADMIN2').length;

function rollupRows(
  claims: number,
  by: readonly string[],
  withFigures: boolean,
  counts: LedgerCounts,
): number {
  const cells = by.reduce((product, each) => product * distinctValues(each, counts), 10);
  const entries = Math.min(claims, cells);
  return withFigures ? entries * 3 : entries;
}

/** The only place that a filter names. */
function onlyPlace({ place }: Input): string | undefined {
  const { id, scope, ...others } = Object(place) as Input;
  if (Object.values(others).some((each) => each != null)) return undefined;
  if (scope !== undefined && scope !== 'WITHIN') return undefined;
  const ids = [...new Set([id ?? []].flat())];
  return ids.length === 1 ? String(ids[0]) : undefined;
}
