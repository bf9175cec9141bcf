import type pg from 'pg';
import type { StagedTable } from './staging-tables.ts';

/*
 * A newer release may describe the report of a claim in other words, which makes it another report.
 * A claim is never moved away from a report about which a person decided something: it would leave
 * the correction behind. Where the file differs, `report` of the claim is a conflict.
 */

/** Claims that would move, or whose report was listed already. Parameter: format. */
const insertReportConflicts = `
  with leaving as materialized (
    select t.id, t.report_id, s.report_id as file_report_id
    from stage_claim s
    join claim t on t.id = s.id
    where s.report_id is distinct from t.report_id and t.passage_quote is null
      and (
        exists (select from touched u where u.record_type = 'CLAIM' and u.record_id = t.id)
        or exists (
          select from import_conflict c
          where c.record_id = t.id and c.field = 'report' and c.format = $1 and c.state = 'OPEN'
        )
      )
  ), corrected as (
    select distinct f.record_id as id
    from decided_fields('REPORT', array(
      select distinct l.report_id from leaving l
      where exists (
        select from revision r
        where r.record_id = l.report_id and not follows_file(r.action, $1)
      )
    ), $1) f
  ), kept as (
    update stage_claim s
    set report_id = l.report_id
    from leaving l
    where s.id = l.id and l.report_id in (select c.id from corrected c)
    returning s.id, l.report_id, l.file_report_id
  )
  insert into stage_conflict (type, id, field, value, file_value, rows)
  select 'claim', k.id, 'report', to_jsonb('rpt_' || k.report_id),
    to_jsonb('rpt_' || k.file_report_id),
    jsonb_build_object('mode', 'SET', 'tables', jsonb_build_array(jsonb_build_object(
      'table', 'claim', 'owner', 'id', 'rows', jsonb_build_array(
        jsonb_build_object('id', k.id, 'report_id', k.file_report_id)))))
  from kept k`;

/** Settles a conflict where the file agrees with the record again. Parameter: format. */
const settleReportConflicts = `
  update import_conflict c
  set state = 'SETTLED'
  from stage_claim s
  join claim t on t.id = s.id and t.report_id = s.report_id
  where c.record_id = s.id and c.field = 'report' and c.format = $1 and c.state = 'OPEN'`;

/**
 * Keeps claims in the reports that people corrected, and lists where the file differs.
 *
 * @returns whether it listed anything.
 */
export async function keepReports(
  client: pg.ClientBase,
  format: string,
  tables: readonly StagedTable[],
): Promise<boolean> {
  if (!tables.some(({ table, columns }) => table === 'claim' && columns.has('report_id')))
    return false;
  await client.query(settleReportConflicts, [format]);
  const { rowCount } = await client.query(insertReportConflicts, [format]);
  return Boolean(rowCount);
}
