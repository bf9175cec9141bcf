import type pg from 'pg';
import { Refusal } from '../values/errors.ts';
import { answerTooLong, maxAnswerBytes, RawBytesQuery } from './raw-bytes.ts';
import type { Statement } from './reader.ts';

/** Runs a compiled statement. It returns the bytes of its text, or null if it found no row. */
export type RunStatement = (statement: Statement) => Promise<string | null>;

/** A pool or one of its connections. */
interface Queryable {
  query(query: RawBytesQuery, done: RawBytesQuery['callback']): unknown;
}

export const runOn =
  (client: Queryable): RunStatement =>
  (statement) =>
    new Promise((resolve, reject) => {
      checkValues(statement.values);
      client.query(new RawBytesQuery(statement), (error, bytes) => {
        if (error) reject(error);
        // The compiler joined a text to a null. That must not look like a missing row.
        else if (bytes === null) reject(new Error('PostgreSQL returned null instead of a text.'));
        else resolve(bytes ?? null);
      });
    });

/** PostgreSQL counts the parameters of a statement in two bytes. */
const maxValues = 65_535;
/**
 * In characters: twice as many as a request can hold. A variable that is used in a hundred places
 * is sent a hundred times.
 */
const maxLength = 32_000_000;

/**
 * PostgreSQL would refuse the values while they are being sent, and the connection would be lost.
 * @throws Refusal if there are too many values, or too long ones.
 */
function checkValues(values: readonly unknown[]): void {
  const length = values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
  if (values.length > maxValues || length > maxLength)
    throw new Refusal(
      'QUERY_TOO_COMPLEX',
      'The arguments have too many values, or too long ones, for one statement. Split it up.',
    );
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? value.reduce((sum, each) => sum + lengthOf(each), 0) : 0;
}

/** Lets `work` read from the pool, or, if it reads several fields, from one snapshot. */
export async function readInSnapshot<T>(
  pool: pg.Pool,
  isSeveral: boolean,
  work: (run: RunStatement) => T | Promise<T>,
): Promise<T> {
  if (!isSeveral) return work(runOn(pool));
  const snapshot = new Snapshot(pool);
  try {
    return await work((statement) => snapshot.run(statement));
  } finally {
    await snapshot.end();
  }
}

/** How often a running statement is cancelled again, in milliseconds. */
const cancelInterval = 250;

/**
 * Yields what `work` reads from one snapshot, for as long as the caller iterates. When `signal`
 * aborts, the statement that runs at that moment is cancelled.
 */
export async function* streamFromSnapshot<T>(
  pool: pg.Pool,
  signal: AbortSignal,
  work: (client: pg.ClientBase) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const client = (await begin(pool)) as pg.PoolClient & { processID: number };
  let repeat: NodeJS.Timeout | undefined;
  // PostgreSQL ignores a cancellation between two statements, so it is repeated until the end.
  const cancel = () => {
    void pool.query('select pg_cancel_backend($1)', [client.processID]).catch(() => undefined);
    repeat = setTimeout(cancel, cancelInterval);
  };
  // PostgreSQL ends a transaction that is idle for long, and the next query reports that. Without a
  // listener the event would end the process.
  client.on('error', ignore);
  try {
    signal.throwIfAborted();
    signal.addEventListener('abort', cancel);
    yield* work(client);
  } finally {
    signal.removeEventListener('abort', cancel);
    clearTimeout(repeat);
    // After an abort, a late cancellation could meet the next statement on the connection. So that
    // connection is not used again.
    const isReusable =
      !signal.aborted &&
      (await client.query('commit').then(
        () => true,
        () => false,
      ));
    // A connection that is closed may still emit an error.
    if (isReusable) client.off('error', ignore);
    client.release(!isReusable);
  }
}

const ignore = () => undefined;

async function begin(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * A read-only transaction that begins with the first read. A read that fails does not affect the
 * others.
 */
class Snapshot {
  private client: Promise<pg.PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private isBroken = false;
  /** Why all further reads fail. */
  private fault: unknown;
  /** The length of all answers together, in bytes. */
  private length = 0;
  /** Without a listener, a connection that is lost between two reads would end the process. */
  private readonly onError = (): void => {
    this.isBroken = true;
  };

  constructor(private readonly pool: pg.Pool) {}

  /** Statements run one after the other. */
  run(statement: Statement): Promise<string | null> {
    const answer = this.last.then(() => this.read(statement));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async read(statement: Statement): Promise<string | null> {
    if (this.fault) throw this.fault;
    this.client ??= this.begin();
    const client = await this.client;
    await client.query('savepoint field');
    try {
      const answer = await runOn(client)(statement);
      this.length += answer?.length ?? 0;
      if (this.length > maxAnswerBytes) throw answerTooLong();
      return answer;
    } catch (error) {
      await client.query('rollback to field').catch(() => {
        this.isBroken = true;
        this.fault = error;
      });
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.last;
    const client = await this.client?.catch(() => undefined);
    if (!client) return;
    await client.query('commit').catch(() => {
      this.isBroken = true;
    });
    client.off('error', this.onError).release(this.isBroken);
  }

  private async begin(): Promise<pg.PoolClient> {
    return (await begin(this.pool)).on('error', this.onError);
  }
}
