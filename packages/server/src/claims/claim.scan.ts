import type { Rows } from '../compiler/declarations.ts';
import type { FilterContext } from '../compiler/filter.ts';
import type { ScanRequest } from '../compiler/listing.ts';
import type { IndexRange, Scan } from '../compiler/scan.ts';
import { isTrue, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { PlaceScope } from '../locations/location.enums.ts';
import { expandScope } from '../locations/within.ts';
import { type PeriodFilter, PeriodMatch, periodBounds } from '../records/period.ts';
import type { IdType } from '../values/ids.ts';
import { merged } from '../values/merged.ts';
import { occurrenceModalities } from './claim.enums.ts';
import { ClaimFilter, type PlaceFilter } from './claim.filter.ts';
import { claimIndexRange } from './claim-index.entity.ts';

/** Where the columns lie by which claims are found: in a kept list, or in the claim itself. */
interface ScanSource extends Rows {
  id: Sql;
  kind: Sql;
  modality: Sql;
  occurred: Sql;
  starts: Sql;
  span: Sql;
  /** Sets of things whose claims are asked for; a claim may be under several. */
  under: readonly Sql[];
}

type Filter = Partial<ClaimFilter> & Record<string, unknown>;

/** Spans are classed by powers of two up to 2^11 days; what is longer, or open below, is in class 12. */
const longest = 12;

/** The columns of every kept list. */
const columns = {
  id: raw('kept.claim_id'),
  kind: raw('kept.kind'),
  modality: raw('kept.modality'),
  occurred: raw('kept.occurred'),
  starts: raw('kept.starts'),
  span: raw('kept.span'),
};

const indexTableSource = (list: Rows, under: readonly Sql[]): ScanSource =>
  merged(list, columns, { under });

const claimTableSource = (row: Sql): ScanSource => ({
  from: sql`claim ${row}`,
  where: sql`${row}.withdrawn_at is null`,
  id: sql`${row}.id`,
  kind: sql`${row}.kind`,
  modality: sql`${row}.modality`,
  occurred: sql`coalesce(${row}.occurred_latest, ${row}.occurred_earliest)`,
  starts: sql`${row}.occurred_earliest`,
  span: sql`span_of(${row}.occurred_earliest, ${row}.occurred_latest)`,
  under: [],
});

/** The keys of the places that a filter names, if it asks for nothing but to be at them or inside them. */
export function inPlaces(
  { id, scope, role, near, precision }: PlaceFilter,
  use: FilterContext,
): string[] | undefined {
  if (
    id == null ||
    scope !== PlaceScope.WITHIN ||
    role != null ||
    near != null ||
    precision != null
  )
    return undefined;
  return [...new Set(use.at('place', 'id').keys(id, 'Location'))];
}

/** The kept list that a key of the filter names, and that key. */
function valuesOf(
  { place, party, speaker }: Partial<ClaimFilter>,
  use: FilterContext,
): { ground: ScanSource; key: keyof ClaimFilter } | undefined {
  const under = (
    thing: Parameters<typeof claimIndexRange>[0],
    keys: Sql,
    key: keyof ClaimFilter,
  ) => ({
    ground: indexTableSource(claimIndexRange(thing, sql`things.id`), [sql`(${keys}) things(id)`]),
    key,
  });
  const keys = (path: [string, string], ids: readonly string[], type: IdType) =>
    sql`select unnest(${[...new Set(use.at(...path).keys(ids, type))]}::uuid[])`;
  const within = place?.id && inPlaces(merged(place, { scope: PlaceScope.WITHIN }), use);
  if (place && within && place.scope !== PlaceScope.EXACT)
    return under(
      'location',
      expandScope(sql`select unnest(${within}::uuid[])`, place.scope),
      'place',
    );
  if (party?.faction && party.role == null)
    return under('faction', keys(['party', 'faction'], party.faction, 'Faction'), 'party');
  if (speaker?.source && speaker.kind == null && !speaker.first)
    return under('source', keys(['speaker', 'source'], speaker.source, 'Source'), 'speaker');
  return undefined;
}

/**
 * Claims by place, faction or source, by kind and period, as index ranges in the order of OCCURRED: what is read is in proportion to what is
 * shown, at any size of the ledger. None for other orders, and where the filter asks nothing that a range can start from.
 */
export function claimScan({
  row,
  filter,
  by,
  index: given,
  ctx: use,
}: ScanRequest): Scan | undefined {
  if (by !== 'OCCURRED') return undefined;
  const own: Filter = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value != null),
  );
  const list = given ? undefined : valuesOf(own, use);
  const ends = own.occurred && periodBounds(own.occurred, use.at('occurred'));
  if (!list && !own.kind && !ends) return undefined;
  const ground = given ? indexTableSource(given, []) : (list?.ground ?? claimTableSource(row));

  const { kind, occurred, ...others } = own;
  if (list) delete others[list.key];
  const conditions = [ground.where];
  const over = [...ground.under];
  if (kind) {
    over.push(sql`unnest(${[...new Set(kind)]}::text[]) kinds(kind)`);
    conditions.push(sql`${ground.kind} = kinds.kind`);
    if (!use.asks(own, 'modality'))
      conditions.push(sql`${ground.modality} = any(${occurrenceModalities}::text[])`);
  }
  const rest = use.filter(ClaimFilter, row, others);
  const looked = !isTrue(rest);
  if (looked) conditions.push(rest);
  const where = join(conditions, ' and ');
  const joined = looked && (given || list);
  const periods = ends ? arms(ground, own.occurred!, ends) : [{ where: raw('true') }];
  return {
    from: joined ? sql`${ground.from} join claim ${row} on ${row}.id = kept.claim_id` : ground.from,
    primary: [ground.id],
    key: ground.occurred,
    ...(!list && (joined || !given) && { row }),
    ranges: periods.map((arm) =>
      merged(arm, {
        forEach: [...over, ...(arm.forEach ?? [])],
        where: sql`${where} and ${arm.where}`,
      }),
    ),
    distinct: Boolean(list),
  };
}

/**
 * A period as ranges of the sort key. Whatever ends in it is one range. What ends after it, and began before its end, is found class by class:
 * spans of class k last less than 2^k days, and so end less than 2^k days after the period. What is open above may go on into it.
 */
function arms(
  { occurred, starts, span }: ScanSource,
  { match, unknown }: PeriodFilter,
  { from, to }: { from: string | null; to: string | null },
): IndexRange[] {
  const [first, last] = [sql`${from}::date`, sql`${to}::date`];
  const between = [
    ...(from ? [sql`${occurred} >= ${first}`] : []),
    ...(to ? [sql`${occurred} <= ${last}`] : []),
  ];
  const found: IndexRange[] = [];
  const add = (conditions: readonly Sql[], over: readonly Sql[] = []) =>
    found.push({ keyed: true, forEach: over, where: join(conditions, ' and ') });
  if (match === PeriodMatch.WITHIN) {
    add([
      ...between,
      ...(from ? [sql`${starts} >= ${first}`] : []),
      ...(to ? [sql`${span} >= 0`] : []),
    ]);
  } else {
    add(between);
    if (to) {
      const reach = sql`case spans.class when ${raw(String(longest))} then 'infinity'::date else ${last} + (1 << spans.class) - 1 end`;
      const straddles = sql`${occurred} > ${last} and ${occurred} <= ${reach} and (${starts} <= ${last} or ${starts} is null)`;
      add(
        [sql`${span} = spans.class and ${span} <> 0`, straddles],
        [sql`generate_series(1, ${raw(String(longest))}) spans(class)`],
      );
    }
    if (from) add([sql`${span} = -1 and ${span} <> 0`, sql`${occurred} < ${first}`]);
  }
  if (unknown) found.push({ keyed: false, where: sql`${occurred} is null` });
  return found;
}
