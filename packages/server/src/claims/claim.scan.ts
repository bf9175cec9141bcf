import type { Rows } from '../compiler/declarations.ts';
import type { FilterContext } from '../compiler/filter.ts';
import type { ScanRequest } from '../compiler/listing.ts';
import type { IndexRange, Scan } from '../compiler/scan.ts';
import { isTrue, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { PlaceScope } from '../locations/location.enums.ts';
import { expandScope } from '../locations/within.ts';
import { type PeriodFilter, PeriodMatch, periodBounds } from '../records/period.ts';
import { merged } from '../values/merged.ts';
import { modalitiesWith } from './claim.enums.ts';
import { ClaimFilter } from './claim.filter.ts';
import { type ClaimIndexKey, claimIndexColumns, indexColumn } from './claim-index.columns.ts';
import { claimIndexRange } from './claim-index.rows.ts';
import { keysOfParties } from './claim-party.filter.ts';
import { keysOfPlaces, limitsPlaces } from './claim-place.filter.ts';
import { keysOfSpeakers } from './speaker.filter.ts';

/** Rows in which claims are found, and their columns: of a claim index table, or of `claim`. */
interface ScanSource extends Rows {
  id: Sql;
  kind: Sql;
  modality: Sql;
  status: Sql;
  occurred: Sql;
  starts: Sql;
  span: Sql;
  /** Sets of keys that the rows are read for; a claim may be under several keys. */
  forEach: readonly Sql[];
}

type Filter = Partial<ClaimFilter> & Record<string, unknown>;

/** The highest class of `span_of`: longer than 2^11 days, or without a start. */
const longestSpan = raw('12');

const indexRow = raw('indexed');
const indexTableColumns = {
  id: raw('indexed.claim_id'),
  kind: indexColumn(indexRow, 'kind'),
  modality: indexColumn(indexRow, 'modality'),
  status: indexColumn(indexRow, 'status'),
  occurred: indexColumn(indexRow, 'occurred'),
  starts: indexColumn(indexRow, 'starts'),
  span: indexColumn(indexRow, 'span'),
};

const indexTableSource = (rows: Rows, forEach: readonly Sql[]): ScanSource =>
  merged(rows, indexTableColumns, { forEach });

const claimTableSource = (claim: Sql): ScanSource => {
  const valueIn = (column: keyof typeof claimIndexColumns) =>
    claimIndexColumns[column].ofClaim(claim, claim);
  return {
    from: sql`claim ${claim}`,
    where: sql`${claim}.withdrawn_at is null`,
    id: sql`${claim}.id`,
    kind: valueIn('kind'),
    modality: valueIn('modality'),
    status: valueIn('status'),
    occurred: valueIn('occurred'),
    starts: valueIn('starts'),
    span: valueIn('span'),
    forEach: [],
  };
};

/** The claim index table that answers one condition of the filter, and that condition. */
function indexTableFor(
  { place, party, speaker }: Partial<ClaimFilter>,
  ctx: FilterContext,
): { source: ScanSource; answers: keyof ClaimFilter } | undefined {
  const under = (by: ClaimIndexKey, keys: Sql, answers: keyof ClaimFilter) => ({
    source: indexTableSource(claimIndexRange(by, sql`things.id`), [sql`(${keys}) things(id)`]),
    answers,
  });
  if (place && place.scope !== PlaceScope.EXACT && !limitsPlaces(place)) {
    const keys = keysOfPlaces(place, ctx.at('place'));
    if (keys) return under('location', expandScope(keys, place.scope), 'place');
  }
  if (party && party.role == null) {
    const keys = keysOfParties(party, ctx.at('party'));
    if (keys) return under('faction', keys, 'party');
  }
  if (speaker && speaker.kind == null && !speaker.first) {
    const keys = keysOfSpeakers(speaker, ctx.at('speaker'));
    if (keys) return under('source', keys, 'speaker');
  }
  return undefined;
}

/**
 * Claims by place, faction, source, kind and period as index ranges in the order of OCCURRED. The
 * rows read are in proportion to the rows returned, however large the ledger is. Undefined for
 * other orders, and if no condition of the filter can start an index range.
 */
export function claimScan({ row, filter, by, index, ctx }: ScanRequest): Scan | undefined {
  if (by !== 'OCCURRED') return undefined;
  const conditions: Filter = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value != null),
  );
  const table = index ? undefined : indexTableFor(conditions, ctx);
  const bounds = conditions.occurred && periodBounds(conditions.occurred, ctx.at('occurred'));
  if (!table && !conditions.kind && !bounds) return undefined;
  const source = index ? indexTableSource(index, []) : (table?.source ?? claimTableSource(row));

  const { kind, status, occurred, ...others } = conditions;
  if (table) delete others[table.answers];
  const where = [source.where];
  const forEach = [...source.forEach];
  if (kind) {
    forEach.push(sql`unnest(${[...new Set(kind)]}::text[]) kinds(kind)`);
    where.push(sql`${source.kind} = kinds.kind`);
    if (!conditions.modality) {
      const modalities = modalitiesWith(ctx.listed(conditions, 'modality'));
      where.push(sql`${source.modality} = any(${modalities}::text[])`);
    }
  }
  if (status) where.push(sql`${source.status} = any(${status}::text[])`);
  const remaining = ctx.filter(ClaimFilter, row, others);
  const readsClaim = !isTrue(remaining);
  if (readsClaim) where.push(remaining);
  const isIndexTable = index !== undefined || table !== undefined;
  const joinsClaim = readsClaim && isIndexTable;
  const condition = join(where, ' and ');
  const periods =
    occurred && bounds ? periodRanges(source, occurred, bounds) : [{ where: raw('true') }];
  return {
    from: joinsClaim
      ? sql`${source.from} join claim ${row} on ${row}.id = ${source.id}`
      : source.from,
    primary: [source.id],
    key: source.occurred,
    ...(!table && (joinsClaim || !index) && { row }),
    indexRanges: periods.map((period) =>
      merged(period, {
        forEach: [...forEach, ...(period.forEach ?? [])],
        where: sql`${condition} and ${period.where}`,
      }),
    ),
    distinct: table !== undefined,
  };
}

/**
 * A period as ranges of the sort key. Claims that end in the period are one range. Claims that end
 * after the period, but began before its end, are found class by class: a span of class k is
 * shorter than 2^k days, so it ends less than 2^k days after the period. Claims without an end may
 * reach into the period.
 */
function periodRanges(
  { occurred, starts, span }: ScanSource,
  { match, unknown }: PeriodFilter,
  { from, to }: { from: string | null; to: string | null },
): IndexRange[] {
  const [first, last] = [sql`${from}::date`, sql`${to}::date`];
  const endsInPeriod = [
    ...(from ? [sql`${occurred} >= ${first}`] : []),
    ...(to ? [sql`${occurred} <= ${last}`] : []),
  ];
  const ranges: IndexRange[] = [];
  const add = (conditions: readonly Sql[], forEach: readonly Sql[] = []) =>
    ranges.push({ keyed: true, forEach, where: join(conditions, ' and ') });
  if (match === PeriodMatch.WITHIN) {
    add([
      ...endsInPeriod,
      ...(from ? [sql`${starts} >= ${first}`] : []),
      ...(to ? [sql`${span} >= 0`] : []),
    ]);
  } else {
    add(endsInPeriod);
    if (to) {
      const reach = sql`case spans.class when ${longestSpan} then 'infinity'::date
        else ${last} + (1 << spans.class) - 1 end`;
      const straddles = sql`${occurred} > ${last} and ${occurred} <= ${reach}
        and (${starts} <= ${last} or ${starts} is null)`;
      add(
        [sql`${span} = spans.class and ${span} <> 0`, straddles],
        [sql`generate_series(1, ${longestSpan}) spans(class)`],
      );
    }
    if (from) add([sql`${span} = -1 and ${span} <> 0`, sql`${occurred} < ${first}`]);
  }
  if (unknown) ranges.push({ keyed: false, where: sql`${occurred} is null` });
  return ranges;
}
