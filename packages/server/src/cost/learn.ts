import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { readCounts } from './counts.ts';
import { counted } from './domain.ts';
import type { Estimator } from './estimator.ts';

/** How often a ledger is counted again if it has changed, in milliseconds. */
const interval = 10 * 60_000;

/** How long the start waits for the first counts, in milliseconds. Large ledgers take longer. */
const maxStartWait = 1_000;

/**
 * Counts the ledger for the estimator, now and from time to time. Until then it estimates by what
 * it knew before. Returns what ends that.
 */
export async function keepLearning(pool: pg.Pool, estimator: Estimator): Promise<() => void> {
  let last: string | undefined;
  let version = 0;
  const learn = async () => {
    const { rows } = await pool.query('select max(seq)::text as seq from write_log');
    const seq = rows[0]?.seq ?? '';
    if (seq === last) return;
    version += 1;
    estimator.learn(await readCounts(pool, counted, version));
    last = seq;
  };
  // What fails, because the database is away for example, is done the next time.
  const attempt = () => learn().catch(() => undefined);
  await Promise.race([attempt(), sleep(maxStartWait, undefined, { ref: false })]);
  const timer = setInterval(() => void attempt(), interval).unref();
  return () => clearInterval(timer);
}
