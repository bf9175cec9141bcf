import type pg from 'pg';
import { Busy } from '../values/errors.ts';
import { yieldToWrites } from './batch-size.ts';

/** How long a write may wait for a dry run, in milliseconds. */
const longestWait = 500;

/** How often a dry run is tried, and how long writes may go first before it is tried again. */
const maxAttempts = 3;
const pauseMs = 2_000;

/** Whether a write has waited for the lock of the log for too long, see `write-log.sql`. */
const hasWaited = `
  select exists (
    select from pg_locks
    where locktype = 'advisory' and (classid, objid, objsubid) = (0, 4841190, 1)
      and database = (select oid from pg_database where datname = current_database())
      and not granted and waitstart < clock_timestamp() - $1 * interval '1 ms'
  ) as waits`;

/** A write waits for the dry run, which gives way. */
class GaveWay extends Busy {
  constructor() {
    super(
      'Others are writing, and a dry run of this file would hold them up for too long. ' +
        'Nothing was changed. Try again when fewer people write.',
      60,
    );
  }
}

/**
 * A dry run sees what it has landed so far, so it is one transaction, and writes wait for it from
 * its first row to its last.
 *
 * @throws GaveWay if a write has waited for too long.
 */
export async function giveWay(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(hasWaited, [longestWait]);
  if (rows[0].waits) throw new GaveWay();
}

/** Tries a dry run again, from its beginning, when it had to give way. */
export async function attemptDryRun(
  client: pg.ClientBase,
  attempt: () => Promise<void>,
): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof GaveWay) || attempts === maxAttempts) throw error;
      await client.query('rollback');
      await yieldToWrites(client, pauseMs);
    }
  }
}
