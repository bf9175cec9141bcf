import { hash } from 'node:crypto';
import type pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { type GroupRow, StatementGroup } from '../compiler/statement-group.ts';
import type { WireStatement } from '../compiler/wire.ts';
import { Busy } from '../values/errors.ts';
import { NewRows } from './new-rows.ts';
import { readTransaction, type TransactionId } from './outcome.ts';

/** The name under which a connection prepares a statement. */
const nameOf = (text: string): string => `write-${hash('sha256', text, 'base64url').slice(0, 20)}`;

export const prepared = (text: string, values: readonly unknown[] = []): WireStatement => ({
  name: nameOf(text),
  text,
  values,
});

/** A statement without a name is planned each time. These have no plan. */
export const utility = (text: string): WireStatement => ({ text, values: [] });

export const commitStatement = utility('COMMIT');

/**
 * Opens the log. Parameters: by, action, and for how long to wait for its lock. The functions of
 * one statement run in this order.
 */
const openWrite = `select set_config('lock_timeout', $3, true), open_write($1, $2)`;
const openAndClose = `${openWrite}, insert_rows($4), close_write()`;
const insertRows = 'select insert_rows($1)';
const closeWrite = 'select insert_rows($1), close_write()';

interface SessionOptions {
  by: string;
  action: string;
  /** When to stop waiting for other writes. */
  deadline: number;
  /** Aborts when nobody waits for the write any more. */
  signal?: AbortSignal | undefined;
}

/**
 * For how long the statements that write, close the log and commit wait together for other writes,
 * in milliseconds. After that, only the opening of the log waits: if the client has left by then,
 * the write can still be dropped.
 */
const patience = 100;

/** A statement that is not yet sent, and what its caller waits for. */
interface WaitingQuery {
  statement: WireStatement;
  resolve: (rows: GroupRow[]) => void;
  reject: (error: unknown) => void;
}

/**
 * The statements of one write on its connection. The transaction begins with the first of them. The
 * log is opened by the first that changes something: what was read before that did not hold up
 * other writes.
 */
export class WriteSession {
  readonly rows = new NewRows();
  /** Undefined: it has not begun. */
  transaction: TransactionId | undefined;
  /** Whether a commit was sent, so that it may have happened although an error was thrown. */
  mayBeCommitted = false;
  /** Whether a transaction may be open. */
  private hasBegun = false;
  private isOpen = false;
  private waiting: WaitingQuery[] = [];

  constructor(
    runner: QueryRunner,
    private readonly client: pg.ClientBase,
    private readonly options: SessionOptions,
  ) {
    // TypeORM sends every statement by this method, also those of its entity managers.
    const query = runner.query.bind(runner);
    runner.query = async (...args: Parameters<QueryRunner['query']>) => {
      await this.flush();
      if (!this.hasBegun) await this.send([]);
      return query(...args);
    };
  }

  /**
   * Runs a statement that is sent often: each connection plans it once. Statements of one moment
   * are sent together.
   */
  query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        statement: prepared(text, values),
        // The caller knows the columns of its statement.
        resolve: (rows) => resolve(rows as Row[]),
        reject,
      });
      if (this.waiting.length === 1) queueMicrotask(() => void this.sendWaiting());
    });
  }

  private async sendWaiting(): Promise<void> {
    const queries = this.waiting;
    this.waiting = [];
    try {
      await this.flush();
      const results = await this.send(queries.map(({ statement }) => statement));
      for (const [i, { resolve }] of queries.entries()) resolve(results[i] ?? []);
    } catch (error) {
      for (const { reject } of queries) reject(error);
    }
  }

  /**
   * Opens the log, unless that has been done.
   *
   * @throws Busy if another write, such as a batch of an import, runs for too long.
   */
  async open(): Promise<void> {
    if (!this.isOpen) await this.send([prepared(openWrite, this.opening())]);
  }

  /** Writes the rows that wait, closes the log and runs further statements, if possible at once. */
  async close(more: readonly WireStatement[]): Promise<GroupRow[][]> {
    const rows = this.rows.take() ?? '{}';
    if (!this.isOpen) {
      try {
        const opening = this.opening(Date.now() + patience);
        return await this.send([prepared(openAndClose, [...opening, rows]), ...more]);
      } catch (error) {
        if (!(error instanceof Busy) || Date.now() >= this.options.deadline) throw error;
      }
      await this.rollback();
      await this.open();
      this.options.signal?.throwIfAborted();
    }
    return this.send([prepared(closeWrite, [rows]), ...more]);
  }

  /** Sends statements together, and returns the rows of each. */
  async send(statements: readonly WireStatement[]): Promise<GroupRow[][]> {
    const first = this.hasBegun ? [] : [utility('BEGIN'), prepared(readTransaction)];
    this.hasBegun = true;
    this.mayBeCommitted = statements.at(-1) === commitStatement;
    try {
      const results = await StatementGroup.run(this.client, [...first, ...statements]);
      const [transaction] = first.length > 0 ? (results[1] ?? []) : [];
      if (transaction)
        this.transaction = { id: String(transaction.id), run: String(transaction.run) };
      return results.slice(first.length);
    } catch (error) {
      throw asBusy(error);
    }
  }

  /** Undoes everything. */
  async rollback(): Promise<void> {
    this.rows.take();
    if (this.hasBegun) await this.client.query('ROLLBACK').catch(() => undefined);
    this.hasBegun = false;
    this.isOpen = false;
  }

  private async flush(): Promise<void> {
    const rows = this.rows.take();
    if (rows === undefined) return;
    const opening = this.isOpen ? [] : [prepared(openWrite, this.opening())];
    await this.send([...opening, prepared(insertRows, [rows])]);
  }

  private opening(until = Number.POSITIVE_INFINITY): string[] {
    const { by, action, deadline } = this.options;
    this.isOpen = true;
    return [by, action, `${Math.max(100, Math.min(until, deadline) - Date.now())}ms`];
  }
}

const lockNotAvailable = '55P03';

/** The same error, or {@link Busy} if it says that another write holds the lock of the log. */
const asBusy = (error: unknown): unknown =>
  Object(error).code === lockNotAvailable
    ? new Busy(
        'The server is busy: another write, such as an import, runs. Nothing was changed. ' +
          'Try again in a moment.',
      )
    : error;
