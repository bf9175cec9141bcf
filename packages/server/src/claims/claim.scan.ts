import type { Asked, Rows } from '../compiler/declare.ts';
import type { Filtering } from '../compiler/filter.ts';
import type { Arm, Scan } from '../compiler/scan.ts';
import { isTrue, raw, type Sql, sql } from '../compiler/sql.ts';
import { PlaceScope } from '../locations/location.enums.ts';
import { reached } from '../locations/within.ts';
import { endsOf, type PeriodFilter, PeriodMatch } from '../records/period.ts';
import { ClaimFilter, happened, type PartyFilter, type PlaceFilter, type SpeakerFilter } from './claim.filter.ts';
import { keptUnder } from './kept.entity.ts';

/** Where the columns lie by which claims are found: in a kept list, or in the claim itself. */
interface Ground extends Rows {
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

const kept = (list: Rows, under: readonly Sql[]): Ground => ({
  ...list,
  ...{ id: sql`kept.claim_id`, kind: sql`kept.kind`, modality: sql`kept.modality` },
  ...{ occurred: sql`kept.occurred`, starts: sql`kept.starts`, span: sql`kept.span`, under },
});

const bare = (row: Sql): Ground => ({
  from: sql`claim ${row}`,
  where: sql`${row}.withdrawn_at is null`,
  ...{ id: sql`${row}.id`, kind: sql`${row}.kind`, modality: sql`${row}.modality` },
  ...{ occurred: sql`coalesce(${row}.occurred_latest, ${row}.occurred_earliest)`, starts: sql`${row}.occurred_earliest` },
  ...{ span: sql`span_of(${row}.occurred_earliest, ${row}.occurred_latest)`, under: [] },
});

/** The kept list that a key of the filter names, and what is left of the filter without it. */
function listed(filter: Filter, use: Filtering): { ground: Ground; without: keyof ClaimFilter } | undefined {
  const { place, party, speaker } = filter as { place?: PlaceFilter; party?: PartyFilter; speaker?: SpeakerFilter };
  const things = sql`things.id`;
  const keys = (key: 'place' | 'party' | 'speaker', name: string, ids: string[], type: 'Location' | 'Faction' | 'Source') =>
    sql`select unnest(${[...new Set(use.at(key, name).keys(ids, type))]}::uuid[])`;
  if (place?.id && place.scope !== PlaceScope.EXACT && place.role == null && place.near == null && place.precision == null) {
    const places = reached(keys('place', 'id', place.id, 'Location'), place.scope);
    return { ground: kept(keptUnder('location', things), [sql`(${places}) things(id)`]), without: 'place' };
  }
  if (party?.faction && party.role == null)
    return {
      ground: kept(keptUnder('faction', things), [sql`(${keys('party', 'faction', party.faction, 'Faction')}) things(id)`]),
      without: 'party',
    };
  if (speaker?.source && speaker.kind == null && !speaker.first)
    return {
      ground: kept(keptUnder('source', things), [sql`(${keys('speaker', 'source', speaker.source, 'Source')}) things(id)`]),
      without: 'speaker',
    };
  return undefined;
}

/**
 * Claims by place, faction or source, by kind and period, as index ranges in the order of OCCURRED: what is read is in proportion to what is
 * shown, at any size of the ledger. None for other orders, and where the filter asks nothing that a range can start from.
 */
export function claimScan({ row, filter, by, kept: given, use }: Asked): Scan | undefined {
  if (by !== 'OCCURRED') return undefined;
  const own: Filter = Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));
  const list = given ? undefined : listed(own, use);
  const ends = own.occurred && endsOf(own.occurred, use.at('occurred'));
  if (!list && !own.kind && !ends) return undefined;
  const ground = given ? kept(given, []) : (list?.ground ?? bare(row));

  const { kind, occurred, ...others } = own;
  if (list) delete others[list.without];
  const conditions = [ground.where];
  const over = [...ground.under];
  if (kind) {
    over.push(sql`unnest(${[...new Set(kind)]}::text[]) kinds(kind)`);
    conditions.push(sql`${ground.kind} = kinds.kind`);
    if (!use.asks(own, 'modality')) conditions.push(sql`${ground.modality} = any(${happened}::text[])`);
  }
  const rest = use.filter(ClaimFilter, row, others);
  const looked = !isTrue(rest);
  if (looked) conditions.push(rest);
  const where = conditions.reduce((before, each) => sql`${before} and ${each}`);
  const joined = looked && (given || list);
  const periods = ends ? arms(ground, own.occurred!, ends) : [{ where: raw('true') }];
  return {
    from: joined ? sql`${ground.from} join claim ${row} on ${row}.id = kept.claim_id` : ground.from,
    primary: [ground.id],
    key: ground.occurred,
    arms: periods.map((arm) => ({ ...arm, over: [...over, ...(arm.over ?? [])], where: sql`${where} and ${arm.where}` })),
    distinct: Boolean(list),
  };
}

/**
 * A period as ranges of the sort key. Whatever ends in it is one range. What ends after it, and began before its end, is found class by class:
 * spans of class k last less than 2^k days, and so end less than 2^k days after the period. What is open above may go on into it.
 */
function arms(
  { occurred, starts, span }: Ground,
  { match, unknown }: PeriodFilter,
  { from, to }: { from: string | null; to: string | null },
): Arm[] {
  const [first, last] = [sql`${from}::date`, sql`${to}::date`];
  const between = [...(from ? [sql`${occurred} >= ${first}`] : []), ...(to ? [sql`${occurred} <= ${last}`] : [])];
  const found: Arm[] = [];
  const add = (conditions: readonly Sql[], over: readonly Sql[] = []) =>
    found.push({ keyed: true, over, where: conditions.reduce((before, each) => sql`${before} and ${each}`) });
  if (match === PeriodMatch.WITHIN) {
    add([...between, ...(from ? [sql`${starts} >= ${first}`] : []), ...(to ? [sql`${span} >= 0`] : [])]);
  } else {
    add(between);
    if (to) {
      const reach = sql`case spans.class when ${raw(String(longest))} then 'infinity'::date else ${last} + (1 << spans.class) - 1 end`;
      const straddles = sql`${occurred} > ${last} and ${occurred} <= ${reach} and (${starts} <= ${last} or ${starts} is null)`;
      add([sql`${span} = spans.class and ${span} <> 0`, straddles], [sql`generate_series(1, ${raw(String(longest))}) spans(class)`]);
    }
    if (from) add([sql`${span} = -1 and ${span} <> 0`, sql`${occurred} < ${first}`]);
  }
  if (unknown) found.push({ keyed: false, where: sql`${occurred} is null` });
  return found;
}
