import type pg from 'pg';
import {
  judgementLists,
  type TableWrite,
  type TableWrites,
  type WritableTable,
  writableTables,
} from './table-writes.ts';

/** A table of the ledger that a format stages rows for; they are staged in `stage_<table>`. */
export interface StagedTable {
  table: WritableTable;
  write: TableWrite;
  /** The columns of the primary key, in order. */
  key: string[];
  /** Whether rows with different primary keys may collide. */
  hasOtherKeys: boolean;
  /** The staged columns with their types. */
  columns: Map<string, string>;
  /** Staged columns with a foreign key, and the table that each refers to. */
  references: Map<string, string>;
}

const selectColumns = `
  select
    c.relname as "table",
    a.attname as "column",
    format_type(a.atttypid, null) as type,
    coalesce(array_position(p.conkey, a.attnum), 0) as key,
    exists (
      select from pg_index i where i.indrelid = c.oid and i.indisunique and not i.indisprimary
    ) as "hasOtherKeys",
    (
      select f.confrelid::regclass::text
      from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
      limit 1
    ) as reference
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
  where c.oid = any ($1::text[]::regclass[])
  order by c.relname, a.attnum`;

/** The tables that a format writes, in the order in which their rows are inserted. */
export async function stagedTablesOf(
  client: pg.ClientBase,
  writes: TableWrites,
): Promise<StagedTable[]> {
  const tables = writableTables.map(({ table }) => table).filter((table) => writes[table]);
  const { rows } = await client.query(selectColumns, [tables]);
  return tables.flatMap((table) => {
    const declared = writes[table];
    if (!declared) return [];
    const write = judgementLists.includes(table)
      ? { ...declared, existing: 'add' as const }
      : declared;
    const all = rows.filter((row) => row.table === table);
    const unknown = write.columns.filter((name) => !all.some((row) => row.column === name));
    if (unknown.length > 0) throw new Error(`${table} has no column ${unknown.join(', ')}`);
    const staged = all.filter((row) => write.columns.includes(row.column));
    return {
      table,
      write,
      key: all
        .filter((row) => row.key > 0)
        .sort((one, other) => one.key - other.key)
        .map((row) => row.column),
      hasOtherKeys: all.some((row) => row.hasOtherKeys),
      columns: new Map(staged.map((row) => [row.column, row.type])),
      references: new Map(
        staged.filter((row) => row.reference).map((row) => [row.column, row.reference]),
      ),
    };
  });
}

/** The staging tables that serve all formats, without their prefix. */
const sharedStages = [
  ...['record', 'row', 'hierarchy', 'place', 'match', 'resolved', 'skip', 'needed'],
  ...['person', 'decided', 'conflict'],
];

/**
 * Creates them: what each record is, what becomes of it, and what people decided about it.
 */
const createRecordStages = `
  create temp table stage_record (
    type text, id uuid, system text, value text, external boolean, optional boolean,
    name text, kind text, country text, admin1 text, admin2 text, lat float8, lon float8,
    redacted boolean, line int, unclear text
  ) on commit delete rows;
  create temp table stage_row (
    type text, record_id uuid, line int, raw text, fingerprint text
  ) on commit delete rows;
  create temp table stage_hierarchy (
    id uuid, system text, code text, parent_code text, country_id uuid
  ) on commit delete rows;
  create temp table stage_resolved (
    type text, id uuid, real_id uuid, how text, detail text, is_new boolean
  ) on commit delete rows;
  create temp table stage_place (
    row_id bigint, id uuid, name text, names text[], kinds text[], lat float8, lon float8,
    inside text[], area_id uuid, part_kind text, part_id uuid, not_system text,
    of_system text, not_id uuid
  ) on commit delete rows;
  create temp table stage_match (
    row_id bigint, location_id uuid, name_id uuid, rule text, score real, km real, verdict text
  ) on commit delete rows;
  create temp table stage_skip (id uuid, why text) on commit delete rows;
  create temp table stage_needed (id uuid) on commit delete rows;
  create temp table stage_person (type text, id uuid, is_skipped boolean) on commit delete rows;
  create temp table stage_decided (type text, id uuid, field text) on commit delete rows;
  create temp table stage_conflict (
    type text, id uuid, field text, value jsonb, file_value jsonb, rows jsonb
  ) on commit delete rows;
  create temp table if not exists import_seen (id uuid primary key);
  truncate import_seen`;

/**
 * Creates the staging tables of a session. They have the columns of the ledger's tables without
 * their constraints, and are emptied at the end of each transaction.
 */
export async function createStagingTables(
  client: pg.ClientBase,
  tables: readonly StagedTable[],
): Promise<void> {
  const everyStage = [...sharedStages, ...writableTables.map(({ table }) => table)].map(
    (name) => `stage_${name}`,
  );
  const createStages = tables.map(
    ({ table, columns }) => `
  create temp table stage_${table} on commit delete rows as
  select ${[...columns.keys()].map(quoteIdentifier).join(', ')} from ${table}
  with no data;
  alter table stage_${table} add column source_row int;`,
  );
  await client.query(`
  drop table if exists ${everyStage.join(', ')};
  ${createStages.join('')}
  ${createRecordStages}`);
}

/** Empties the staging tables within a transaction, before the next part of a batch. */
export const truncateStagingTables = (tables: readonly StagedTable[]): string => `
  truncate ${tables.map(({ table }) => `stage_${table}, `).join('')}
    ${sharedStages.map((name) => `stage_${name}`).join(', ')}`;

export const quoteIdentifier = (name: string): string => `"${name}"`;
