import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** Something that the caller of a write should know although the write succeeded. */
export interface WriteWarning {
  code: string;
  message: string;
  recordId: string | null;
}

/** An open write: one transaction, one moment, one row of the log. */
export interface Tx {
  manager: EntityManager;
  by: string;
  warnings: WriteWarning[];
}

interface WriteRequest<T> {
  by: string;
  action: string;
  work: (tx: Tx) => Promise<T>;
  /** Runs between the log and the commit: it sees what was written, and undoes it if it fails. */
  after?: (result: T, client: pg.ClientBase, tx: Tx) => Promise<void>;
}

/** By database: the write that was requested last. */
const lastWrites = new WeakMap<DataSource, Promise<unknown>>();

/**
 * Does all of the work in one transaction and logs it, or does nothing. Writes run one after the
 * other, because the log has one order. They queue here instead of waiting for the database's lock,
 * so that they do not occupy the connections that reads need.
 */
export function inWrite<T>(database: DataSource, request: WriteRequest<T>): Promise<T> {
  const previous = lastWrites.get(database) ?? Promise.resolve();
  const result = previous.then(() => runLogged(database, request));
  lastWrites.set(
    database,
    result.catch(() => undefined),
  );
  return result;
}

async function runLogged<T>(
  database: DataSource,
  { by, action, work, after }: WriteRequest<T>,
): Promise<T> {
  const runner = database.createQueryRunner();
  const client: pg.ClientBase = await runner.connect();
  try {
    await runner.startTransaction();
    await runner.query('select open_write($1, $2)', [by, action]);
    const tx: Tx = { manager: runner.manager, by, warnings: [] };
    const result = await work(tx);
    await runner.query('select close_write()');
    await after?.(result, client, tx);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
