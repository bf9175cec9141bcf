import { isReferredTo } from '../records/reference-columns.ts';
import { clearedWithdrawal } from '../records/restore.ts';

/*
 * A newer file may name another report for a claim than before. If nothing else refers to the
 * former report, it is left over. It is withdrawn with the reason if only imports have written it,
 * and restored once a claim refers to it again.
 */

type Query = (text: string, values: unknown[]) => Promise<{ id: string }[]>;

/** Reports to which claims referred before the open write changed them. */
const selectFormer = `
  with changed as materialized (
    select c.id from touched u join claim c on c.id = u.record_id
    where u.record_type = 'CLAIM' and c.created_at <> write_time()
  )
  select h.report_id as id from changed c
  join claim_history h on h.id = c.id and h.valid_to = write_time()
  union
  select h.report_id from changed c
  join citation_history h on h.claim_id = c.id and h.valid_to = write_time()
  union
  select h.report_id from changed c
  join speaker_history h on h.claim_id = c.id and h.valid_to = write_time()
  where h.report_id is not null`;

/** Parameters: ids, format, rationale, by. */
const withdrawReports = `
  update report r
  set withdrawn_at = write_time(), withdrawn_by = $4, withdrawn_rationale = $3
  where r.id = any ($1) and r.withdrawn_at is null
    and not exists (
      select from revision v where v.record_id = r.id and not follows_file(v.action, $2)
    )
    -- A report with an id or a row of its own in outside data does not depend on claims.
    and not exists (select from external_id e where e.report_id = r.id)
    and not exists (select from import_row i where i.record_id = r.id)
    and not exists (
      select from import_match m where m.record_id = r.id and m.how in ('MATCHED', 'UNMATCHED')
    )
    and not ${isReferredTo('report')}`;

/** Parameter: ids. What a person withdrew stays withdrawn. */
const restoreReports = `
  update report r
  set ${clearedWithdrawal}
  where r.id = any ($1) and r.withdrawn_at is not null
    and exists (select from write_log w where w.at = r.withdrawn_at and follows_file(w.action))
    and ${isReferredTo('report')}`;

/** What a withdrawal states. */
export interface WithdrawalReason {
  /** The format of the file. What others than its imports wrote is not withdrawn. */
  format: string;
  rationale: string;
  by: string;
}

/**
 * Withdraws the reports to which claims referred before the open write changed them, and also those
 * of `ids`, if only imports wrote the report and nothing refers to it any more.
 */
export async function withdrawUnreferencedReports(
  query: Query,
  { format, rationale, by }: WithdrawalReason,
  ids: readonly string[] = [],
): Promise<void> {
  const former = (await query(selectFormer, [])).map(({ id }) => id);
  if (former.length + ids.length === 0) return;
  await query(withdrawReports, [[...former, ...ids], format, rationale, by]);
}

/** Restores those of the reports that an import withdrew, if something refers to them again. */
export async function restoreReferencedReports(
  query: Query,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await query(restoreReports, [ids]);
}

/** SQL of the ids in the rows that an import conflict offers, one in each row of the result. */
export const offeredIdsIn = (rows: string): string =>
  `(regexp_matches(${rows}::text, '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}', 'g'))[1]`;
