import type { FilterContext } from '../../compiler/filter.ts';
import { and, join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { PlaceScope } from '../../locations/location.enums.ts';
import { occurrenceModalities, statusesInTotals } from '../claim.enums.ts';
import { keysOfPlaces, limitsPlaces, type PlaceFilter } from '../claim-place.filter.ts';
import { rollupSums } from '../claim-rollup.columns.ts';
import { CountOnce } from './claim-stats.enums.ts';
import type { Dimension } from './dimensions.ts';
import type { StatsScope } from './from-claims.ts';
import type { StatsRequest } from './request.ts';

interface RollupTables {
  /** `matching`: the claims that share their event with others, which the roll-up leaves out. */
  matching: Sql;
  /** `rollup`: the sums of all other claims. */
  rollup: Sql;
}

const everySum = raw(rollupSums.join(', '));

/** Statistics of one place from `tally`, or undefined if the request asks for more than it has. */
export function rollupTables(
  request: StatsRequest,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): RollupTables | undefined {
  const { by, withFigures, withNulls, figureModalities, countOnce } = request;
  const conditions = conditionsOfPlace(request, ctx.at('filter'), scope);
  if (!conditions || withNulls || !by.every(({ stored }) => stored)) return undefined;
  const keys = (source: keyof NonNullable<Dimension['stored']>) =>
    join(
      by.flatMap(({ column, stored }) =>
        stored ? [sql`${stored[source]} as ${raw(column)}`] : [],
      ),
      ', ',
    );
  const hasFigures = figureModalities && sql`modality = any(${figureModalities}::text[])`;
  const withOwnFigures = withFigures && hasFigures ? sql`${hasFigures} as has_figures,` : raw('');
  const event = countOnce === CountOnce.SAME_EVENT ? raw('indexed.event_id,') : raw('');
  return {
    matching: sql`matching as (
      select indexed.claim_id as id, ${event} ${withOwnFigures} ${keys('inIndex')}
      from claim_within indexed
      where ${conditions.matching} and indexed.event_id is not null offset 0)`,
    rollup: withFigures
      ? sql`rollup as (select ${keys('inRollup')}, measure, ${everySum}
          from tally where ${conditions.rollup} and entries > 0
            ${hasFigures ? sql`and (measure = '' or ${hasFigures})` : raw('')})`
      : sql`rollup as (select ${keys('inRollup')}, entries::int as entries
          from tally where ${conditions.rollup} and entries > 0 and measure = '')`,
  };
}

/** A query of how many claims of one place there are, or undefined as above. */
export function countOfPlace(
  request: StatsRequest,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Sql | undefined {
  const conditions = conditionsOfPlace(request, ctx.at('filter'), scope);
  return (
    conditions &&
    sql`((select coalesce(sum(entries), 0) from tally
        where ${conditions.rollup} and measure = '')
      + (select count(*) from claim_within indexed
        where ${conditions.matching} and indexed.event_id is not null))`
  );
}

/**
 * The conditions on `claim_within` and `tally`, if the filter asks for one place and these suffice.
 * `tally` also has the sums of what is said to have happened and counts in totals, with empty
 * modality and status.
 */
function conditionsOfPlace(
  { filter, by }: StatsRequest,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): { matching: Sql; rollup: Sql } | undefined {
  const { place, kind, modality, status, ...others } = filter;
  const key = keyOfPlace(place, ctx.at('place'), scope);
  if (!key || Object.values(others).some((each) => each != null)) return undefined;
  const modalities = modality ?? (kind ? occurrenceModalities : null);
  const atPlace = [sql`location_id = ${key}`, isOneOf('kind', kind)];
  const matching = and([...atPlace, isOneOf('modality', modalities), isOneOf('status', status)]);
  const isSummed =
    !by.some(({ name }) => name === 'STATUS') &&
    hasSame(status, statusesInTotals) &&
    hasSame(modalities, occurrenceModalities);
  return {
    matching,
    rollup: isSummed
      ? and([...atPlace, raw(`modality = '' and status = ''`)])
      : sql`${matching} and modality <> ''`,
  };
}

/** The only place that statistics are asked for, if the claims at and inside it are all. */
function keyOfPlace(
  place: PlaceFilter | null | undefined,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Sql | undefined {
  if (scope) return scope.by === 'location' && place == null ? scope.key : undefined;
  if (!place || place.scope !== PlaceScope.WITHIN || limitsPlaces(place)) return undefined;
  const { id, externalId } = place;
  if (id == null) return externalId ? sql`(${keysOfPlaces(place, ctx)})` : undefined;
  const [key, ...others] = new Set(ctx.at('id').keys(id, 'Location'));
  return key && others.length === 0 && externalId == null ? sql`${key}::uuid` : undefined;
}

/** Whether two lists have the same items, each once or more. */
const hasSame = (some: readonly string[] | null | undefined, all: readonly string[]): boolean =>
  some != null && all.every((each) => some.includes(each)) && new Set(some).size === all.length;

const isOneOf = (column: string, values: readonly string[] | null | undefined): Sql =>
  values == null ? raw('true') : sql`${raw(column)} = any(${values}::text[])`;
