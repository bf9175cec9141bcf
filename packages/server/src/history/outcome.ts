import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Refusal } from '../values/errors.ts';

/** For how long the outcome of a transaction is looked for, in milliseconds. */
const longestSearch = 3_000;
const searchInterval = 100;
/** For how long a transaction may end by itself: its last statements may still run. */
const patience = 500;

/** A transaction of one run of one PostgreSQL server. */
export interface TransactionId {
  id: string;
  /** Since when its server collects statistics, which it begins again after a crash. */
  run: string;
}

type Outcome = 'committed' | 'aborted';

/**
 * Another server, such as a standby, has another time, and so has one that crashed. Both may give
 * the id of a transaction that was not durable to another one.
 */
const currentRun = `coalesce(extract(epoch from pg_stat_get_bgwriter_stat_reset_time())::text, '')`;

/** Reads the {@link TransactionId} of the current transaction. */
export const readTransaction = `select pg_current_xact_id()::text as id, ${currentRun} as run`;

/** Parameters: id, run. An id that another transaction may have says nothing if that committed. */
const readOutcome = `
  select case
    when pg_is_in_recovery() then null
    when ${currentRun} = $2 then pg_xact_status($1::xid8)
    when $1::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) then 'aborted'
    when pg_xact_status($1::xid8) <> 'committed' then 'aborted'
  end as status`;

const terminate = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where backend_xid = $1::xid8::xid and ${currentRun} = $2`;

/**
 * The outcome of a transaction whose `COMMIT` was not answered. Undefined: it cannot be learnt now.
 */
export async function findOutcome(
  database: DataSource,
  transaction: TransactionId,
): Promise<Outcome | undefined> {
  const start = Date.now();
  const deadline = start + longestSearch;
  do {
    const status = await Promise.race([
      readStatus(database, transaction, Date.now() - start > patience).catch(() => undefined),
      sleep(deadline - Date.now(), undefined, { ref: false }),
    ]);
    if (status) return status;
    await sleep(searchInterval);
  } while (Date.now() < deadline);
  return undefined;
}

async function readStatus(
  database: DataSource,
  { id, run }: TransactionId,
  mayTerminate: boolean,
): Promise<Outcome | undefined> {
  const [{ status }] = await database.query(readOutcome, [id, run]);
  if (status === 'committed' || status === 'aborted') return status;
  // PostgreSQL may not have noticed that the connection is lost, and the commit may never arrive.
  if (mayTerminate) await database.query(terminate, [id, run]);
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

/** Says that a write was carried out, although its answer is lost. */
export const lostAnswer = (): Refusal =>
  new Refusal(
    'UNAVAILABLE',
    'This was carried out, but its answer could not be read. Do not send it again without its ' +
      'Idempotency-Key. Read what it wrote instead.',
    [],
    { outcome: 'COMMITTED' },
  );
