import type { Rows } from '../../compiler/declarations.ts';
import type { FilterContext } from '../../compiler/filter.ts';
import { everyRow } from '../../compiler/scan.ts';
import { and, join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { ClaimFilter } from '../claim.filter.ts';
import { claimScan } from '../claim.scan.ts';
import type { ClaimIndexKey } from '../claim-index.columns.ts';
import { claimIndexRange } from '../claim-index.rows.ts';
import { CountOnce } from './claim-stats.enums.ts';
import type { Dimension } from './dimensions.ts';
import { reasonOfClaim } from './null-reasons.ts';
import type { StatsRequest } from './request.ts';

/** The claims that statistics are limited to: those of one place, faction or source. */
export interface StatsScope {
  by: ClaimIndexKey;
  key: Sql;
}

const claim = raw('c');

/**
 * The query `matching`: each claim that the filter finds, with its keys and, if events count once,
 * its event. `offset 0` makes PostgreSQL compute the keys of a claim once, without storing the rows
 * if they are read once. `is_single` is a column, because PostgreSQL expects that half of all rows
 * have it, but that hardly any row of a query has a column that is null.
 */
export function matchingClaims(
  { filter, by, withNulls, withFigures, figureModalities, countOnce }: StatsRequest,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Sql {
  const countsEvents = countOnce === CountOnce.SAME_EVENT;
  const columns = [
    raw('c.id'),
    ...(countsEvents ? [raw('e.event_id, e.event_id is null as is_single')] : []),
    ...(withFigures && figureModalities
      ? [sql`c.modality = any(${figureModalities}::text[]) as has_figures`]
      : []),
    ...by.map(({ column, ofClaim }) => sql`${ofClaim} as ${raw(column)}`),
    ...(withNulls ? by.map(reasonOfClaim) : []),
  ];
  const { from, where, reads } = filteredClaims(filter, ctx.at('filter'), scope);
  const joinsOf = ({ joins = [], joinsOfMany = joins, joinsOfAll = joinsOfMany }: Dimension) =>
    ({ FEW: joins, MANY: joinsOfMany, ALL: joinsOfAll })[reads];
  const joins = [
    ...(countsEvents ? [raw('left join claim_event e on e.claim_id = c.id')] : []),
    ...new Set(by.flatMap(joinsOf)),
  ];
  return sql`matching as (select ${join(columns, ', ')}
    from ${join([from, ...joins], ' ')} where ${where} offset 0)`;
}

/** A query of how many claims the filter finds. */
export function countOfClaims(
  { filter }: Pick<StatsRequest, 'filter'>,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Sql {
  const { from, where } = filteredClaims(filter, ctx.at('filter'), scope);
  return sql`(select count(*) from ${from} where ${where})`;
}

/**
 * Conditions of which PostgreSQL knows how many claims they leave. Of others, such as an area on
 * the map, it may expect a single claim where there are thousands, and would read a whole table for
 * each.
 */
const foreseen = new Set(['kind', 'modality', 'status', 'aggregate', 'occurred']);

const isForeseen = (filter: object): boolean =>
  Object.entries(filter).every(([name, value]) => value == null || foreseen.has(name));

/** How many claims are read, if PostgreSQL knows. Otherwise few, which is never very slow. */
type Reads = 'FEW' | 'MANY' | 'ALL';

/** The claims `c` that the filter finds, from index ranges if they can answer it. */
export function filteredClaims(
  filter: ClaimFilter,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Rows & { reads: Reads } {
  const conditions: Record<string, unknown> = { ...filter };
  const reads = isForeseen(filter) ? 'MANY' : 'FEW';
  const index = scope && claimIndexRange(scope.by, scope.key);
  const scan = claimScan({ row: claim, filter: conditions, by: 'OCCURRED', index, ctx });
  if (scan)
    return {
      from: sql`${everyRow(scan)} join claim c on c.id = counted._id0`,
      where: raw('true'),
      reads,
    };
  const matches = ctx.filter(ClaimFilter, claim, filter);
  return index
    ? {
        from: sql`${index.from} join claim c on c.id = indexed.claim_id`,
        where: and([index.where, matches]),
        reads,
      }
    : {
        from: raw('claim c'),
        where: and([raw('c.withdrawn_at is null'), matches]),
        reads: reads === 'MANY' ? 'ALL' : 'FEW',
      };
}
