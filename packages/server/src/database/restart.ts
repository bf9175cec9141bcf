import { setTimeout as sleep } from 'node:timers/promises';
import type { GuardedProcess } from './guard.ts';

/** How often a PostgreSQL that has ended is started again, and the first wait before, in ms. */
const maxRestarts = 5;
const firstWait = 200;

/** After so many milliseconds without a crash, earlier ones do not count any more. */
const stableAfter = 60_000;

/** Notes what happens to PostgreSQL, for the log. */
export type NoteEvent = (message: string) => void;

/** A PostgreSQL that is started again when it ends by itself, with growing waits. */
export class RestartedServer {
  /** Resolves when PostgreSQL has ended and is not started any more. */
  readonly ended: Promise<void>;
  private restarts = 0;
  private readonly stopping = new AbortController();

  /** `start` starts it again, and `note` gets the process before it is ready. */
  constructor(
    private current: GuardedProcess,
    private readonly start: (note: (server: GuardedProcess) => void) => Promise<unknown>,
    private readonly note: NoteEvent,
  ) {
    this.ended = this.supervise();
  }

  /** Starts it no more, and ends it by `stop`. */
  async end(stop: (server: GuardedProcess) => Promise<void>): Promise<void> {
    this.stopping.abort();
    await stop(this.current);
    await this.ended;
    // It may have been about to start again.
    await stop(this.current);
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async supervise(): Promise<void> {
    while (!this.isStopping) {
      const startedAt = Date.now();
      await this.current.exited;
      if (Date.now() - startedAt > stableAfter) this.restarts = 0;
      if (this.isStopping || !(await this.restart())) return;
    }
  }

  private async restart(): Promise<boolean> {
    this.note('PostgreSQL ended by itself. It is started again.');
    while (this.restarts < maxRestarts) {
      const { signal } = this.stopping;
      await sleep(firstWait * 2 ** this.restarts, undefined, { signal }).catch(() => undefined);
      this.restarts += 1;
      if (this.isStopping) return false;
      try {
        await this.start((server) => {
          this.current = server;
        });
        this.note('PostgreSQL runs again.');
        return true;
      } catch (error) {
        if (!this.isStopping) this.note(`PostgreSQL did not start: ${(error as Error).message}`);
      }
    }
    return false;
  }
}
