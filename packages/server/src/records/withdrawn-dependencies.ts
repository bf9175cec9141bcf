import type { Tx } from '../history/write.ts';
import { type IdType, idOf } from '../values/ids.ts';
import { type RecordName, recordNames, recordTypes } from '../values/record-types.ts';

/** The types of objects that can be withdrawn. */
export type WithdrawableType = RecordName | 'ClaimLink' | 'FactionRelation' | 'Affiliation';

const maxIds = 10;

/** Queries of the type and key of each record that the object $1 depends on. */
const queries: Record<WithdrawableType, string> = {
  Claim: `
    select 'Report' as type, report_id as key from claim where id = $1
    union select 'Report', report_id from citation where claim_id = $1
    union select 'Report', report_id from speaker where claim_id = $1
    union select 'Source', source_id from speaker where claim_id = $1
    union select 'Location', location_id from claim_place where claim_id = $1
    union select 'Faction', faction_id from claim_party where claim_id = $1
    union select 'Faction', of_faction_id from quantity where claim_id = $1`,
  Report: `
    select 'Source' as type, publisher_id as key from report where id = $1
    union select 'Source', author_id from report_author where report_id = $1
    union select 'Report', reprint_of_id from report where id = $1`,
  Source: `select 'Location' as type, based_in_id as key from source where id = $1`,
  Faction: `select 'Faction' as type, null::uuid as key where $1::uuid is null`,
  Location: `
    select 'Location' as type, ancestor_id as key from location_within
    where location_id = $1 and depth > 0`,
  ClaimLink: `
    select 'Claim' as type, from_id as key from claim_link where id = $1
    union select 'Claim', to_id from claim_link where id = $1`,
  FactionRelation: `
    select 'Faction' as type, from_id as key from faction_relation where id = $1
    union select 'Faction', to_id from faction_relation where id = $1
    union select 'Claim', claim_id from relation_claim where relation_id = $1`,
  Affiliation: `
    select 'Source' as type, source_id as key from affiliation where id = $1
    union select 'Source', to_source_id from affiliation where id = $1
    union select 'Faction', to_faction_id from affiliation where id = $1
    union select 'Claim', claim_id from affiliation_claim where affiliation_id = $1`,
};

const isWithdrawn = `exists (
  ${recordNames
    .map(
      (name) => `
    select from ${recordTypes[name].table} w
    where d.type = '${name}' and w.id = d.key and w.withdrawn_at is not null`,
    )
    .join(' union all ')})`;

/** Warns if an object that is restored depends on records that are still withdrawn. */
export async function warnOfWithdrawn(tx: Tx, type: WithdrawableType, key: string): Promise<void> {
  const rows: { type: IdType; key: string }[] = await tx.manager.query(
    `select d.type, d.key from (${queries[type]}) d
     where ${isWithdrawn}
     order by d.type, d.key limit ${maxIds + 1}`,
    [key],
  );
  if (rows.length === 0) return;
  const ids = rows.slice(0, maxIds).map((row) => idOf(row.type, row.key));
  const more = rows.length > maxIds ? ' and more' : '';
  tx.warnings.push({
    code: 'REFERS_TO_WITHDRAWN',
    message: `${idOf(type, key)} depends on withdrawn records: ${ids.join(', ')}${more}.`,
    recordId: idOf(type, key),
  });
}
