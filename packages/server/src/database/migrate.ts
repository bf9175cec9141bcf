import { createHash } from 'node:crypto';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { recordedEntities } from '../domains.ts';
import { type HistorySpec, historySpecOf } from '../history/registry.ts';
import { indexes } from './indexes.ts';
import { functions, logLock, triggers } from './routines/index.ts';
import { StartError } from './start-error.ts';

const oldest = 15;

/**
 * Brings a database to today's form, all or nothing: functions first, since tables default to them; then the tables, by migrations;
 * then what TypeORM cannot say: histories, triggers, indexes over expressions. Servers that start at once wait for each other.
 */
export async function migrate(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  await runner.connect();
  try {
    await supported(runner);
    await runner.startTransaction();
    await runner.query('set local statement_timeout = 0; set local lock_timeout = 0');
    await runner.query('select pg_advisory_xact_lock($1)', [logLock]);
    const routines = routinesOf(database);
    const stale = (await stamp(runner)) !== routines.stamp;
    if (stale) await runner.query(functions);
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = 'none';
    const ran = await executor.executePendingMigrations();
    if (stale || ran.length > 0) await routines.install(runner);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Whether a database is of today's form: nothing is left for {@link migrate} to do. It only reads. */
export async function isCurrent(runner: QueryRunner): Promise<boolean> {
  const { migrations } = runner.dataSource;
  if ((await stamp(runner)) !== routinesOf(runner.dataSource).stamp) return false;
  const ran: { name: string }[] = await runner.query('select name from migrations');
  const names = new Set(ran.map(({ name }) => name));
  return migrations.every((migration) => names.has(migration.name ?? migration.constructor.name));
}

async function supported(runner: QueryRunner): Promise<void> {
  const [{ version }] = await runner.query(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  if (version < oldest)
    throw new StartError(`This is PostgreSQL ${version}; Claimgraph needs ${oldest} or newer.`);
}

/** Routines are replaced whole whenever their text, or what histories are told, has changed. */
function routinesOf(database: DataSource) {
  const kept = recordedEntities.map((entity) => historySpecOf(database.getMetadata(entity)));
  const stamp = createHash('sha256')
    .update(JSON.stringify([functions, kept, triggers, indexes]))
    .digest('hex');
  return { stamp, install: (runner: QueryRunner) => install(runner, kept, stamp) };
}

/** Everything beside the tables; for tests too, which build tables from the entities. */
export async function install(
  runner: QueryRunner,
  kept: readonly HistorySpec[],
  stamp: string,
): Promise<void> {
  for (const { table, owners, columns } of kept) {
    await runner.query('select keep_history($1, $2, $3)', [
      table,
      JSON.stringify(owners),
      JSON.stringify(columns),
    ]);
  }
  await runner.query(triggers);
  await runner.query(indexes);
  await runner.query('create table if not exists routines (stamp text not null)');
  await runner.query('delete from routines');
  await runner.query('insert into routines values ($1)', [stamp]);
}

async function stamp(runner: QueryRunner): Promise<string | undefined> {
  const [{ there }] = await runner.query(`select to_regclass('routines') is not null as there`);
  return there ? (await runner.query('select stamp from routines'))[0]?.stamp : undefined;
}
