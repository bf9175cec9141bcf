import type pg from 'pg';
import { decideJudgements } from './decide-judgements.ts';
import { keepColumns } from './keep-columns.ts';
import { keepLists } from './keep-lists.ts';
import { keepRelations } from './keep-relations.ts';
import { keepRemoved } from './keep-removed.ts';
import type { Landing } from './land.ts';
import { keepCitationsOfCorrected } from './move-reports.ts';
import { ownedTables } from './owned-tables.ts';

/*
 * People outrank imports. Before staged rows are applied, the values that a person decided are put
 * into them, so that applying the rows leaves those values as they are. Where the file says
 * something else, the difference goes into `stage_conflict`.
 *
 * What a person decided follows from the histories (`history/corrections.sql`). Only records that
 * a person has ever written to are looked at, and they are few.
 */

/** Finds the staged records that a person has written to, or has to. Parameter: format. */
const insertPersons = `
  insert into stage_person (type, id, is_skipped)
  select distinct
    d.type, d.real_id, exists (select from stage_skip k where k.id = d.real_id)
  from stage_resolved d
  where not d.is_new and d.real_id is not null
    and (
      exists (
        select from revision r where r.record_id = d.real_id and not is_import(r.action, $1)
      )
      or exists (
        select from import_conflict c
        where c.record_id = d.real_id and c.state = 'OPEN' and c.format = $1
      )
    )`;

/** Parameters: type, format. */
const insertDecided = `
  insert into stage_decided (type, id, field)
  select $1, f.record_id, f.field
  from decided_fields(
    upper($1),
    array(select p.id from stage_person p where p.type = $1 and not p.is_skipped),
    $2
  ) f
  except
  select type, id, field from stage_decided`;

/** A claim stays in a report about which a person decided something, see `move-reports.ts`. */
const decideReports = `
  insert into stage_decided (type, id, field)
  with leaving as materialized (
    select t.id, t.report_id from stage_claim s join claim t on t.id = s.id
    where t.report_id <> s.report_id
  )
  select 'claim', l.id, 'report'
  from leaving l
  where l.report_id in (
    select f.record_id from decided_fields('REPORT', array(
      select distinct o.report_id from leaving o
      where exists (
        select from revision r where r.record_id = o.report_id and not is_import(r.action)
      )
    ), 'jsonl') f
  )
  except
  select type, id, field from stage_decided`;

/** A passage is anchored in its report, so both stay if a person decided one of them. */
const decidePassages = `
  insert into stage_decided (type, id, field)
  select o.type, o.id, case o.field when 'report' then 'passage' else 'report' end
  from stage_decided o
  join stage_claim s on s.id = o.id
  join claim t on t.id = o.id and t.report_id <> s.report_id
  where o.type = 'claim' and o.field in ('report', 'passage')
  except
  select type, id, field from stage_decided`;

/**
 * Puts what people decided into the staged rows, and lists where the file differs.
 *
 * @returns whether a person may have decided anything about the staged records.
 */
export async function keepDecisions(
  client: pg.ClientBase,
  { format, tables, isRematch = false }: Landing,
): Promise<boolean> {
  const exact = format.exact ?? false;
  const { rowCount: persons } = await client.query(insertPersons, [format.name]);
  const hasCitations = !exact && !isRematch && tables.some(({ table }) => table === 'citation');
  const kept = hasCitations
    ? (await client.query(keepCitationsOfCorrected, [format.name])).rowCount
    : 0;
  if (!persons && !kept && !exact) return false;
  const owned = await ownedTables(client);
  const { rows: types } = await client.query('select distinct type from stage_person');
  for (const { type } of types) await client.query(insertDecided, [type, format.name]);
  const statements = [
    ...(exact ? [...decideJudgements(tables), decideReports, decidePassages] : []),
    'analyze stage_person',
    'analyze stage_decided',
    ...tables.flatMap((table) => keepColumns(table, owned, exact)),
    ...keepLists(tables, owned, exact),
    ...keepRemoved(tables, owned, format.name),
    ...keepRelations(tables, owned, format.name),
  ];
  for (const statement of statements) await client.query(statement);
  return true;
}
