import type { FilterContext } from '../../compiler/filter.ts';
import { join, type Sql } from '../../compiler/sql.ts';
import { bucketTable, entryTables, orderedBuckets } from './buckets.ts';
import type { ClaimStatsArgs } from './claim-stats.types.ts';
import { matchingClaims } from './from-claims.ts';
import { rollupTables } from './from-rollup.ts';
import { readRequest } from './request.ts';

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
): Sql {
  const request = readRequest(args, ctx, isSelected);
  const stored = rollupTables(request, ctx);
  const sources = stored ? [stored.matching, stored.rollup] : [matchingClaims(request, ctx)];
  const entries = entryTables(request, stored !== undefined);
  return join([...sources, ...entries, bucketTable(request), orderedBuckets(request)], ', ');
}
