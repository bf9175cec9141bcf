import { type Sql, sql } from '../compiler/sql.ts';

/** Whether a report that a claim was read in or cites, or a source, place or faction that it names, is withdrawn. Read, not stored: it is never stale. */
export const restsOnAnythingWithdrawn = (
  claim: Sql,
): Sql => sql`(exists (select from report r where r.withdrawn_at is not null and (r.id = ${claim}.report_id
    or r.id in (select report_id from citation where claim_id = ${claim}.id) or r.id in (select report_id from speaker where claim_id = ${claim}.id)))
  or exists (select from speaker s join source x on x.id = s.source_id where s.claim_id = ${claim}.id and x.withdrawn_at is not null)
  or exists (select from claim_place p join location x on x.id = p.location_id where p.claim_id = ${claim}.id and x.withdrawn_at is not null)
  or exists (select from claim_party p join faction x on x.id = p.faction_id where p.claim_id = ${claim}.id and x.withdrawn_at is not null)
  or exists (select from quantity q join faction x on x.id = q.of_faction_id where q.claim_id = ${claim}.id and x.withdrawn_at is not null))`;
