import type { Rows } from '../../compiler/declarations.ts';
import type { FilterContext } from '../../compiler/filter.ts';
import { everyRow } from '../../compiler/scan.ts';
import { and, join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { ClaimFilter } from '../claim.filter.ts';
import { claimScan } from '../claim.scan.ts';
import { CountOnce } from './claim-stats.types.ts';
import type { StatsRequest } from './request.ts';

const claim = raw('c');

/**
 * The query `matching`: each claim that the filter finds, with its keys and, if events count once,
 * its event. `offset 0` makes PostgreSQL compute the keys of a claim once, without storing the rows
 * if they are read once.
 */
export function matchingClaims({ filter, by, countOnce }: StatsRequest, ctx: FilterContext): Sql {
  const keys = join(
    by.map(({ column, ofClaim }) => sql`${ofClaim} as ${column}`),
    ', ',
  );
  const { from, where } = filteredClaims(filter, ctx.at('filter'));
  return countOnce === CountOnce.SAME_EVENT
    ? sql`matching as (select c.id, e.event_id, ${keys}
        from ${from} left join claim_event e on e.claim_id = c.id where ${where} offset 0)`
    : sql`matching as (select c.id, ${keys} from ${from} where ${where} offset 0)`;
}

/** The claims `c` that the filter finds, from index ranges if they can answer it. */
function filteredClaims(filter: ClaimFilter, ctx: FilterContext): Rows {
  const conditions: Record<string, unknown> = { ...filter };
  const scan = claimScan({ row: claim, filter: conditions, by: 'OCCURRED', index: undefined, ctx });
  if (scan)
    return {
      from: sql`${everyRow(scan)} join claim c on c.id = counted._id0`,
      where: raw('true'),
    };
  const matches = ctx.filter(ClaimFilter, claim, filter);
  return { from: raw('claim c'), where: and([raw('c.withdrawn_at is null'), matches]) };
}
