import { normalizeForComparisonSql } from '../../values/normalize.ts';
import { isRecordTable, type RecordTable } from '../../values/record-types.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';
import { judgedColumns, recordTables, writableTables } from './table-writes.ts';

/*
 * SQL that applies staged rows to the tables of the ledger. `s` is a staged row, `t` a row of the
 * ledger, `d` a record in `stage_resolved`. `exact` says whether a difference in letter case or
 * spacing is a change.
 */

/** The record that the rows of a table belong to. */
interface Owner {
  /** Its id, by the alias of the row. */
  id(alias: string): string;
  /** Its type, if all rows belong to records of one type. */
  type?: RecordTable | undefined;
}

export function ownerOf({ table, columns }: StagedTable): Owner | undefined {
  if (isRecordTable(table)) return { id: (alias) => `${alias}.id` };
  if (table === 'name' || table === 'external_id') {
    const owners = recordTables.map((type) => `${type}_id`).filter((each) => columns.has(each));
    return {
      id: (alias) =>
        `coalesce(${[...owners.map((each) => `${alias}.${each}`), 'null'].join(', ')})`,
    };
  }
  const declaration = writableTables.find((each) => each.table === table);
  if (!declaration || !('owner' in declaration)) return undefined;
  const { owner } = declaration;
  return {
    id: (alias) => `${alias}.${owner}`,
    type: recordTables.find((type) => owner === `${type}_id`),
  };
}

export const sameKey = ({ key }: StagedTable): string =>
  key.map((column) => `s.${quoteIdentifier(column)} = t.${quoteIdentifier(column)}`).join(' and ');

/** Deletes the staged rows of records that this batch must not change. */
export const deleteSkippedRows = (tables: readonly StagedTable[]): string =>
  tables
    .flatMap((table) => {
      const owner = ownerOf(table);
      if (!owner) return [];
      return `
  delete from stage_${table.table} s
  using stage_skip k
  where ${owner.id('s')} = k.id;`;
    })
    .join('\n');

/** Deletes rows that are no longer in a list which is replaced, dependent rows first. */
export const deleteRemovedRows = (tables: readonly StagedTable[]): string =>
  tables
    .filter(({ write }) => write.existing === 'replace')
    .map(
      (table) => `
  delete from ${table.table} t
  using stage_resolved d
  where ${isRemoved(table)};`,
    )
    .reverse()
    .join('\n');

/**
 * The condition that a row `t` of a list is removed, with the record `d` that it belongs to. Only
 * lists of records that are staged themselves are replaced: only those are known to be complete.
 */
export function isRemoved(table: StagedTable): string {
  const owner = ownerOf(table);
  if (!owner) throw new Error(`${table.table} is not a list of a record, so it cannot be replaced`);
  const isOwnerStaged = owner.type
    ? `select from stage_${owner.type} o where o.id = ${owner.id('t')}`
    : 'select from stage_record o where o.id = d.id';
  return `not d.is_new and d.real_id = ${owner.id('t')}
    and d.type = ${owner.type ? `'${owner.type}'` : 'd.type'}
    and exists (${isOwnerStaged})
    and not exists (select from stage_${table.table} s where ${sameKey(table)})`;
}

/**
 * Updates existing rows where the file says something else. The report of a claim is not compared
 * here, see `move-reports.ts`.
 */
export function updateChangedRows(table: StagedTable, exact: boolean): string {
  const changes = [...changeConditions(table, exact)];
  if (changes.length === 0) return '';
  const set = changes.map(([column, isChanged]) => {
    const name = quoteIdentifier(column);
    return `${name} = case when ${isChanged} then s.${name} else t.${name} end`;
  });
  return `
  update ${table.table} t
  set
    ${set.join(',\n    ')}
  from stage_${table.table} s
  where ${sameKey(table)}
    and (
      ${changes.map(([, isChanged]) => isChanged).join('\n      or ')}
    );`;
}

/** By column that an import may change: the condition that it changes the column of a row. */
export function changeConditions(table: StagedTable, exact: boolean): Map<string, string> {
  const { existing, fixed = [] } = table.write;
  const conditions = differences(table, exact);
  for (const column of fixed) conditions.delete(column);
  if (existing === 'complete')
    for (const column of conditions.keys()) {
      const name = quoteIdentifier(column);
      conditions.set(column, `(t.${name} is null and s.${name} is not null)`);
    }
  return conditions;
}

/**
 * By column that a file describes: the condition that it says something else than the row. This
 * includes what the import only writes once, because a person may have decided otherwise.
 */
export function differences(table: StagedTable, exact: boolean): Map<string, string> {
  const { existing, revised = [] } = table.write;
  if (existing === 'add' || (existing === 'keep' && revised.length === 0)) return new Map();
  const unchanging = new Set([
    ...table.key,
    ...(exact || !isRecordTable(table.table) ? [] : (judgedColumns[table.table] ?? [])),
    ...(exact || table.table !== 'claim' ? [] : ['report_id']),
  ]);
  const columns = [...table.columns].filter(
    ([column]) => !unchanging.has(column) && (existing !== 'keep' || revised.includes(column)),
  );
  return new Map(
    columns.map(([column, type]) => {
      const name = quoteIdentifier(column);
      const [staged, current] = [`s.${name}`, `t.${name}`];
      const differs = isDifferent(staged, current, type, exact);
      const isOptional = existing === 'revise' || existing === 'complete';
      return [column, isOptional ? `(${staged} is not null and ${differs})` : differs];
    }),
  );
}

function isDifferent(staged: string, current: string, type: string, exact: boolean): string {
  const isDistinct = `${staged} is distinct from ${current}`;
  if (type !== 'text' || exact) return isDistinct;
  const [one, other] = [staged, current].map(normalizeForComparisonSql);
  return `(${isDistinct} and ${one} is distinct from ${other})`;
}

/**
 * Inserts rows whose key does not exist yet. No other write runs meanwhile, so only rows with a
 * further key can collide: looking for collisions doubles the time that an insert takes.
 */
export function insertMissingRows(table: StagedTable): string {
  const owner = ownerOf(table);
  const { existing } = table.write;
  if (table.table === 'name' && existing === 'add' && owner)
    return insertMissingNames(table, owner);
  const columns = [...table.columns.keys()].map(quoteIdentifier);
  const key = table.key.map((column) => `s.${quoteIdentifier(column)}`).join(', ');
  return `
  insert into ${table.table} (${columns.join(', ')})
  select distinct on (${key}) ${columns.map((column) => `s.${column}`).join(', ')}
  from stage_${table.table} s
  where not exists (select from ${table.table} t where ${sameKey(table)})
    and ${isMissing(table)}
  order by ${key}${table.hasOtherKeys ? '\n  on conflict do nothing' : ''};`;
}

/**
 * The condition that a staged row whose key does not exist yet is inserted: lists that are kept
 * only get rows of new records, and a name that a record has in another letter case or spacing is
 * not added to it.
 */
export function isMissing(table: StagedTable): string {
  const owner = ownerOf(table);
  const { existing } = table.write;
  if (!owner || isRecordTable(table.table)) return 'true';
  if (existing === 'keep')
    return `exists (
      select from stage_resolved d where d.is_new and d.real_id = ${owner.id('s')}
    )`;
  if (existing !== 'add' || table.table !== 'name') return 'true';
  const [staged, stored] = ['s.text', 'n.text'].map(normalizeForComparisonSql);
  return `not exists (
    select from name n
    where ${owner.id('n')} = ${owner.id('s')} and ${stored} = ${staged}
  )`;
}

/** Inserts names that a record does not have yet, after the names that it has. */
function insertMissingNames(table: StagedTable, owner: Owner): string {
  const { columns } = table;
  const values = [...columns.keys()].map((column) =>
    column === 'position'
      ? `coalesce(o.next_position, 0)
      + row_number() over (partition by ${owner.id('s')} order by s.position) - 1`
      : `s.${quoteIdentifier(column)}`,
  );
  const normalized = (alias: string) => normalizeForComparisonSql(`${alias}.text`);
  return `
  insert into name (${[...columns.keys()].map(quoteIdentifier).join(', ')})
  select
    ${values.join(',\n    ')}
  from (
    select distinct on (${owner.id('n')}, ${normalized('n')}) n.*
    from stage_name n
    order by ${owner.id('n')}, ${normalized('n')}, n.position
  ) s
  left join (
    select ${owner.id('p')} as id, max(p.position) + 1 as next_position
    from name p
    group by 1
  ) o on o.id = ${owner.id('s')}
  where ${isMissing(table)}
  on conflict do nothing;`;
}

/** Fails if a staged row did not get into the ledger because it collided with another record's. */
export const assertNothingLost = (table: StagedTable): string => `
  do $$ begin
    if exists (
      select from stage_${table.table} s
      where not exists (select from ${table.table} t where ${sameKey(table)})
    ) then
      raise exception 'Another record already has this ${table.table.replaceAll('_', ' ')}.'
        using errcode = '23505';
    end if;
  end $$;`;
