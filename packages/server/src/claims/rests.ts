import { type Sql, sql } from '../compiler/sql.ts';

/** Whether the report of a claim, or a source, place or faction that it names, is withdrawn. Read, not stored: it can never be stale. */
export const restsOnAnythingWithdrawn = (
  claim: Sql,
): Sql => sql`(exists (select from report r where r.id = ${claim}.report_id and r.withdrawn_at is not null)
  or exists (select from speaker s join source x on x.id = s.source_id where s.claim_id = ${claim}.id and x.withdrawn_at is not null)
  or exists (select from claim_place p join location x on x.id = p.location_id where p.claim_id = ${claim}.id and x.withdrawn_at is not null)
  or exists (select from claim_party p join faction x on x.id = p.faction_id where p.claim_id = ${claim}.id and x.withdrawn_at is not null))`;
