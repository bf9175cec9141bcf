import type { FilterContext } from '../../compiler/filter.ts';
import { join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { merged } from '../../values/merged.ts';
import { ClaimStatus, Modality } from '../claim.enums.ts';
import type { ClaimFilter } from '../claim.filter.ts';
import { bucketTable, entryTables, orderedBuckets } from './buckets.ts';
import { type ClaimStatsArgs, fearsCte, leftOutCte } from './claim-stats.types.ts';
import { countOfClaims, matchingClaims, type StatsScope } from './from-claims.ts';
import { countOfPlace, rollupTables } from './from-rollup.ts';
import { readRequest, type StatsRequest } from './request.ts';

/**
 * The queries that claim statistics are read from, each using the ones before; the last is
 * `gathered`, with a row for each bucket. Statistics of one place are looked up in the roll-up
 * where it has them; all others are counted from the claims.
 *
 * @throws Refusal naming every argument that is wrong.
 */
export function statsTables(
  args: ClaimStatsArgs,
  ctx: FilterContext,
  isSelected: (type: string, field: string) => boolean,
  scope?: StatsScope,
): Sql {
  const request = readRequest(args, ctx, isSelected);
  const { leavesOut } = request;
  const counted = merged(request, { filter: countedOf(request.filter, leavesOut) });
  const stored = rollupTables(counted, ctx, scope);
  const sources = stored ? [stored.matching, stored.rollup] : [matchingClaims(counted, ctx, scope)];
  const entries = entryTables(counted, stored !== undefined);
  const beside = [
    ...(request.withLeftOut ? [leftOutTable(request, ctx, scope)] : []),
    ...(request.withFears ? [fearsTable(request, args.filter ?? {}, ctx, scope)] : []),
  ];
  const buckets = [bucketTable(counted), orderedBuckets(counted)];
  return join([...beside, ...sources, ...entries, ...buckets], ', ');
}

/** A filter that finds only claims of some statuses. */
export const ofStatuses = (filter: ClaimFilter, statuses: readonly ClaimStatus[]): ClaimFilter =>
  merged(filter, { status: [...statuses] });

/** A filter that does not find what totals leave out. */
export const countedOf = (filter: ClaimFilter, leavesOut: readonly ClaimStatus[]): ClaimFilter =>
  leavesOut.length > 0
    ? ofStatuses(
        filter,
        Object.values(ClaimStatus).filter((status) => !leavesOut.includes(status)),
      )
    : filter;

/** `left_out`: how many claims totals leave out, although they match the filter. */
function leftOutTable(
  request: StatsRequest,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Sql {
  const outside = merged(request, { filter: ofStatuses(request.filter, request.leavesOut) });
  const claims =
    request.leavesOut.length > 0
      ? (countOfPlace(outside, ctx, scope) ?? countOfClaims(outside, ctx, scope))
      : raw('0');
  return sql`${raw(leftOutCte)} as (select ${claims}::int as claims)`;
}

/** `fears`: how many claims say that nothing has happened, and match the filter all the same. */
function fearsTable(
  request: StatsRequest,
  filter: ClaimFilter,
  ctx: FilterContext,
  scope: StatsScope | undefined,
): Sql {
  const { fears, leavesOut } = request;
  const others = Object.values(Modality).filter((modality) => !fears.includes(modality));
  const found = merged(request, { filter: countedOf(filter, leavesOut) });
  const atPlace = merged(found, { filter: merged(found.filter, { modality: [...fears] }) });
  // A `modality` here would ask for fears in each alternative of the filter, and `not` does not.
  const outside = merged(found, {
    filter: merged(found.filter, {
      and: [...(filter.and ?? []), { not: { modality: others } }],
    }),
  });
  const claims =
    fears.length > 0
      ? (countOfPlace(atPlace, ctx, scope) ?? countOfClaims(outside, ctx, scope))
      : raw('0');
  return sql`${raw(fearsCte)} as (select ${claims}::int as claims)`;
}
