import { normalizeForComparisonSql } from '../normalize.ts';
import { sameKey } from './apply-rows.ts';
import type { OwnedTable } from './owned-tables.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';
import { isRecordTable } from './table-writes.ts';

/** A staged table whose rows are in a list of records of one type. */
interface StagedList extends OwnedTable {
  staged: StagedTable;
}

/** Rows as a JSON value that `field_value` and the review list have. */
const apiList = ({ table, type }: OwnedTable, rows: string): string =>
  `api_list('${table}', '${type.toUpperCase()}', array(select to_jsonb(r) from (${rows}) r))`;

const columnsOf = ({ columns }: StagedTable): string =>
  [...columns.keys()].map(quoteIdentifier).join(', ');

/** Puts the rows of decided lists into the staging tables, in place of the rows of the file. */
export function keepLists(
  tables: readonly StagedTable[],
  owned: readonly OwnedTable[],
  exact: boolean,
): string[] {
  const lists = new Map<string, StagedList[]>();
  for (const staged of tables.filter(({ write }) => write.existing === 'replace'))
    for (const each of owned.filter(({ table, list }) => table === staged.table && list)) {
      const key = `${each.type} ${each.list}`;
      lists.set(key, [...(lists.get(key) ?? []), { ...each, staged }]);
    }
  return [...lists.values()].flatMap((parts) => [
    ...(tables.some(({ table }) => table === parts[0]?.type)
      ? [insertListConflicts(parts, exact)]
      : []),
    ...parts.flatMap(restoreRows),
  ]);
}

function insertListConflicts(parts: readonly StagedList[], exact: boolean): string {
  const [{ type, list }] = parts as [StagedList];
  const rowsOf = (part: StagedList, from: string) =>
    `select ${columnsOf(part.staged)} from ${from} where ${part.owner} = o.id`;
  const present = parts.map((part) => apiList(part, rowsOf(part, part.table))).join(' || ');
  const file = parts.map((part) => apiList(part, rowsOf(part, `stage_${part.table}`))).join(' || ');
  const fileRows = parts.map(
    (part) => `jsonb_build_object('table', '${part.table}', 'owner', '${part.owner}', 'rows', (
        select coalesce(jsonb_agg(to_jsonb(r)), '[]')
        from (${rowsOf(part, `stage_${part.table}`)}) r))`,
  );
  const [one, other] = exact
    ? ['v.present', 'v.file']
    : ['v.present::text', 'v.file::text'].map(normalizeForComparisonSql);
  return `
  insert into stage_conflict (type, id, field, value, file_value, rows)
  select '${type}', o.id, '${list}', field_value('${type.toUpperCase()}', o.id, '${list}'), v.file,
    jsonb_build_object('mode', 'REPLACE', 'tables', jsonb_build_array(${fileRows.join(', ')}))
  from (select distinct id from stage_decided where type = '${type}' and field = '${list}') o
  cross join lateral (select ${present} as present, ${file} as file) v
  where exists (select from stage_${type} s where s.id = o.id) and ${one} <> ${other}`;
}

function restoreRows({ table, type, list, owner, staged }: StagedList): string[] {
  const isDecided = (alias: string) => `${alias}.${owner} in (
    select o.id from stage_decided o where o.type = '${type}' and o.field = '${list}'
  )`;
  const columns = columnsOf(staged);
  return [
    `delete from stage_${table} s where ${isDecided('s')}`,
    `insert into stage_${table} (${columns})
  select ${columns} from ${table} t where ${isDecided('t')}`,
  ];
}

/** What makes two rows of a list that is only added to the same row. */
function identityOf(staged: StagedTable, owner: string): string {
  const [one, other] = ['s.text', 't.text'].map(normalizeForComparisonSql);
  if (staged.table === 'name') return `t.${owner} = s.${owner} and ${one} = ${other}`;
  if (staged.table === 'external_id')
    return `t.${owner} = s.${owner} and t.system = s.system and t.value = s.value`;
  return sameKey(staged);
}

const isRemoved = (table: string, identity: string, format: string): string => `
  not exists (select from ${table} t where ${identity})
  and exists (
    select from ${table}_history t
    join write_log w on w.at = t.valid_to
    where ${identity} and not follows_file(w.action, '${format}')
  )`;

const insertAddConflicts = ({ type, list, owner, table }: OwnedTable, removed: string) => `
  with removed as (${removed})
  insert into stage_conflict (type, id, field, value, file_value, rows)
  select '${type}', r.${owner}, '${list}', field_value('${type.toUpperCase()}', r.${owner}, '${list}'),
    api_list('${table}', '${type.toUpperCase()}', array_agg(to_jsonb(r))),
    jsonb_build_object('mode', 'ADD', 'tables', jsonb_build_array(jsonb_build_object(
      'table', '${table}', 'owner', '${owner}', 'rows', jsonb_agg(to_jsonb(r)))))
  from removed r
  group by r.${owner}`;

/** Leaves out rows that an import would add again although a person removed or renamed them. */
export function keepRemoved(
  tables: readonly StagedTable[],
  owned: readonly OwnedTable[],
  format: string,
): string[] {
  const added = tables.filter(
    ({ table, write }) => write.existing === 'add' && table !== 'import_match',
  );
  return [
    ...added.flatMap((staged) =>
      owned
        .filter(({ table, owner }) => table === staged.table && staged.columns.has(owner))
        .map((each) =>
          insertAddConflicts(
            each,
            `delete from stage_${each.table} s
    where s.${each.owner} is not null and ${isRemoved(each.table, identityOf(staged, each.owner), format)}
    returning s.*`,
          ),
        ),
    ),
    ...owned
      .filter(({ table }) => table === 'external_id')
      .map((each) => keepRemovedKey(each, format)),
  ];
}

/** The same for the external ids that are the keys of staged records. */
function keepRemovedKey(each: OwnedTable, format: string): string {
  const identity = `t.${each.owner} = d.real_id and t.system = s.system and t.value = s.value`;
  return insertAddConflicts(
    each,
    `
    update stage_record s
    set external = false
    from stage_resolved d
    where d.type = s.type and d.id = s.id and s.type = '${each.type}' and s.external
      and not s.optional and d.real_id in (select p.id from stage_person p)
      and ${isRemoved('external_id', identity, format)}
    returning s.id, s.system, s.value, d.real_id as ${each.owner}`,
  );
}

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
  from stage_${table} s
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
