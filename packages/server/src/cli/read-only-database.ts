import type { QueryRunner } from 'typeorm';
import { allowLongStatements } from '../compiler/raw-bytes-client.ts';
import type { Config } from '../config.ts';
import { addressOf, connect } from '../database/connect.ts';
import { isCurrent } from '../database/migrate.ts';
import { StartError } from '../database/start-error.ts';
import { visitEmbedded } from '../database/visit.ts';

/**
 * Runs work in a read-only transaction on the configured database. The embedded PostgreSQL may
 * belong to a running server. Otherwise it runs only for this call.
 *
 * @throws StartError when the database cannot be reached, or needs a migration. This never
 * migrates.
 */
export async function withReadOnlyDatabase<T>(
  { databaseUrl, home }: Config,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const { url, stop } = databaseUrl
    ? { url: databaseUrl, stop: async () => undefined }
    : await visitEmbedded(home);
  try {
    return await inReadOnlyTransaction(url, work);
  } finally {
    await stop();
  }
}

async function inReadOnlyTransaction<T>(
  url: string,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const database = await connect(url);
  const runner = database.createQueryRunner();
  try {
    allowLongStatements(await runner.connect());
    await runner.query('begin isolation level repeatable read read only');
    if (await isCurrent(runner)) return await work(runner);
    throw new StartError(
      `The database at ${addressOf(url)} does not match this version. ` +
        'Start the server on it once (npm start) to migrate it.',
    );
  } finally {
    await runner.query('rollback').catch(() => undefined);
    await runner.release();
    await database.destroy();
  }
}
