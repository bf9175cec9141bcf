import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Unreachable } from '../values/lost-connection.ts';

/**
 * Counts the errors that clients receive, knows their requests, and logs when the database is lost
 * and found.
 */
export class ErrorLog {
  /** How many errors were sent so far, by their code. */
  readonly counts = new Map<string, number>();
  /** How many requests a check of HTTP refused so far, by the code of the error. */
  readonly rejections = new Map<string, number>();
  private readonly requestIds = new WeakMap<object, string>();
  /** Since when the database cannot be reached, and how many requests were refused for it. */
  private outage: { since: number; refusals: number } | undefined;

  constructor(readonly log: Logger) {}

  /** Notes a request that is refused before anything of it is parsed. */
  noteRejection(code: string): void {
    this.rejections.set(code, (this.rejections.get(code) ?? 0) + 1);
  }

  /** Notes in which request an error occurred, for the log. */
  relate(error: unknown, requestId: string | undefined): void {
    if (requestId === undefined || typeof error !== 'object' || error === null) return;
    this.requestIds.set(error, requestId);
    if (error instanceof GraphQLError) this.relate(error.originalError, requestId);
  }

  /** Logs an error that is a fault of this program. */
  logFault(error: unknown): void {
    const requestId = this.requestIds.get(Object(error));
    this.log.error({ ...(requestId && { requestId }), ...logFields(error) }, 'request failed');
  }

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

/**
 * What the log says about an error: more people read the log than the ledger. PostgreSQL quotes
 * values at the end of its messages, and the first lines of a stack repeat the message.
 */
const logFields = (error: unknown) =>
  error instanceof Error
    ? {
        error: error.message.replace(/: ".*/s, ': …'),
        stack: error.stack
          ?.split('\n')
          .filter((line) => /^ +at /.test(line))
          .join('\n'),
      }
    : { error: typeof error };
