import type pg from 'pg';
import type { ImportFormat } from '../format.ts';
import { changeConditions } from './apply-rows.ts';
import { keepLists, keepRelations, keepRemoved } from './keep-lists.ts';
import { fieldOf, type OwnedTable, ownedTables } from './owned-tables.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';
import { isRecordTable } from './table-writes.ts';

/*
 * People outrank imports. Before staged rows are applied, the values that a person decided are put
 * into them, so that applying the rows leaves those values as they are. Where the file says
 * something else, the difference goes into `stage_conflict`.
 *
 * What a person decided follows from the histories (`history/corrections.sql`). Only records that
 * a person has ever written to are looked at, and they are few.
 */

/** Finds the staged records that a person has written to. Parameter: format. */
const insertPersons = `
  insert into stage_person (type, id)
  select distinct d.type, d.real_id
  from stage_resolved d
  where not d.is_new and d.real_id is not null
    and not exists (select from stage_skip k where k.id = d.real_id)
    and exists (
      select from revision r where r.record_id = d.real_id and not is_import(r.action, $1)
    )`;

/** Parameters: type, format. */
const insertDecided = `
  insert into stage_decided (type, id, field)
  select $1, f.record_id, f.field
  from decided_fields(
    upper($1), array(select p.id from stage_person p where p.type = $1), $2
  ) f`;

/** Puts what people decided into the staged rows, and lists where the file differs. */
export async function keepDecisions(
  client: pg.ClientBase,
  format: ImportFormat,
  tables: readonly StagedTable[],
): Promise<void> {
  const exact = format.exact ?? false;
  const { rowCount } = await client.query(insertPersons, [format.name]);
  if (!rowCount && !exact) return;
  const owned = await ownedTables(client);
  const { rows: types } = await client.query('select distinct type from stage_person');
  for (const { type } of types) await client.query(insertDecided, [type, format.name]);
  const statements = [
    ...(exact ? decideJudgements(tables) : []),
    'analyze stage_person',
    'analyze stage_decided',
    ...tables.flatMap((table) => keepColumns(table, owned, exact)),
    ...keepLists(tables, owned, exact),
    ...keepRemoved(tables, owned, format.name),
    ...keepRelations(tables, owned, format.name),
  ];
  for (const statement of statements) await client.query(statement);
}

/** Puts decided columns of records into their staged rows. */
function keepColumns(table: StagedTable, owned: readonly OwnedTable[], exact: boolean): string[] {
  const type = table.table;
  const own = owned.find((each) => each.table === type && each.list === null);
  if (!isRecordTable(type) || !own) return [];
  const fields = new Map<string, string[]>();
  for (const column of table.columns.keys()) {
    const field = fieldOf(own, column);
    if (field && !table.key.includes(column))
      fields.set(field, [...(fields.get(field) ?? []), column]);
  }
  const changes = changeConditions(table, exact);
  const changed = [...fields].flatMap(([field, columns]) => {
    const conditions = columns.flatMap((column) => {
      const isChanged = changes.get(column);
      return isChanged ? `case when ${isChanged} then '${column}' end` : [];
    });
    return field === 'names' || conditions.length === 0
      ? []
      : `('${field}', array_remove(array[${conditions.join(', ')}]::text[], null))`;
  });
  const kept = [...fields].flatMap(([field, columns]) =>
    columns.map((column) => {
      const name = quoteIdentifier(column);
      return `${name} = case when '${field}' = any (o.fields) then t.${name} else s.${name} end`;
    }),
  );
  return [
    ...(changed.length === 0 ? [] : [insertColumnConflicts(type, changed)]),
    ...(kept.length === 0
      ? []
      : [
          `
  update stage_${type} s
  set ${kept.join(',\n    ')}
  from ${type} t
  join (
    select id, array_agg(field) as fields from stage_decided where type = '${type}' group by id
  ) o on o.id = t.id
  where s.id = t.id`,
        ]),
  ];
}

const insertColumnConflicts = (type: string, changed: readonly string[]): string => `
  insert into stage_conflict (type, id, field, value, file_value, rows)
  select distinct on (t.id, f.field)
    '${type}', t.id, f.field, field_value('${type.toUpperCase()}', t.id, f.field),
    nullif(api_row(h.columns, to_jsonb(s)) -> f.field, 'null'),
    jsonb_build_object('mode', 'SET', 'tables', jsonb_build_array(jsonb_build_object(
      'table', '${type}', 'owner', 'id', 'rows', jsonb_build_array((
        select jsonb_object_agg(e.key, e.value)
        from jsonb_each(to_jsonb(s)) e
        where e.key = 'id' or e.key = any (f.columns))))))
  from stage_decided o
  join stage_${type} s on s.id = o.id
  join ${type} t on t.id = s.id
  join history_table h on h.table_name = '${type}' and h.list is null
  cross join lateral (values ${changed.join(', ')}) f(field, columns)
  where o.type = '${type}' and f.field = o.field and cardinality(f.columns) > 0`;

/**
 * Whether a line may change a judgement. It may if its assessments or ratings include the newest
 * one, and every one that a person made in this ledger. Protection is never lowered.
 */
function decideJudgements(tables: readonly StagedTable[]): string[] {
  const isStaged = (table: string) => tables.some((each) => each.table === table);
  const judge = (type: string, list: string, fields: string): string[] =>
    isStaged(type) && isStaged(list)
      ? [
          `delete from stage_decided where type = '${type}' and field = any ('${fields}')`,
          `
  insert into stage_decided (type, id, field)
  select '${type}', t.id, f
  from stage_${type} s
  join ${type} t on t.id = s.id
  cross join unnest('${fields}'::text[]) f
  where not exists (select from stage_${list} j where j.${type}_id = t.id)
    or exists (
      select from ${list} j
      join write_log w on w.at = j.valid_from
      where j.${type}_id = t.id
        and not exists (select from stage_${list} n where n.id = j.id)
        and (
          not is_import(w.action)
          or (j.at, j.id) > all (select n.at, n.id from stage_${list} n where n.${type}_id = t.id)
        )
    )`,
        ]
      : [];
  const levels = `'{PUBLIC,PSEUDONYMOUS,PROTECTED}'::text[]`;
  return [
    ...judge('claim', 'assessment', '{status,credibility}'),
    ...judge('source', 'rating', '{reliability}'),
    ...(isStaged('source')
      ? [
          `
  insert into stage_decided (type, id, field)
  select 'source', t.id, 'protection'
  from stage_source s
  join source t on t.id = s.id
  where array_position(${levels}, s.protection) < array_position(${levels}, t.protection)`,
        ]
      : []),
  ];
}
