import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** One thing a writer should know though the write went through. */
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

interface Writing<T> {
  by: string;
  action: string;
  work: (tx: Tx) => Promise<T>;
  /** Runs after the write is logged and before it is committed: it sees what was written, and its failure undoes it. */
  after?: (written: T, client: pg.ClientBase, tx: Tx) => Promise<void>;
}

/** The last write that stands in line, by database. */
const lines = new WeakMap<DataSource, Promise<unknown>>();

/**
 * Does all of some work and logs it, or none of it. Writes wait for each other, since the log has one order. They wait here, in line,
 * not each on a connection of its own: so there are always connections left to read.
 */
export function inWrite<T>(database: DataSource, writing: Writing<T>): Promise<T> {
  const written = (lines.get(database) ?? Promise.resolve()).then(() =>
    runLogged(database, writing),
  );
  lines.set(
    database,
    written.catch(() => undefined),
  );
  return written;
}

async function runLogged<T>(
  database: DataSource,
  { by, action, work, after }: Writing<T>,
): Promise<T> {
  const runner = database.createQueryRunner();
  const client: pg.ClientBase = await runner.connect();
  try {
    await runner.startTransaction();
    await runner.query('select open_write($1, $2)', [by, action]);
    const tx: Tx = { manager: runner.manager, by, warnings: [] };
    const written = await work(tx);
    await runner.query('select close_write()');
    await after?.(written, client, tx);
    await runner.commitTransaction();
    return written;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
