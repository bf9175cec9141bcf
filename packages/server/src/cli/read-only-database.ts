import type { QueryRunner } from 'typeorm';
import type { Config } from '../config.ts';
import { addressOf, connect } from '../database/connect.ts';
import { isCurrent } from '../database/migrate.ts';
import { StartError } from '../database/start-error.ts';
import { visitEmbedded } from '../database/visit.ts';

/**
 * Gives work a look at the database of this configuration: a read-only transaction, rolled back after. The embedded PostgreSQL may belong
 * to a running server, or else runs only as long as this.
 *
 * @throws StartError when it cannot be reached, or is of another version's form: nothing is migrated here.
 */
export async function withReadOnlyDatabase<T>(
  { databaseUrl, home }: Config,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const { url, stop } = databaseUrl
    ? { url: databaseUrl, stop: async () => undefined }
    : await visitEmbedded(home);
  try {
    return await lookingAt(url, work);
  } finally {
    await stop();
  }
}

async function lookingAt<T>(url: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const database = await connect(url);
  const runner = database.createQueryRunner();
  try {
    await runner.query('begin isolation level repeatable read read only');
    if (await isCurrent(runner)) return await work(runner);
    throw new StartError(
      `The database at ${addressOf(url)} is not of this version's form. Start the server on it once (npm start): that brings it there.`,
    );
  } finally {
    await runner.query('rollback').catch(() => undefined);
    await runner.release();
    await database.destroy();
  }
}
