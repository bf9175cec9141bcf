import { isRecordTable } from '../../values/record-types.ts';
import { differences } from './apply-rows.ts';
import { fieldOf, type OwnedTable } from './owned-tables.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

/** Puts decided columns of records into their staged rows. */
export function keepColumns(
  table: StagedTable,
  owned: readonly OwnedTable[],
  exact: boolean,
): string[] {
  const type = table.table;
  const own = owned.find((each) => each.table === type && each.list === null);
  if (!isRecordTable(type) || !own) return [];
  const fields = new Map<string, string[]>();
  for (const column of table.columns.keys()) {
    const field = fieldOf(own, column);
    if (field && !table.key.includes(column))
      fields.set(field, [...(fields.get(field) ?? []), column]);
  }
  const changes = differences(table, exact);
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
    columns.flatMap((column) => {
      // Claims move to another report after the rest was applied, see move-reports.ts.
      if (type === 'claim' && column === 'report_id' && !exact) return [];
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
