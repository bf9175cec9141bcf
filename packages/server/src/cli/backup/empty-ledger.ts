import type { QueryRunner } from 'typeorm';
import { derivedTables } from '../../database/derived-tables.ts';
import { UserError } from '../user-error.ts';
import { installationTables, ledgerTables, quoted } from './ledger-tables.ts';

/** What a migrated ledger has before anything is written to it. */
const initialRows: Readonly<Record<string, string>> = {
  history_table: 'true',
  ledger_key: 'true',
  name_synonym: 'built_in',
};

/**
 * Drops the tables of a ledger in which nothing was ever written. Does nothing in a database
 * without tables.
 *
 * @throws UserError if there is anything to lose.
 */
export async function clearEmptyLedger(runner: QueryRunner, address: string): Promise<void> {
  const tables = (await ledgerTables(runner)).map(({ name }) => name);
  const [{ isLedger }] = await runner.query(
    `select to_regclass('migrations') is not null and to_regclass('write_log') is not null
       as "isLedger"`,
  );
  if (!isLedger) {
    if (tables.length > 0)
      throw new UserError(
        `The database at ${address} has tables of another program. Give one that is empty.`,
      );
    return;
  }
  for (const table of tables) {
    const [{ exists }] = await runner.query(
      `select exists (select from ${quoted(table)} where not (${initialRows[table] ?? 'false'}))`,
    );
    if (exists)
      throw new UserError(
        `The ledger at ${address} is not empty (${table} has rows), and a restore replaces ` +
          'nothing. Restore into another one: set CLAIMGRAPH_HOME to a new folder, or ' +
          'DATABASE_URL to a new database.',
      );
  }
  const ours = new Set([
    ...installationTables,
    ...derivedTables,
    ...runner.dataSource.entityMetadatas.flatMap(({ tableName }) => [
      tableName,
      `${tableName}_history`,
    ]),
  ]);
  await runner.query(`drop table if exists ${[...ours].map(quoted).join(', ')} cascade`);
}
