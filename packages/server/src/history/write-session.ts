import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { Busy } from '../values/errors.ts';
import { NewRows } from './new-rows.ts';

/**
 * Opens the log. Parameters: by, action, and for how long to wait for its lock. The functions of
 * one statement run in this order.
 */
const open = `set_config('lock_timeout', $3, true), open_write($1, $2),
  pg_current_xact_id()::text as transaction`;
const openWrite = `select ${open}`;
const openAndClose = `select ${open}, insert_rows($4), close_write()`;
const insertRows = 'select insert_rows($1)';
const closeWrite = 'select insert_rows($1), close_write()';

/** The name under which a connection prepares a statement. */
const nameOf = (text: string): string =>
  `write-${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;

interface SessionOptions {
  by: string;
  action: string;
  /** When to stop waiting for other writes. */
  deadline: number;
}

/**
 * The statements of one write on its connection. The log is opened by the first statement that
 * changes something. What was read before that did not hold up other writes.
 */
export class WriteSession {
  readonly rows = new NewRows();
  /** The id of the transaction. Undefined: the log is not open yet. */
  transaction: string | undefined;
  private readonly statement: QueryRunner['query'];

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.ClientBase,
    private readonly options: SessionOptions,
  ) {
    // TypeORM sends every statement by this method, also those of its entity managers.
    this.statement = runner.query.bind(runner);
    runner.query = async (...args: Parameters<QueryRunner['query']>) => {
      await this.flush();
      return this.statement(...args);
    };
  }

  /** Runs a statement that is sent often: each connection plans it once. */
  async query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    await this.flush();
    return this.send<Row>(text, values);
  }

  /**
   * Begins the transaction and opens the log, unless that has been done.
   *
   * @throws Busy if another write, such as a batch of an import, runs for too long.
   */
  async open(): Promise<void> {
    if (this.transaction === undefined) await this.sendOpening(openWrite);
  }

  /** Writes the rows that wait, and closes the log. */
  async close(): Promise<void> {
    const rows = this.rows.take() ?? '{}';
    if (this.transaction === undefined) await this.sendOpening(openAndClose, rows);
    else await this.send(closeWrite, [rows]);
  }

  private async flush(): Promise<void> {
    const rows = this.rows.take();
    if (rows === undefined) return;
    await this.open();
    await this.send(insertRows, [rows]);
  }

  private async sendOpening(text: string, ...more: string[]): Promise<void> {
    await this.runner.startTransaction();
    const { by, action, deadline } = this.options;
    const wait = `${Math.max(100, deadline - Date.now())}ms`;
    try {
      const [row] = await this.send<{ transaction: string }>(text, [by, action, wait, ...more]);
      this.transaction = row!.transaction;
    } catch (error) {
      if (Object(error).code !== lockNotAvailable) throw error;
      throw new Busy(
        'The server is busy: another write, such as an import, runs. Nothing was changed. ' +
          'Try again in a moment.',
      );
    }
  }

  private async send<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.client.query({ name: nameOf(text), text, values: [...values] });
    return rows;
  }
}

const lockNotAvailable = '55P03';
