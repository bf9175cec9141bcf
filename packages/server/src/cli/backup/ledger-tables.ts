import type { QueryRunner } from 'typeorm';
import type { BackedUpTable, BackupHeader } from './backup-format.ts';

/**
 * Tables that describe the installation, not the ledger: a restore makes them itself. `touched` and
 * `scrubbed` count during a write only.
 */
export const installationTables = [
  'migrations',
  'routines',
  'scrubbed',
  'touched',
  'typeorm_metadata',
];

/**
 * The tables of the ledger, by name, with the columns that have values of their own. They are read
 * from the database, so that a database of an older version can be backed up, too.
 */
export const ledgerTables = (runner: QueryRunner): Promise<BackedUpTable[]> =>
  runner.query(
    `select c.relname as name, (
       select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     ) as columns
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and c.relname <> all ($1)
     order by c.relname collate "C"`,
    [installationTables],
  );

/** The sequences of these tables, by the column that they number, with their values. */
export async function ledgerSequences(
  runner: QueryRunner,
  tables: readonly BackedUpTable[],
): Promise<BackupHeader['sequences']> {
  const owned: { sequence: string; table: string; column: string }[] = await runner.query(
    `select s.oid::regclass::text as sequence, c.relname as table, a.attname as column
     from pg_class s
     join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid
       and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     join pg_class c on c.oid = d.refobjid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace
       and c.relname = any ($1)
     order by c.relname collate "C", a.attnum`,
    [tables.map(({ name }) => name)],
  );
  const sequences = [];
  for (const { sequence, table, column } of owned) {
    const [{ value, isCalled }] = await runner.query(
      `select last_value::text as value, is_called as "isCalled" from ${sequence}`,
    );
    sequences.push({ table, column, value, isCalled });
  }
  return sequences;
}

/** The name of a table or column as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table with its columns, for COPY. */
export const copyTarget = ({ name, columns }: BackedUpTable): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`;
