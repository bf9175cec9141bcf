import type pg from 'pg';
import type { Landing } from './land.ts';

/*
 * A newer file may name another report for a claim, for example because its title was corrected.
 * The claim then moves to that report, unless
 *
 * - a person decided the report of the claim, or kept it when a file named the same report before;
 * - a person decided something about its present report, which would leave the correction behind;
 * - the claim has a passage, which is anchored in its present report.
 *
 * Then `report` of the claim is a conflict. If the data set itself is the report, a newer release
 * that says the same is not a change, so only claims that change otherwise move to it.
 *
 * Once a person matches a report otherwise, claims follow that, the newer decision.
 */

/**
 * Moves claims, and lists in `stage_conflict` those that stay. Parameters: format, the system of
 * the keys of releases, or empty, whether a person matched a key otherwise.
 */
const moveClaims = `
  with leaving as materialized (
    select t.id, t.report_id, s.report_id as file_report_id, t.passage_quote
    from stage_claim s
    join claim t on t.id = s.id
    where s.report_id <> t.report_id
      and (
        exists (select from touched u where u.record_type = 'CLAIM' and u.record_id = t.id)
        or not exists (
          select from import_match m
          where m.record_type = 'report' and m.record_id = t.report_id and m.system = $2
        )
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
    select l.* from leaving l
    where l.passage_quote is not null
      or (not $3 and l.report_id in (select c.id from corrected c))
      or exists (
        select from stage_decided o where o.type = 'claim' and o.id = l.id and o.field = 'report'
      )
      or not $3 and exists (
        select from import_conflict c
        where c.record_id = l.id and c.field = 'report' and c.format = $1 and c.state = 'KEPT'
          and c.file_value = to_jsonb('rpt_' || l.file_report_id)
      )
  ), moved as (
    update claim t
    set report_id = l.file_report_id
    from leaving l
    where l.id = t.id and not exists (select from kept k where k.id = l.id)
  )
  insert into stage_conflict (type, id, field, value, file_value, rows)
  select 'claim', k.id, 'report', to_jsonb('rpt_' || k.report_id),
    to_jsonb('rpt_' || k.file_report_id),
    jsonb_build_object('mode', 'SET', 'tables', jsonb_build_array(jsonb_build_object(
      'table', 'claim', 'owner', 'id', 'rows', jsonb_build_array(
        jsonb_build_object('id', k.id, 'report_id', k.file_report_id)))))
  from kept k`;

/** Settles conflicts about reports where the record has that of the file. Parameter: format. */
const settleReportConflicts = `
  update import_conflict c
  set state = 'SETTLED'
  from stage_claim s
  join claim t on t.id = s.id and t.report_id = s.report_id
  where c.record_id = s.id and c.field = 'report' and c.format = $1 and c.state = 'OPEN'`;

/**
 * Moves claims to the reports of the file, after the rest of the batch was applied.
 *
 * @returns whether a claim stayed in another report, which is then listed as a conflict.
 */
export async function moveClaimsToReports(
  client: pg.ClientBase,
  { format: { name, releaseSystem = '' }, isRematch = false }: Landing,
): Promise<boolean> {
  const { rowCount } = await client.query(moveClaims, [
    name,
    isRematch ? '' : releaseSystem,
    isRematch,
  ]);
  await client.query(settleReportConflicts, [name]);
  return Boolean(rowCount);
}

/**
 * Citations are a list of the claim. If a person decided something about a cited report which the
 * file no longer cites, the claim goes on citing it. Parameter: format.
 */
export const keepCitationsOfCorrected = `
  insert into stage_decided (type, id, field)
  with dropped as materialized (
    select c.claim_id, c.report_id
    from citation c
    join stage_claim s on s.id = c.claim_id
    where not exists (
        select from stage_citation f
        where f.claim_id = c.claim_id and f.report_id = c.report_id
      )
      and exists (
        select from revision r where r.record_id = c.report_id and not follows_file(r.action, $1)
      )
  )
  select distinct 'claim', d.claim_id, 'citations'
  from dropped d
  where d.report_id in (
      select f.record_id
      from decided_fields('REPORT', array(select distinct o.report_id from dropped o), $1) f
    )`;
