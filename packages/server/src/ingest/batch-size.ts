import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** How long a batch should take, in milliseconds. Writes wait for it, and are refused after 4 s. */
const targetMs = 900;
const firstRows = 200;
/** Below this, the work for a batch as such outweighs that for its rows. */
const minRows = 200;
/** Beyond this, set-based SQL gains nothing, and memory grows. */
export const maxRows = 2_000;

/** The number of rows of the next batch, by how long the last one took. */
export class BatchSize {
  private adaptiveRows = firstRows;

  /** `fixedRows`: the size of every batch, if it is not to adapt. */
  constructor(private readonly fixedRows?: number) {}

  get rows(): number {
    return this.fixedRows ?? this.adaptiveRows;
  }

  /** Learns how long so many rows took. */
  learn(rows: number, ms: number): void {
    // Careful in growing: the next rows may be slower.
    const factor = Math.min(4, Math.max(0.25, targetMs / Math.max(1, ms)));
    this.adaptiveRows = Math.min(maxRows, Math.max(minRows, Math.round(rows * factor)));
  }
}

/** Whether another write holds or awaits the lock of the log, as `write-log.sql` numbers it. */
const isLogBusy = `
  select exists (
    select from pg_locks
    where locktype = 'advisory' and (classid, objid, objsubid) = (0, 4841190, 1)
      and database = (select oid from pg_database where datname = current_database())
  ) as busy`;

/** How often it is looked whether writes wait, in milliseconds. */
const lookInterval = 4;

/**
 * Lets the writes that wait go first, for as long as a batch took. Otherwise each write would wait
 * for one batch, since PostgreSQL grants locks in turn, and a line of writes for many batches. Two
 * looks, because between two writes of a line the lock is free for a moment.
 */
export async function yieldToWrites(client: pg.ClientBase, forMs: number): Promise<void> {
  const deadline = Date.now() + forMs;
  for (let freeLooks = 0; freeLooks < 2 && Date.now() < deadline; await sleep(lookInterval)) {
    const { rows } = await client.query(isLogBusy);
    freeLooks = rows[0].busy ? 0 : freeLooks + 1;
  }
}
