import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Refusal } from '../values/errors.ts';

/** For how long the outcome of a transaction is looked for, in milliseconds. */
const longestSearch = 3_000;
const searchInterval = 100;
/** For how long a transaction may end by itself: its last statements may still run. */
const patience = 500;

/**
 * The outcome of a transaction whose `COMMIT` was not answered, by its id. Undefined: it cannot be
 * learnt now.
 */
export async function findOutcome(
  database: DataSource,
  transactionId: string,
): Promise<'committed' | 'aborted' | undefined> {
  const start = Date.now();
  const deadline = start + longestSearch;
  do {
    const status = await Promise.race([
      readStatus(database, transactionId, Date.now() - start > patience).catch(() => undefined),
      sleep(deadline - Date.now(), undefined, { ref: false }),
    ]);
    if (status) return status;
    await sleep(searchInterval);
  } while (Date.now() < deadline);
  return undefined;
}

async function readStatus(
  database: DataSource,
  transactionId: string,
  mayTerminate: boolean,
): Promise<'committed' | 'aborted' | undefined> {
  const [{ status }] = await database.query('select pg_xact_status($1::xid8) as status', [
    transactionId,
  ]);
  if (status === 'committed' || status === 'aborted') return status;
  // PostgreSQL may not have noticed that the connection is lost, and the commit may never arrive.
  if (mayTerminate)
    await database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where backend_xid = $1::xid8::xid',
      [transactionId],
    );
  return undefined;
}

/** Says that a write may have been carried out. */
export const unknownOutcome = (): Refusal =>
  new Refusal(
    'UNAVAILABLE',
    'The connection to the database was lost while this was committed. It is not known whether ' +
      'it was carried out. Look for it before you send it again, or send it again with the same ' +
      'Idempotency-Key.',
    [],
    { outcome: 'UNKNOWN' },
  );
