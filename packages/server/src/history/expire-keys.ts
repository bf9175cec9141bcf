import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { keyLifetime } from './idempotency.ts';

/** How often keys are deleted, in milliseconds. */
const interval = 10 * 60_000;

/** How many keys are deleted at once, and the pause after, so that other work goes on. */
const batchSize = 1_000;
const pauseMs = 50;

const deleteBatch = `
  delete from idempotency_key
  where (by, key) in (
    select by, key from idempotency_key where at <= now() - $1::interval
    order by at limit $2 for update skip locked
  )`;

/**
 * Deletes the idempotency keys that do not count any more, in small batches. No write waits for it:
 * it does not take the lock of the log, and writes touch none of these keys.
 */
export async function deleteExpiredKeys(database: DataSource, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const [, count] = await database.query(deleteBatch, [keyLifetime, batchSize]);
    if (count < batchSize) return;
    await sleep(pauseMs);
  }
}

/** Deletes expired keys from time to time. Returns what ends that. */
export function expireKeys(database: DataSource): () => void {
  const stop = new AbortController();
  const timer = setInterval(() => {
    // What fails, because the database is away for example, is done the next time.
    void deleteExpiredKeys(database, stop.signal).catch(() => undefined);
  }, interval).unref();
  return () => {
    clearInterval(timer);
    stop.abort();
  };
}
