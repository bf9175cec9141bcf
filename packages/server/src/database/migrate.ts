import { createHash } from 'node:crypto';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { allowLongStatements } from '../compiler/raw-bytes-client.ts';
import { recordedEntities } from '../domains.ts';
import { type HistorySpec, historySpecOf } from '../history/registry.ts';
import { indexes } from './indexes.ts';
import { explainMigrationError } from './migration-errors.ts';
import { logLock, routineFunctions, routineTriggers, secureFunctions } from './routines/index.ts';
import { insertRowsFunction } from './routines/insert-rows.ts';

/**
 * Brings a database to the current version, in one transaction: first functions, because the
 * defaults of new tables call them; then migrations; then history tables, triggers and indexes,
 * which TypeORM cannot describe. Servers that start at the same time wait for each other.
 *
 * @throws {StartError} this user may not do that, or the database is not ours.
 */
export async function migrate(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  const forbidLongStatements = allowLongStatements(await runner.connect());
  try {
    await runner.startTransaction();
    await runner.query('set local statement_timeout = 0; set local lock_timeout = 0');
    await runner.query('select pg_advisory_xact_lock($1)', [logLock]);
    const installation = currentInstallation(database);
    const isStale = (await installedStamp(runner)) !== installation.stamp;
    if (isStale) await runner.query(routineFunctions());
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = 'none';
    const completed = await executor.executePendingMigrations();
    if (isStale || completed.length > 0) await install(runner, installation);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw explainMigrationError(error);
  } finally {
    forbidLongStatements();
    await runner.release();
  }
}

/**
 * Whether a database is at the current version, so that {@link migrate} would do nothing. Only
 * reads.
 */
export async function isCurrent(runner: QueryRunner): Promise<boolean> {
  if ((await installedStamp(runner)) !== currentInstallation(runner.dataSource).stamp) return false;
  const rows: { name: string }[] = await runner.query('select name from migrations');
  const completed = new Set(rows.map(({ name }) => name));
  return migrationNames(runner.dataSource).every((name) => completed.has(name));
}

/** The migrations of this version, in the order in which they run. */
export const migrationNames = ({ migrations }: DataSource): string[] =>
  migrations.map((each) => each.name ?? each.constructor.name);

/**
 * Makes the tables of a ledger at the level of some migrations in an empty database, fills them,
 * and brings them to the current version. Triggers are installed at the end, so `fill` writes rows
 * as they are. It runs in the transaction of the runner.
 */
export async function migrateAround(
  runner: QueryRunner,
  level: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const installation = currentInstallation(runner.dataSource);
  await runner.query(routineFunctions());
  const executor = new MigrationExecutor(runner.dataSource, runner);
  executor.transaction = 'none';
  for (const migration of await executor.getPendingMigrations())
    if (level.includes(migration.name)) await executor.executeMigration(migration);
  await fill();
  await executor.executePendingMigrations();
  await install(runner, installation);
}

/** Everything that is installed beside the tables. `stamp` changes with any of it. */
interface Installation {
  histories: readonly HistorySpec[];
  insertRows: string;
  stamp: string;
}

/** The tables with a history, and how the log calls their rows. */
export const historySpecs = (database: DataSource): HistorySpec[] =>
  recordedEntities.map((entity) => historySpecOf(database.getMetadata(entity)));

/** Routines are reinstalled when their text, or the arguments of `install_history`, changed. */
export function currentInstallation(database: DataSource): Installation {
  const histories = historySpecs(database);
  const insertRows = insertRowsFunction(database);
  const stamp = createHash('sha256')
    .update(JSON.stringify([routineFunctions(), histories, insertRows, routineTriggers(), indexes]))
    .digest('hex');
  return { stamp, histories, insertRows };
}

/**
 * Installs all but functions and tables. Exported for tests that build tables from the entities.
 */
export async function install(
  runner: QueryRunner,
  { histories, insertRows, stamp }: Installation,
): Promise<void> {
  for (const { table, owners, columns } of histories) {
    await runner.query('select install_history($1, $2, $3)', [
      table,
      JSON.stringify(owners),
      JSON.stringify(columns),
    ]);
  }
  await runner.query('select install_commitments()');
  await runner.query(insertRows);
  await runner.query(secureFunctions());
  await runner.query(routineTriggers());
  await runner.query(indexes);
  await runner.query('create table if not exists routines (stamp text not null)');
  await runner.query('delete from routines');
  await runner.query('insert into routines values ($1)', [stamp]);
}

async function installedStamp(runner: QueryRunner): Promise<string | undefined> {
  const [{ exists }] = await runner.query(`select to_regclass('routines') is not null as exists`);
  return exists ? (await runner.query('select stamp from routines'))[0]?.stamp : undefined;
}
