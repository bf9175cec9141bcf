import type { Tx } from '../history/write.ts';
import type { RecordName } from '../values/record-types.ts';

/** Relations that rest on the claim $1 and on no other claim that is not withdrawn. */
const restingOnlyOn = (relation: string, link: string, owner: string) => `
  select r.${owner} from ${link} r
  join ${relation} t on t.id = r.${owner} and t.withdrawn_at is null
  where r.claim_id = $1 and not exists (
    select from ${link} o join claim c on c.id = o.claim_id
    where o.${owner} = r.${owner} and c.withdrawn_at is null)`;

/** Queries of the keys that depend on a record, by noun. Index tables have no withdrawn claims. */
const queries: Record<RecordName, Record<string, string>> = {
  Report: {
    claim: `
      select id from claim where withdrawn_at is null and (report_id = $1
        or id in (select claim_id from citation where report_id = $1)
        or id in (select claim_id from speaker where report_id = $1))`,
    report: 'select id from report where reprint_of_id = $1 and withdrawn_at is null',
  },
  Source: {
    claim: 'select claim_id from claim_of_source where source_id = $1',
    report: `
      select id from report where withdrawn_at is null and (publisher_id = $1
        or id in (select report_id from report_author where author_id = $1))`,
    affiliation: `
      select id from affiliation
      where withdrawn_at is null and (source_id = $1 or to_source_id = $1)`,
  },
  Faction: {
    claim: `
      select claim_id from claim_of_faction where faction_id = $1
      union select q.claim_id from quantity q join claim c on c.id = q.claim_id
      where q.of_faction_id = $1 and c.withdrawn_at is null`,
    relation: `
      select id from faction_relation
      where withdrawn_at is null and (from_id = $1 or to_id = $1)`,
    affiliation: 'select id from affiliation where withdrawn_at is null and to_faction_id = $1',
  },
  Location: {
    claim: `
      select distinct p.claim_id from claim_place p join claim c on c.id = p.claim_id
      where p.location_id = $1 and c.withdrawn_at is null`,
    location: `
      select l.id from location_within w join location l on l.id = w.location_id
      where w.ancestor_id = $1 and w.depth > 0 and l.withdrawn_at is null`,
  },
  Claim: {
    relation: restingOnlyOn('faction_relation', 'relation_claim', 'relation_id'),
    affiliation: restingOnlyOn('affiliation', 'affiliation_claim', 'affiliation_id'),
  },
};

/** How many of each depend on a record. Nouns without any are left out. */
export async function dependentsOf(
  tx: Tx,
  type: RecordName,
  key: string,
): Promise<{ noun: string; count: number }[]> {
  const counts = Object.entries(queries[type]).map(
    ([noun, query]) => `select '${noun}' as noun, count(*)::int as count from (${query}) dependent`,
  );
  const rows: { noun: string; count: number }[] = await tx.manager.query(
    counts.join(' union all '),
    [key],
  );
  return rows.filter(({ count }) => count > 0);
}
