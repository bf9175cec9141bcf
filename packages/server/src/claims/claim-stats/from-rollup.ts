import type { FilterContext } from '../../compiler/filter.ts';
import { and, join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { occurrenceModalities } from '../claim.enums.ts';
import { placeKeys } from '../claim.scan.ts';
import { rollupSums } from '../claim-rollup.entity.ts';
import { CountOnce } from './claim-stats.types.ts';
import { type Dimension, dimensions } from './dimensions.ts';
import type { StatsRequest } from './request.ts';

interface RollupTables {
  /** `matching`: the claims that share their event with others, which the roll-up leaves out. */
  matching: Sql;
  /** `rollup`: the sums of all other claims. */
  rollup: Sql;
}

const everySum = raw(rollupSums.join(', '));

/** Statistics of one place from `tally`, or undefined if the request asks for more than it has. */
export function rollupTables(request: StatsRequest, ctx: FilterContext): RollupTables | undefined {
  const { by, withFigures, countOnce } = request;
  const conditions = conditionsOfPlace(request, ctx.at('filter'));
  if (!conditions || !by.every(({ stored }) => stored)) return undefined;
  const keys = (source: keyof NonNullable<Dimension['stored']>) =>
    join(
      by.flatMap(({ column, stored }) => (stored ? [sql`${stored[source]} as ${column}`] : [])),
      ', ',
    );
  const event = countOnce === CountOnce.SAME_EVENT ? raw('indexed.event_id,') : raw('');
  return {
    matching: sql`matching as (
      select indexed.claim_id as id, ${event} ${keys('inIndex')} from claim_within indexed
      where ${conditions.matching} and indexed.event_id is not null offset 0)`,
    rollup: withFigures
      ? sql`rollup as (select ${keys('inRollup')}, measure, ${everySum}
          from tally where ${conditions.rollup} and entries > 0)`
      : sql`rollup as (select ${keys('inRollup')}, entries::int as entries
          from tally where ${conditions.rollup} and entries > 0 and measure = '')`,
  };
}

/**
 * The conditions on `claim_within` and `tally`, if the filter asks for one place and these suffice.
 * `tally` also has the sums of what is said to have happened, with empty modality and status.
 */
function conditionsOfPlace(
  { filter, by }: StatsRequest,
  ctx: FilterContext,
): { matching: Sql; rollup: Sql } | undefined {
  const { place, kind, modality, status, ...others } = filter;
  const places = place && placeKeys(place, ctx);
  if (places?.length !== 1 || Object.values(others).some((each) => each != null)) return undefined;
  const modalities = modality ?? (kind ? occurrenceModalities : null);
  const atPlace = [sql`location_id = ${places[0]}::uuid`, isOneOf('kind', kind)];
  const matching = and([...atPlace, isOneOf('modality', modalities), isOneOf('status', status)]);
  const isAnyOccurrence =
    !by.includes(dimensions.STATUS) &&
    status == null &&
    modalities?.length === occurrenceModalities.length &&
    occurrenceModalities.every((each) => modalities.includes(each));
  return {
    matching,
    rollup: isAnyOccurrence
      ? and([...atPlace, raw(`modality = '' and status = ''`)])
      : sql`${matching} and modality <> ''`,
  };
}

const isOneOf = (column: string, values: readonly string[] | null | undefined): Sql =>
  values == null ? raw('true') : sql`${raw(column)} = any(${values}::text[])`;
