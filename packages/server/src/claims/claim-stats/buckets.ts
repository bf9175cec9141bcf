import { join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { rollupSums } from '../claim-rollup.columns.ts';
import { CountOnce } from './claim-stats.enums.ts';
import { bucketCte } from './claim-stats.types.ts';
import { type Dimension, sharedKey } from './dimensions.ts';
import {
  countReason,
  reasonArrays,
  reasonColumn,
  reasonCounters,
  reasonOfEvent,
  sumOfReason,
} from './null-reasons.ts';
import { totalColumns } from './quantity-total.types.ts';
import type { StatsRequest } from './request.ts';

/*
 * From `matching`, and `rollup` if there is one, to buckets. Each function returns whole queries
 * of a `with` clause: `event`, `event_span`, `entry`, `bucket` and, last, `gathered`.
 *
 * A row of `entry` has the keys of a bucket, the reasons why they are null if these are requested,
 * and a number of `entries`: claims, or events if they count once. If figures are requested, there
 * are also rows of figures, with their `measure` and their sums. In rows of claims or events,
 * `measure` is empty.
 */

/** The sums of figures `q`. A missing bound adds nothing and is not counted in `mins` and so on. */
const sumsOfFigures = raw(`count(*) as entries, coalesce(sum(q.min), 0) as sum_min,
  coalesce(sum(q.best), 0) as sum_best, coalesce(sum(q.max), 0) as sum_max,
  count(q.min) as mins, count(q.best) as bests, count(q.max) as maxes`);

const noSums = raw(
  rollupSums
    .slice(1)
    .map((sum) => `0 as ${sum}`)
    .join(', '),
);

const list = (parts: readonly Sql[]): Sql => join(parts, ', ');

const keysOf = (by: readonly Dimension[]): Sql => list(by.map(({ column }) => raw(column)));

/** The keys of a row of `entry`, with the reasons why they are null. */
const entryKeysOf = ({ by, withNulls }: StatsRequest): Sql =>
  list([keysOf(by), ...(withNulls ? by.map((each) => raw(reasonColumn(each))) : [])]);

/** `event`: the events among the claims, each with the keys that all its claims share. */
const eventTable = ({ by, withNulls }: StatsRequest): Sql => {
  const keys = by.map((each) => raw(`${sharedKey(each)} as ${each.column}`));
  return sql`event as (
    select event_id, ${list([...keys, ...(withNulls ? by.map(reasonOfEvent) : [])])}
    from matching where event_id is not null group by event_id)`;
};

/** Claims of events. The join makes PostgreSQL expect no more of them than there are. */
const sharedClaims = (hasRollup: boolean): Sql =>
  hasRollup
    ? raw('matching m')
    : raw('matching m join claim_event shared on shared.claim_id = m.id');

/**
 * `event_span`: the figures of each event by measure, from the lowest to the highest that its
 * claims give. It is open if one of them is, and has a best estimate if they agree on one.
 */
const eventSpanTable = (request: StatsRequest, hasRollup: boolean): Sql => sql`event_span as (
  select event_id, measure,
    coalesce(min(sum_min) filter (where mins > 0), 0) as low,
    count(*) filter (where mins > 0) > 0 as has_low,
    max(sum_max) as high, bool_or(maxes < entries) as is_open,
    case when count(distinct sum_best) filter (where bests > 0) = 1
        and bool_and(bests in (0, entries))
      then min(sum_best) filter (where bests > 0) end as best
  from (
    select m.event_id, m.id, q.measure, ${sumsOfFigures}
    from ${sharedClaims(hasRollup)} join quantity q on q.claim_id = m.id and q.part_of is null
    where m.event_id is not null ${andHasFigures(request)} group by m.event_id, m.id, q.measure
  ) of_claim
  group by event_id, measure)`;

const figuresOfEvents = (keys: Sql): Sql => sql`
  select ${keys}, measure, 1, low, coalesce(best, 0), case when is_open then 0 else high end,
    has_low::int, (best is not null)::int, (not is_open)::int
  from event_span join event using (event_id)`;

const andHasFigures = ({ figureModalities }: StatsRequest): Sql =>
  raw(figureModalities ? 'and m.has_figures' : '');

const figuresOfClaims = (request: StatsRequest, keys: Sql, condition: Sql): Sql => sql`
  select ${keys}, q.measure, ${sumsOfFigures}
  from matching m join quantity q on q.claim_id = m.id and q.part_of is null
  where ${condition} ${andHasFigures(request)} group by ${keys}, q.measure`;

/** The queries that end in `entry`. With `rollup`, `matching` has claims of shared events only. */
export function entryTables(request: StatsRequest, hasRollup: boolean): Sql[] {
  const { withFigures, countOnce } = request;
  const keys = entryKeysOf(request);
  const counted = (count: Sql): Sql =>
    withFigures
      ? sql`'' as measure, ${count} as entries, ${noSums}`
      : sql`${count}::int as entries`;
  const countsEvents = countOnce === CountOnce.SAME_EVENT;
  const entries: Sql[] = [];
  if (countsEvents) {
    entries.push(sql`select ${keys}, ${counted(raw('1'))} from event`);
    if (withFigures) entries.push(figuresOfEvents(keys));
  }
  if (!countsEvents || !hasRollup) {
    const isSingle = countsEvents ? raw('is_single') : raw('true');
    entries.push(sql`select ${keys}, ${counted(raw('count(*)'))}
      from matching where ${isSingle} group by ${keys}`);
    if (withFigures) entries.push(figuresOfClaims(request, keys, isSingle));
  }
  if (hasRollup) entries.push(raw('select * from rollup'));
  return [
    ...(countsEvents ? [eventTable(request)] : []),
    ...(countsEvents && withFigures ? [eventSpanTable(request, hasRollup)] : []),
    sql`entry as (${join(entries, ' union all ')})`,
  ];
}

/** The totals of a bucket, as arrays with an element a measure: see `totalColumns`. */
const totalValues: Record<(typeof totalColumns)[number], string> = {
  measure: 'measure',
  figures: 'entries',
  sum_min: 'case when mins > 0 then sum_min end',
  sum_best: 'case when bests > 0 then sum_best end',
  sum_max: 'case when maxes = entries then sum_max end',
  with_best: 'bests',
  open_above: 'entries - maxes',
};
const totals = raw(
  totalColumns
    .map((column) => `array_agg(${totalValues[column]}) filter (where measure <> '') as ${column}`)
    .join(', '),
);
const sumsOfEntries = raw(rollupSums.map((sum) => `sum(${sum}) as ${sum}`).join(', '));

/** `bucket`: the entries by their keys, with the totals of their figures if they are requested. */
export function bucketTable({ by, unrequested, withFigures, withNulls }: StatsRequest): Sql {
  const keys = keysOf(by);
  const nullKeys = unrequested.map(({ column, type }) => raw(`null::${type} as ${column}`));
  const columns = [keys, ...nullKeys];
  if (!withFigures) {
    const nulls = withNulls ? [reasonArrays(by, countReason)] : [];
    return sql`bucket as (select ${list([...columns, raw('sum(entries)::int as count'), ...nulls])}
      from entry group by ${keys})`;
  }
  const counted = withNulls ? reasonCounters(by) : [];
  const nulls = withNulls ? [reasonArrays(by, sumOfReason)] : [];
  const count = raw(`(sum(entries) filter (where measure = ''))::int as count`);
  return sql`bucket as (
    select ${list([...columns, count, totals, ...nulls])}
    from (select ${list([keys, raw('measure'), sumsOfEntries, ...counted])}
      from entry group by ${keys}, measure) entry
    group by ${keys})`;
}

/** `gathered`: the buckets with their `place` in the answer, and whether they are `shown` in it. */
export const orderedBuckets = ({ by, first }: StatsRequest): Sql => sql`${raw(bucketCte)} as (
  select ordered.*, place <= ${first}::int as shown
  from (
    select bucket.*, row_number() over (order by ${orderOf(by)}) as place from bucket
  ) ordered)`;

/** By time if one is requested, otherwise the fullest first; then in the order of the request. */
const orderOf = (by: readonly Dimension[]): Sql => {
  const times = by.filter(({ isTime }) => isTime);
  const keys = [...times, ...by.filter(({ isTime }) => !isTime)];
  const columns = keys.map(({ column }) => raw(`${column} nulls last`));
  return list(times.length > 0 ? columns : [raw('count desc'), ...columns]);
};
