import type pg from 'pg';
import { landings, type Table, type Writes } from './writes.ts';

/** What the database itself knows of a table. */
export interface Shape {
  table: Table;
  key: string[];
  /** Column → type, those that are staged. */
  columns: Map<string, string>;
  /** Column → the table that it names a row of. */
  refs: Map<string, string>;
}

const catalogue = `
select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
  coalesce(array_position(p.conkey, a.attnum), 0) as key,
  (select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as refs
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
where c.oid = any ($1::text[]::regclass[]) order by c.relname, a.attnum`;

/** The tables that a format writes, in the order in which rows come in. */
export async function shapesOf(client: pg.ClientBase, writes: Writes): Promise<Shape[]> {
  const tables = landings.map(({ table }) => table).filter((table) => writes[table]);
  const { rows } = await client.query(catalogue, [tables]);
  return tables.map((table) => {
    const mine = rows.filter((row) => row.table === table);
    const staged = mine.filter((row) => writes[table]!.columns.includes(row.column));
    const unknown = writes[table]!.columns.filter(
      (name) => !mine.some((row) => row.column === name),
    );
    if (unknown.length > 0) throw new Error(`${table} has no column ${unknown.join(', ')}`);
    return {
      table,
      key: mine
        .filter((row) => row.key > 0)
        .sort((one, other) => one.key - other.key)
        .map((row) => row.column),
      columns: new Map(staged.map((row) => [row.column, row.type])),
      refs: new Map(staged.filter((row) => row.refs).map((row) => [row.column, row.refs])),
    };
  });
}

/** Makes the staging tables of a session: as the tables themselves, without their constraints. They are empty again after each transaction. */
export async function makeStages(client: pg.ClientBase, shapes: readonly Shape[]): Promise<void> {
  const stages = shapes.map(
    ({ table, columns }) =>
      `create temp table stage_${table} on commit delete rows as select ${[...columns.keys()].map(quoted).join(', ')} from ${table} with no data;`,
  );
  await client.query(`
    drop table if exists ${['record', 'row', 'resolved', 'skip', ...landings.map(({ table }) => table)].map((name) => `stage_${name}`).join(', ')};
    ${stages.join('\n')}
    create temp table stage_record (type text, id uuid, system text, value text, external boolean, optional boolean, name text, kind text, country text, admin1 text,
      admin2 text, lat float8, lon float8, unclear text) on commit delete rows;
    create temp table stage_row (type text, record_id uuid, line int, raw text, fingerprint text) on commit delete rows;
    create temp table stage_resolved (type text, id uuid, real_id uuid, how text, detail text, is_new boolean) on commit delete rows;
    create temp table stage_skip (id uuid, why text) on commit delete rows;
    create temp table if not exists import_seen (id uuid primary key);
    truncate import_seen`);
}

export const quoted = (name: string): string => `"${name}"`;
