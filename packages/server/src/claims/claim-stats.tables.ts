import { LRUCache } from 'lru-cache';
import type { FilterContext } from '../compiler/filter.ts';
import { everyRow } from '../compiler/scan.ts';
import { and, inlined, join, raw, type Sql, sql, uncached } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';
import { merged } from '../values/merged.ts';
import { occurrenceModalities } from './claim.enums.ts';
import { ClaimFilter } from './claim.filter.ts';
import { claimScan, inPlaces } from './claim.scan.ts';
import { rollupSums } from './claim-rollup.entity.ts';
import {
  bucketCte,
  type ClaimBucket,
  type ClaimDimension,
  type ClaimStatsArgs,
  CountOnce,
  maxBuckets,
  totals,
} from './claim-stats.ts';

/** The one thing that a claim has of a kind; null where it has none or several. */
const only = (table: string, column: string, more = ''): Sql =>
  raw(
    `(select case when count(distinct x.${column}) = 1 then (array_agg(x.${column}))[1] end from ${table} x where x.claim_id = c.id${more})`,
  );

/**
 * The field that a dimension is; what it reads of a claim `c`, or of what a place's list knows of it, `k`; and the column it becomes. Texts
 * are grouped in the order in which they are shown.
 */
const dimensions: Record<
  ClaimDimension,
  { field: keyof ClaimBucket; column: string; type: string; of: Sql; kept?: Sql }
> = {
  MONTH: {
    field: 'month',
    column: 'month',
    type: 'text',
    of: raw(
      `nullif(month_of(c.occurred_earliest, c.occurred_latest, span_of(c.occurred_earliest, c.occurred_latest)), '') collate "C"`,
    ),
    kept: raw(`nullif(month_of(k.starts, k.occurred, k.span), '') collate "C"`),
  },
  KIND: {
    field: 'kind',
    column: 'kind',
    type: 'text',
    of: raw('c.kind collate "C"'),
    kept: raw('k.kind collate "C"'),
  },
  STATUS: {
    field: 'status',
    column: 'status',
    type: 'text',
    of: raw('c.status collate "C"'),
    kept: raw('k.status collate "C"'),
  },
  LOCATION: {
    field: 'location',
    column: 'location_id',
    type: 'uuid',
    of: only('claim_place', 'location_id'),
  },
  FACTION: {
    field: 'faction',
    column: 'faction_id',
    type: 'uuid',
    of: only('claim_party', 'faction_id'),
  },
  SOURCE: {
    field: 'source',
    column: 'source_id',
    type: 'uuid',
    of: only('speaker', 'source_id', ' and x.position = 0'),
  },
};

const every = Object.keys(dimensions) as ClaimDimension[];

/** Figures `q` added up; a bound that is not said adds nothing, and is not counted among those that are. */
const added = `count(*) as entries, coalesce(sum(q.min), 0) as sum_min, coalesce(sum(q.best), 0) as sum_best, coalesce(sum(q.max), 0) as sum_max,
  count(q.min) as mins, count(q.best) as bests, count(q.max) as maxes`;

/**
 * The queries that statistics are read from, each over the one before: the claims found; sums of those that share their event with no
 * other, and of each event; buckets. Where the question is of one place, the former are not counted but looked up: the database keeps them
 * (`tally`).
 */
export function statsTables(
  { filter, ...given }: ClaimStatsArgs,
  use: FilterContext,
  asks: (type: string, field: string) => boolean,
): Sql {
  const { first, countOnce } = given;
  const figures = asks('ClaimBucket', 'quantities');
  if (first < 1 || first > maxBuckets)
    throw badInput({
      path: [...use.path, 'first'],
      message: `first must be from 1 to ${maxBuckets}, not ${first}.`,
    });
  const by = [...new Set(given.by ?? [])];
  const unasked = every.filter(
    (each) => !by.includes(each) && asks('ClaimBucket', dimensions[each].field),
  );
  // A feared air strike is not counted among air strikes.
  const args =
    by.includes('KIND') && !use.asks(filter ?? {}, 'modality')
      ? merged(given, { filter: merged(filter ?? {}, { modality: [...occurrenceModalities] }) })
      : merged(given, { filter });
  const kept = by.every((each) => dimensions[each].kept)
    ? inOnePlace(args, use.at('filter'), by)
    : undefined;
  const { event, read, units, tallied, alike, placed } = phrasesOf({
    by,
    unasked,
    figures,
    countOnce,
    kept: kept?.as,
  });
  const found = kept
    ? sql`select k.claim_id as id, ${read} from claim_within k where ${kept.linked} and event_id is not null`
    : live(sql`select c.id, ${read}`, args, use);
  const unit = kept ? sql`${units} union all ${tallied} where ${kept.summed} ${alike}` : units;
  // `offset 0`: what is read of a claim is computed once, and not again in each place where it is counted.
  return sql`found as (${found} offset 0), ${event}, unit as (${unit}),
    ${raw(bucketCte)} as (select *, place <= ${first}::int as shown from (${placed}) placed)`;
}

/** What is looked up, not counted. */
interface Looked {
  /** Which claims of a place's list share their event with others: those are counted yet. */
  linked: Sql;
  /** Which rows of `tally` are sums of the others; and whether each is a bucket, or buckets are sums of several. */
  summed: Sql;
  as: 'ROW' | 'ROWS';
}

/** What follows from how is counted. */
interface Counting {
  by: readonly ClaimDimension[];
  /** What is selected of a bucket and yet not asked by: null. */
  unasked: readonly ClaimDimension[];
  figures: boolean;
  countOnce: CountOnce;
  /** How it is looked up, where it can be. */
  kept: Looked['as'] | undefined;
}

/** `maxSize` is in characters. */
const phrases = new LRUCache<string, ReturnType<typeof phrase>>({
  max: 200,
  maxSize: 1_000_000,
  sizeCalculation: (written) =>
    Object.values(written).reduce((sum, { texts }) => sum + texts.join('').length, 1),
});

/** The parts of the queries that are the same whatever claims are counted. Written once: they are most of a long statement. */
function phrasesOf(counting: Counting): ReturnType<typeof phrase> {
  const key = `${counting.by} ${counting.unasked} ${counting.figures} ${counting.countOnce} ${counting.kept}`;
  const known = phrases.get(key);
  if (known) return known;
  const written = phrase(counting);
  phrases.set(key, written);
  return written;
}

function phrase({ by, unasked, figures, countOnce, kept }: Counting) {
  const columns = by.map((each) => dimensions[each].column);
  const keys = uncached(columns.join(', ') || 'whole');
  const event =
    countOnce === CountOnce.SAME_EVENT ? `${kept ? 'k' : 'e'}.event_id` : 'null::uuid as event_id';
  const read = by.map(
    (each) => sql`${dimensions[each][kept ? 'kept' : 'of']!} as ${raw(dimensions[each].column)}`,
  );

  /** Rows of one shape: the keys, and where figures are asked, the measure (none: claims) and what is summed. */
  const columnsOf = (entries: string): Sql =>
    raw(
      figures
        ? `'' as measure, ${entries} as entries, 0 as ${rollupSums.slice(1).join(', 0 as ')}`
        : `${entries}::int as entries`,
    );
  const units = [sql`select ${keys}, ${columnsOf('1')} from event`];
  if (figures) units.push(spanOfEvents(keys));
  // What is kept leaves only claims of events to be found, of which none is alone, unless each counts by itself.
  if (!kept || countOnce === CountOnce.CLAIM) {
    units.push(
      sql`select ${keys}, ${columnsOf('count(*)')} from found where event_id is null group by ${keys}`,
    );
    if (figures)
      units.push(sql`select ${keys}, q.measure, ${raw(added)} from found f join quantity q on q.claim_id = f.id and q.part_of is null
        where f.event_id is null group by ${keys}, q.measure`);
  }
  const nulls = unasked.map(
    (each) => `null::${dimensions[each].type} as ${dimensions[each].column}`,
  );
  const count = figures ? `(sum(entries) filter (where measure = ''))::int` : 'sum(entries)::int';
  const shown = [...columns, ...nulls, `${count} as count${figures ? arrays : ''}`];
  const summed = sql`(select ${keys}, measure, ${raw(rollupSums.map((sum) => `sum(${sum}) as ${sum}`).join(', '))} from unit group by ${keys}, measure) summed`;
  return {
    event: inlined(
      sql`event as (select event_id, ${oneKey(by)} from found where event_id is not null group by event_id)`,
    ),
    read: inlined(join([raw(event), ...(read.length ? read : [raw('true as whole')])], ', ')),
    units: inlined(join(units, ' union all ')),
    ...tally(columns, figures, kept === 'ROW'),
    placed:
      inlined(sql`select ${uncached(shown.join(', '))}, row_number() over (order by ${orderOf(columns, count)}) as place
      from ${figures ? summed : raw('unit')} group by ${keys}`),
  };
}

/** The sums that the database keeps. Where it tells more apart than is asked, those of a bucket are added up. */
function tally(columns: readonly string[], figures: boolean, one: boolean) {
  const keys = [...columns, ...(figures ? ['measure'] : [])];
  const texts = columns.map(
    (column) => `${column === 'month' ? `nullif(month, '')` : column} collate "C" as ${column}`,
  );
  const shown = [
    ...(texts.length ? texts : ['true as whole']),
    ...(figures ? ['measure', ...rollupSums] : ['entries']),
  ];
  const summed = figures
    ? rollupSums.map((sum) => (one ? sum : `sum(${sum})::bigint as ${sum}`))
    : [`${one ? 'entries' : 'sum(entries::int)'}::int as entries`];
  const grouped = one ? '' : ` group by ${['location_id', ...keys].join(', ')}`;
  return {
    tallied: uncached(
      `select ${shown.join(', ')} from (select ${[...keys, ...summed].join(', ')} from tally`,
    ),
    alike: uncached(`and entries > 0${figures ? '' : ` and measure = ''`}${grouped}) kept`),
  };
}

/** Claims looked through one by one. */
function live(claim: Sql, { filter }: Pick<ClaimStatsArgs, 'filter'>, use: FilterContext): Sql {
  const row = raw('c');
  const linked = raw('left join claim_event e on e.claim_id = c.id');
  const scan = filter
    ? claimScan({
        row,
        filter: filter as never,
        by: 'OCCURRED',
        index: undefined,
        ctx: use.at('filter'),
      })
    : undefined;
  if (scan)
    return sql`${claim} from ${everyRow(scan)} join claim c on c.id = counted._id0 ${linked}`;
  const where = and([
    sql`c.withdrawn_at is null`,
    use.at('filter').filter(ClaimFilter, row, filter),
  ]);
  return sql`${claim} from claim c ${linked} where ${where}`;
}

/** What a filter asks of a place's list, and what of `tally`, if it asks for one place and no more than they know. */
function inOnePlace(
  { filter }: Pick<ClaimStatsArgs, 'filter'>,
  use: FilterContext,
  by: readonly ClaimDimension[],
): Looked | undefined {
  const { place, kind, modality, status, ...others } = (filter ?? {}) as ClaimFilter;
  const ids = place && inPlaces(place, use);
  if (ids?.length !== 1 || Object.values(others).some((each) => each != null)) return undefined;
  const id = sql`${ids[0]}::uuid`;
  const among = (column: string, values: readonly string[] | null | undefined) =>
    values == null ? raw('true') : sql`${raw(column)} = any(${values}::text[])`;
  const modalities = modality ?? (kind ? occurrenceModalities : null);
  const common = [sql`location_id = ${id}`, among('kind', kind)];
  const told = and([...common, among('modality', modalities), among('status', status)]);
  const usual =
    !by.includes('STATUS') &&
    status == null &&
    modalities?.length === occurrenceModalities.length &&
    occurrenceModalities.every((each) => modalities.includes(each));
  if (!usual) return { linked: told, summed: sql`${told} and modality <> ''`, as: 'ROWS' };
  const summed = and([...common, raw(`modality = '' and status = ''`)]);
  return { linked: told, summed, as: by.includes('MONTH') && by.includes('KIND') ? 'ROW' : 'ROWS' };
}

/** The key that all claims of an event share, else null. */
const oneKey = (by: readonly ClaimDimension[]): Sql =>
  uncached(
    by
      .map((each) => {
        const { column: key, type } = dimensions[each];
        // Ids have no least one before PostgreSQL 18.
        const [alike, one] =
          type === 'text'
            ? [`min(${key}) = max(${key})`, `min(${key})`]
            : [`count(distinct ${key}) = 1`, `(array_agg(${key}))[1]`];
        return `case when count(${key}) = count(*) and ${alike} then ${one} end as ${key}`;
      })
      .join(', ') || 'true as whole',
  );

/**
 * What the claims of an event say, from the least of them to the most: open above where one of them is, a best estimate where they agree on
 * one.
 */
const spanOfEvents = (
  keys: Sql,
): Sql => sql`select ${keys}, s.measure, 1, s.low, coalesce(s.best, 0), case when s.open then 0 else s.high end,
      s.has_low::int, (s.best is not null)::int, (not s.open)::int
    from (
      select event_id, measure, coalesce(min(sum_min) filter (where mins > 0), 0) as low, count(*) filter (where mins > 0) > 0 as has_low,
        max(sum_max) as high, bool_or(maxes < entries) as open,
        case when count(distinct sum_best) filter (where bests > 0) = 1 and bool_and(bests in (0, entries)) then min(sum_best) filter (where bests > 0) end as best
      from (select f.event_id, f.id, q.measure, ${raw(added)} from found f join quantity q on q.claim_id = f.id and q.part_of is null
        where f.event_id is not null group by f.event_id, f.id, q.measure) of_claim
      group by event_id, measure
    ) s join event using (event_id)`;

/** A bucket's totals, as arrays. */
const arrays = [
  'array_agg(measure)',
  'array_agg(entries)',
  'array_agg(case when mins > 0 then sum_min end)',
  'array_agg(case when bests > 0 then sum_best end)',
  'array_agg(case when maxes = entries then sum_max end)',
  'array_agg(bests)',
  'array_agg(entries - maxes)',
]
  .map((array, i) => `, ${array} filter (where measure <> '') as ${totals[i]}`)
  .join('');

/** By month where that is asked, else the fullest first; then as asked. */
const orderOf = (columns: readonly string[], count: string): Sql => {
  const first = columns.includes('month') ? 'month nulls last' : `${count} desc`;
  const rest = columns.filter((column) => column !== 'month');
  return uncached([first, ...rest.map((column) => `${column} nulls last`)].join(', '));
};
