import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

const ignore = () => undefined;

/** Cancels what the connection with this process id runs, from another connection. */
export type CancelStatement = (processId: number) => Promise<unknown>;

/**
 * Cancels by one statement what is to be cancelled while another cancellation runs. When many
 * clients leave at once, the pool has few connections left for that.
 */
export function cancelTogether(pool: pg.Pool): CancelStatement {
  let next: { processIds: number[]; done: Promise<unknown> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (processId) => {
    if (!next) {
      const processIds: number[] = [];
      const done = last.then(() => {
        next = undefined;
        return pool.query('select pg_cancel_backend(id) from unnest($1::int[]) id', [processIds]);
      });
      next = { processIds, done };
      last = done.catch(ignore);
    }
    next.processIds.push(processId);
    return next.done;
  };
}

/** How often a running statement is cancelled again, in milliseconds. */
const cancelInterval = 250;

/** Cancels the statements of a connection when a signal aborts, until {@link Cancellation.end}. */
export class Cancellation {
  private cancelling: Promise<void> | undefined;
  private stop: AbortController | undefined;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly signal: AbortSignal | undefined,
    private readonly cancelStatement: CancelStatement,
  ) {
    signal?.addEventListener('abort', this);
    if (signal?.aborted) this.handleEvent();
  }

  /** Called by the signal. */
  handleEvent(): void {
    if (this.cancelling) return;
    this.stop = new AbortController();
    this.cancelling = this.cancelUntil(this.stop.signal);
  }

  /**
   * Call it when the last statement has ended. Undefined: the connection can be used for something
   * else. A promise: it can when that resolves, because a cancellation is still under way.
   */
  end(): Promise<void> | undefined {
    this.signal?.removeEventListener('abort', this);
    return this.cancelling && this.settle();
  }

  private async settle(): Promise<void> {
    this.stop?.abort();
    await this.cancelling;
    // If the last cancellation came late, it cancels this.
    await this.client.query('select').catch(ignore);
  }

  /** PostgreSQL ignores a cancellation between two statements, so it is repeated until the end. */
  private async cancelUntil(end: AbortSignal): Promise<void> {
    const { processID } = this.client as pg.ClientBase & { processID: number };
    while (!end.aborted) {
      await this.cancelStatement(processID).catch(ignore);
      await sleep(cancelInterval, undefined, { signal: end }).catch(ignore);
    }
  }
}
