import { existsSync } from 'node:fs';
import type { QueryRunner } from 'typeorm';
import { allowLongStatements } from '../compiler/raw-bytes-client.ts';
import type { Config } from '../config.ts';
import { clusterPaths } from '../database/cluster.ts';
import { connect } from '../database/connect.ts';
import { startEmbedded } from '../database/embedded.ts';
import { StartError } from '../database/start-error.ts';
import { visitEmbedded } from '../database/visit.ts';
import { isConnectionLost } from '../values/lost-connection.ts';
import { UserError } from './user-error.ts';

/** How a database is opened. */
interface OpenOptions {
  /** The statement that begins the transaction. */
  begin: string;
  /** Makes an embedded PostgreSQL if there is none. */
  make?: boolean;
  /** Ends the work, even in the middle of a statement. */
  signal?: AbortSignal;
}

/**
 * Runs work in one transaction on the configured database of any version: nothing is
 * migrated. The transaction is rolled back unless the work commits it. The embedded PostgreSQL may
 * belong to a running server. Otherwise it runs only for this call.
 *
 * @throws StartError when the database cannot be reached, UserError when it is interrupted.
 */
export async function withDatabase<T>(
  { databaseUrl, home }: Config,
  { begin, make = false, signal }: OpenOptions,
  work: (runner: QueryRunner, url: string) => Promise<T>,
): Promise<T> {
  const visit = () =>
    make && !existsSync(clusterPaths(home).folder) ? startEmbedded(home) : visitEmbedded(home);
  const { url, stop } = databaseUrl
    ? { url: databaseUrl, stop: async () => undefined }
    : await visit();
  try {
    return await inTransaction(url, begin, signal, work);
  } finally {
    await stop();
  }
}

async function inTransaction<T>(
  url: string,
  begin: string,
  signal: AbortSignal | undefined,
  work: (runner: QueryRunner, url: string) => Promise<T>,
): Promise<T> {
  const database = await connect(url);
  const runner = database.createQueryRunner();
  let interrupt: (() => void) | undefined;
  try {
    const client = await runner.connect();
    allowLongStatements(client);
    // A broken connection is reported by the next statement that uses it.
    client.on('error', () => undefined);
    const [{ pid }] = await runner.query('select pg_backend_pid() as pid');
    interrupt = () =>
      void database.query('select pg_terminate_backend($1)', [pid]).catch(() => undefined);
    signal?.addEventListener('abort', interrupt);
    signal?.throwIfAborted();
    await runner.query(begin);
    // The file at the other end may be slow.
    await runner.query(
      'set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
    );
    return await work(runner, url);
  } catch (error) {
    throw signal?.aborted ? new UserError('Interrupted. Nothing was changed.') : explain(error);
  } finally {
    if (interrupt) signal?.removeEventListener('abort', interrupt);
    await runner.query('rollback').catch(() => undefined);
    await runner.release();
    await database.destroy();
  }
}

/** Errors that the work cannot help. Nothing was changed, because nothing was committed. */
function explain(error: unknown): unknown {
  const { code } = Object(Object(error).driverError ?? error);
  if (code === lockNotAvailable)
    return new StartError(
      'Another program, such as a migration, holds a table. Nothing was changed. Try again.',
      { cause: error },
    );
  return isConnectionLost(error)
    ? new StartError('The connection to the database was lost. Nothing was changed.', {
        cause: error,
      })
    : error;
}

const lockNotAvailable = '55P03';
