import { normalizeForComparisonSql } from '../../values/normalize.ts';
import type { OwnedTable } from './owned-tables.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

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
