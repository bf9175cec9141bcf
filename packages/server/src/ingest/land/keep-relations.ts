import { isRecordTable } from '../../values/record-types.ts';
import type { OwnedTable } from './owned-tables.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

/** Tables whose rows are read from lines of their own: links, relations, affiliations. */
export function keepRelations(
  tables: readonly StagedTable[],
  owned: readonly OwnedTable[],
  format: string,
): string[] {
  return tables
    .filter(
      ({ table, write, key }) =>
        write.existing === 'update' && key.join() === 'id' && !isRecordTable(table),
    )
    .flatMap((staged) => {
      const each = owned.find(({ table, list }) => table === staged.table && list);
      if (!each) return [];
      const { table, type, owner, list, columns } = each;
      const names = [...staged.columns.keys()].map(quoteIdentifier);
      const isDecided = `
    s.id = t.id and exists (
      select from write_log w where w.at = t.valid_from and not follows_file(w.action, '${format}')
    )`;
      return [
        `
  insert into stage_conflict (type, id, field, value, file_value, rows)
  select '${type}', t.${owner}, '${list}.${columns.id?.prefix ?? ''}' || t.id,
    api_row(h.columns, to_jsonb(t)), api_row(h.columns, to_jsonb(s)),
    jsonb_build_object('mode', 'SET', 'tables', jsonb_build_array(jsonb_build_object(
      'table', '${table}', 'owner', '${owner}', 'rows', jsonb_build_array(to_jsonb(s)))))
  from (select ${names.join(', ')} from stage_${table}) s
  join ${table} t on ${isDecided}
  join history_table h on h.table_name = '${table}' and h.owner_column = '${owner}'
  where (${names.map((name) => `s.${name}`).join(', ')})
    is distinct from (${names.map((name) => `t.${name}`).join(', ')})`,
        `
  update stage_${table} s
  set ${names.map((name) => `${name} = t.${name}`).join(', ')}
  from ${table} t
  where ${isDecided}`,
      ];
    });
}
