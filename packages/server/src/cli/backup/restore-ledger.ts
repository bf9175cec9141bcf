import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import { addressOf } from '../../database/connect.ts';
import { migrateAround, migrationNames } from '../../database/migrate.ts';
import { logLock } from '../../database/routines/index.ts';
import { type BackedUpTable, type BackupHeader, BackupRefused } from './backup-format.ts';
import { clearEmptyLedger } from './empty-ledger.ts';
import { copyTarget, ledgerTables, quoted } from './ledger-tables.ts';
import type { BackupReader } from './read-backup.ts';

/**
 * Restores a backup into an empty database, in the transaction of the runner: makes the tables of
 * the version that the backup is from, fills them, and brings them to this version.
 *
 * @returns the number of rows.
 * @throws BackupRefused, and UserError if the database is not empty. Roll back then.
 */
export async function restoreLedger(
  runner: QueryRunner,
  url: string,
  header: BackupHeader,
  backup: BackupReader,
): Promise<number> {
  const names = migrationNames(runner.dataSource);
  const unknown = header.migrations.find((name) => !names.includes(name));
  if (unknown)
    throw new BackupRefused(
      `it is from a newer version, with the migration ${unknown}. Use Claimgraph ${header.product}`,
    );
  await runner.query('select pg_advisory_xact_lock($1)', [logLock]);
  await clearEmptyLedger(runner, addressOf(url));
  let rows = 0;
  await migrateAround(runner, header.migrations, async () => {
    await makeHistoryTables(runner, header.tables);
    const tables = await ledgerTables(runner);
    compareColumns(header.tables, tables);
    const isOurs = ({ name }: BackedUpTable) => tables.some((table) => table.name === name);
    const addForeignKeys = await dropForeignKeys(runner);
    await runner.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
    const client = await runner.connect();
    rows = await backup.readTables(header, async (table, pieces) => {
      if (!isOurs(table)) return skip(table, pieces);
      const copy = client.query(from(`copy ${copyTarget(table)} from stdin`));
      await pipeline(Readable.from(pieces), copy).catch(refuseRows(table.name));
    });
    for (const { table, column, value, isCalled } of header.sequences)
      if (isOurs({ name: table, columns: [] }))
        await runner.query('select setval(pg_get_serial_sequence($1, $2), $3, $4)', [
          quoted(table),
          column,
          value,
          isCalled,
        ]);
    await addForeignKeys();
  });
  // The planner knows nothing about the new rows yet.
  await runner.query('analyze');
  return rows;
}

/** Installed history tables come last, but their rows are in the backup. */
async function makeHistoryTables(
  runner: QueryRunner,
  tables: readonly BackedUpTable[],
): Promise<void> {
  const made = await ledgerTables(runner);
  for (const { name } of made)
    if (tables.some((table) => table.name === `${name}_history`))
      await runner.query('select align_history_table($1)', [name]);
}

/** A table that no migration makes is another program's, in the same database. */
async function skip({ name }: BackedUpTable, pieces: AsyncIterable<Buffer>): Promise<void> {
  console.error(`Left out: ${name}, which is not a table of Claimgraph.`);
  for await (const _piece of pieces);
}

/** The tables that were made, and all their columns, must be those of the backup. */
function compareColumns(backedUp: readonly BackedUpTable[], made: readonly BackedUpTable[]): void {
  const columnsOf = (tables: readonly BackedUpTable[]) =>
    tables
      .filter(({ name }) => made.some((table) => table.name === name))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`));
  const [before, after] = [columnsOf(backedUp), columnsOf(made)];
  const missing = after.find((column) => !before.includes(column));
  if (missing) throw new BackupRefused(`it lacks ${missing}`);
  const surplus = before.find((column) => !after.includes(column));
  if (surplus) throw new BackupRefused(`its version has no ${surplus}`);
  if (new Set(before).size < before.length) throw new BackupRefused('it has a table twice');
}

/**
 * Drops the foreign keys, so that tables can be filled in any order. Returns what adds them again,
 * which checks all rows at once.
 */
async function dropForeignKeys(runner: QueryRunner): Promise<() => Promise<void>> {
  const keys: { table: string; name: string; definition: string }[] = await runner.query(
    `select conrelid::regclass::text as table, quote_ident(conname) as name,
       pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace
     order by conrelid::regclass::text, conname`,
  );
  for (const { table, name } of keys)
    await runner.query(`alter table ${table} drop constraint ${name}`);
  return async () => {
    for (const { table, name, definition } of keys)
      await runner
        .query(`alter table ${table} add constraint ${name} ${definition}`)
        .catch(refuseRows(table));
  };
}

/** PostgreSQL refuses values (22…) and combinations of them (23…). The file has them. */
const refuseRows =
  (table: string) =>
  (error: unknown): never => {
    const { code } = Object(Object(error).driverError ?? error);
    if (!/^2[23]/.test(code ?? '')) throw error;
    throw new BackupRefused(`PostgreSQL refuses the rows of ${table} (error ${code})`);
  };
