import { setTimeout as sleep } from 'node:timers/promises';
import type { Connections } from '../compiler/connections.ts';
import { readCounts } from './counts.ts';
import { counted } from './domain.ts';
import type { Estimator } from './estimator.ts';

/** How often a ledger is counted again if it has changed, in milliseconds. */
const interval = 10 * 60_000;

/** How long the start waits for the first counts, in milliseconds. Large ledgers take longer. */
const maxStartWait = 1_000;

/** How long one of the counts may take. Interactive reads have too little for many claims. */
const longestCount = '60s';

/**
 * Counts the ledger for the estimator, now and from time to time. Until then it estimates by what
 * it knew before. The counts wait in the line of reads as requests do. Returns what ends that.
 */
export async function keepLearning(
  connections: Connections,
  estimator: Pick<Estimator, 'learn'>,
): Promise<() => void> {
  let last: string | undefined;
  let version = 0;
  let learning: Promise<void> | undefined;
  const learn = async () => {
    const { client, endCancelling, release } = await connections.take();
    try {
      await client.query('begin read only');
      await client.query(`set local statement_timeout = '${longestCount}'`);
      const { rows } = await client.query('select max(seq)::text as seq from write_log');
      const seq = rows[0]?.seq ?? '';
      if (seq !== last) {
        version += 1;
        estimator.learn(await readCounts(client, counted, version));
        last = seq;
      }
    } finally {
      await endCancelling();
      const isBroken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      release(isBroken);
    }
  };
  // What fails, because the database is away for example, is done the next time.
  const attempt = () => {
    learning ??= learn()
      .catch(() => undefined)
      .finally(() => {
        learning = undefined;
      });
    return learning;
  };
  await Promise.race([attempt(), sleep(maxStartWait, undefined, { ref: false })]);
  const timer = setInterval(() => void attempt(), interval).unref();
  return () => clearInterval(timer);
}
