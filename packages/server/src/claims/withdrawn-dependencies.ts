import { column, type Sql, sql } from '../compiler/sql.ts';

/**
 * The condition that a report that a claim was read in or cites, or a source, place or faction that
 * it names, is withdrawn. It is computed on reading, so it is never stale. Each path from the claim
 * is a condition of its own, so that PostgreSQL looks it up by key.
 */
export function restsOnAnythingWithdrawn(claim: Sql): Sql {
  const id = column(claim, 'id');
  const reportId = column(claim, 'report_id');
  return sql`(
  exists (select from report x where x.id = ${reportId} and x.withdrawn_at is not null)
  or exists (select from citation s join report x on x.id = s.report_id
    where s.claim_id = ${id} and x.withdrawn_at is not null)
  or exists (select from speaker s join report x on x.id = s.report_id
    where s.claim_id = ${id} and x.withdrawn_at is not null)
  or exists (select from speaker s join source x on x.id = s.source_id
    where s.claim_id = ${id} and x.withdrawn_at is not null)
  or exists (select from claim_place p join location x on x.id = p.location_id
    where p.claim_id = ${id} and x.withdrawn_at is not null)
  or exists (select from claim_party p join faction x on x.id = p.faction_id
    where p.claim_id = ${id} and x.withdrawn_at is not null)
  or exists (select from quantity q join faction x on x.id = q.of_faction_id
    where q.claim_id = ${id} and x.withdrawn_at is not null))`;
}
