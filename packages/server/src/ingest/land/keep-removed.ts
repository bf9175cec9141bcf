import { normalizeForComparisonSql } from '../../values/normalize.ts';
import { sameKey } from './apply-rows.ts';
import type { OwnedTable } from './owned-tables.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

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
  select
    '${type}', r.${owner}, '${list}',
    field_value('${type.toUpperCase()}', r.${owner}, '${list}'),
    api_list('${table}', '${type.toUpperCase()}', array_agg(to_jsonb(r))),
    jsonb_build_object('mode', 'ADD', 'tables', jsonb_build_array(jsonb_build_object(
      'table', '${table}', 'owner', '${owner}', 'rows', jsonb_agg(to_jsonb(r)))))
  from removed r
  where not exists (select from stage_skip k where k.id = r.${owner})
  group by r.${owner}`;

function keepRemovedRows(staged: StagedTable, each: OwnedTable, format: string): string {
  const identity = identityOf(staged, each.owner);
  const columns = [...staged.columns.keys()].map((column) => `s.${quoteIdentifier(column)}`);
  return insertAddConflicts(
    each,
    `
    delete from stage_${each.table} s
    where s.${each.owner} is not null and ${isRemoved(each.table, identity, format)}
    returning ${columns.join(', ')}`,
  );
}

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
        .map((each) => keepRemovedRows(staged, each, format)),
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
