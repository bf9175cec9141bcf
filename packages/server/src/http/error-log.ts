import type { Logger } from 'pino';
import { Unreachable } from '../values/lost-connection.ts';

/** Counts the errors that clients receive, and logs when the database is lost and found. */
export class ErrorLog {
  /** How many errors were sent so far, by their code. */
  readonly counts = new Map<string, number>();
  /** Since when the database cannot be reached, and how many requests were refused for it. */
  private outage: { since: number; refusals: number } | undefined;

  constructor(readonly log: Logger) {}

  /** Notes an error that a client receives. */
  note(code: string, error?: unknown): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    if (!(error instanceof Unreachable)) return;
    if (!this.outage) this.log.warn({ error: error.reason }, 'the database cannot be reached');
    this.outage ??= { since: Date.now(), refusals: 0 };
    this.outage.refusals += 1;
  }

  /** Notes that a connection to the database was made. */
  noteConnection(): void {
    if (!this.outage) return;
    const { since, refusals } = this.outage;
    const seconds = Math.round((Date.now() - since) / 1_000);
    this.log.warn({ seconds, refusals }, 'the database can be reached again');
    this.outage = undefined;
  }
}
