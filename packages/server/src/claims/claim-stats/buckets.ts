import { join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { rollupSums } from '../claim-rollup.entity.ts';
import { bucketCte, CountOnce, totalColumns } from './claim-stats.types.ts';
import { type Dimension, dimensions } from './dimensions.ts';
import type { StatsRequest } from './request.ts';

/*
 * From `matching`, and `rollup` if there is one, to buckets. Each function returns whole queries
 * of a `with` clause: `event`, `event_span`, `entry`, `bucket` and, last, `gathered`.
 *
 * A row of `entry` has the keys of a bucket and a number of `entries`: claims, or events if they
 * count once. If figures are requested, there are also rows of figures, with their `measure` and
 * their sums. In rows of claims or events, `measure` is empty.
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

const keysOf = (by: readonly Dimension[]): Sql =>
  join(
    by.map(({ column }) => column),
    ', ',
  );

/** `event`: the events among the claims, each with the keys that all its claims share. */
const eventTable = (by: readonly Dimension[]): Sql => sql`event as (
  select event_id, ${join(by.map(sharedKey), ', ')}
  from matching where event_id is not null group by event_id)`;

/** The key that all claims of an event share, otherwise null. PostgreSQL 17 has no `min(uuid)`. */
const sharedKey = ({ column, type }: Dimension): Sql =>
  type === 'uuid'
    ? sql`case when count(${column}) = count(*) and count(distinct ${column}) = 1
        then (array_agg(${column}))[1] end as ${column}`
    : sql`case when count(${column}) = count(*) and min(${column}) = max(${column})
        then min(${column}) end as ${column}`;

/**
 * `event_span`: the figures of each event by measure, from the lowest to the highest that its
 * claims give. It is open if one of them is, and has a best estimate if they agree on one.
 */
const eventSpanTable = sql`event_span as (
  select event_id, measure,
    coalesce(min(sum_min) filter (where mins > 0), 0) as low,
    count(*) filter (where mins > 0) > 0 as has_low,
    max(sum_max) as high, bool_or(maxes < entries) as is_open,
    case when count(distinct sum_best) filter (where bests > 0) = 1
        and bool_and(bests in (0, entries))
      then min(sum_best) filter (where bests > 0) end as best
  from (
    select m.event_id, m.id, q.measure, ${sumsOfFigures}
    from matching m join quantity q on q.claim_id = m.id and q.part_of is null
    where m.event_id is not null group by m.event_id, m.id, q.measure
  ) of_claim
  group by event_id, measure)`;

const figuresOfEvents = (keys: Sql): Sql => sql`
  select ${keys}, measure, 1, low, coalesce(best, 0), case when is_open then 0 else high end,
    has_low::int, (best is not null)::int, (not is_open)::int
  from event_span join event using (event_id)`;

const figuresOfClaims = (keys: Sql, condition: Sql): Sql => sql`
  select ${keys}, q.measure, ${sumsOfFigures}
  from matching m join quantity q on q.claim_id = m.id and q.part_of is null
  where ${condition} group by ${keys}, q.measure`;

/** The queries that end in `entry`. With `rollup`, `matching` has claims of shared events only. */
export function entryTables(
  { by, withFigures, countOnce }: StatsRequest,
  hasRollup: boolean,
): Sql[] {
  const keys = keysOf(by);
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
    const isSingle = countsEvents ? raw('event_id is null') : raw('true');
    entries.push(sql`select ${keys}, ${counted(raw('count(*)'))}
      from matching where ${isSingle} group by ${keys}`);
    if (withFigures) entries.push(figuresOfClaims(keys, isSingle));
  }
  if (hasRollup) entries.push(raw('select * from rollup'));
  return [
    ...(countsEvents ? [eventTable(by)] : []),
    ...(countsEvents && withFigures ? [eventSpanTable] : []),
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
export function bucketTable({ by, unrequested, withFigures }: StatsRequest): Sql {
  const keys = keysOf(by);
  const columns = join(
    [keys, ...unrequested.map(({ column, type }) => sql`null::${raw(type)} as ${column}`)],
    ', ',
  );
  return withFigures
    ? sql`bucket as (
        select ${columns}, (sum(entries) filter (where measure = ''))::int as count, ${totals}
        from (select ${keys}, measure, ${sumsOfEntries} from entry group by ${keys}, measure) entry
        group by ${keys})`
    : sql`bucket as (
        select ${columns}, sum(entries)::int as count from entry group by ${keys})`;
}

/** `gathered`: the buckets with their `place` in the answer, and whether they are `shown` in it. */
export const orderedBuckets = ({ by, first }: StatsRequest): Sql => sql`${raw(bucketCte)} as (
  select ordered.*, place <= ${first}::int as shown
  from (
    select bucket.*, row_number() over (order by ${orderOf(by)}) as place from bucket
  ) ordered)`;

/** By month if it is requested, otherwise the fullest first; then in the order of the request. */
const orderOf = (by: readonly Dimension[]): Sql => {
  const { MONTH } = dimensions;
  const others = by.filter((each) => each !== MONTH);
  return join(
    [
      by.includes(MONTH) ? raw('month nulls last') : raw('count desc'),
      ...others.map(({ column }) => sql`${column} nulls last`),
    ],
    ', ',
  );
};
