import type pg from 'pg';
import { Refusal } from '../values/errors.ts';
import { answerTooLong, maxAnswerBytes, RawBytesQuery } from './raw-bytes.ts';
import type { Statement } from './reader.ts';

/** Runs a compiled statement: the octets of its text, or null when it found no row. */
export type RunStatement = (statement: Statement) => Promise<string | null>;

/** A pool or one of its connections. */
interface Queryable {
  query(query: RawBytesQuery, done: RawBytesQuery['callback']): unknown;
}

export const runOn =
  (client: Queryable): RunStatement =>
  (statement) =>
    new Promise((resolve, reject) => {
      refuseTooMuch(statement.values);
      client.query(new RawBytesQuery(statement), (error, octets) => {
        if (error) reject(error);
        // A text that was joined to a null is null: a fault of ours, which must not look as if nothing were there.
        else if (octets === null)
          reject(new Error('PostgreSQL answered a row with null in place of its text.'));
        else resolve(octets ?? null);
      });
    });

/** PostgreSQL counts parameters in two bytes. */
const maxValues = 65_535;
/** In characters: as many as a request can bring, and as many again. One that is used in a hundred places is sent a hundred times. */
const maxLength = 32_000_000;

/** @throws Refusal where PostgreSQL would not take so many values, or so long ones: half sent, they would take the connection along. */
function refuseTooMuch(values: readonly unknown[]): void {
  const length = values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
  if (values.length > maxValues || length > maxLength)
    throw new Refusal(
      'QUERY_TOO_COMPLEX',
      'This asks by too many values, or too long ones, at once. Ask in parts.',
    );
}

const lengthOf = (value: unknown): number =>
  typeof value === 'string'
    ? value.length
    : Array.isArray(value)
      ? value.reduce((sum, each) => sum + lengthOf(each), 0)
      : 0;

/** Gives work a way to read: from the pool, or, for several fields, in one snapshot that is ended afterwards. */
export async function readInSnapshot<T>(
  pool: pg.Pool,
  several: boolean,
  work: (run: RunStatement) => T | Promise<T>,
): Promise<T> {
  if (!several) return work(runOn(pool));
  const snapshot = new Snapshot(pool);
  try {
    return await work((statement) => snapshot.run(statement));
  } finally {
    await snapshot.end();
  }
}

/**
 * Gives out what work reads bit by bit, all of it from one snapshot, for as long as somebody takes it. When `signal` says that nobody does
 * any more, the statement that runs just then is stopped.
 */
export async function* streamFromSnapshot<T>(
  pool: pg.Pool,
  signal: AbortSignal,
  work: (client: pg.ClientBase) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const client = (await begin(pool)) as pg.PoolClient & { processID: number };
  let again: NodeJS.Timeout | undefined;
  // What is told between two statements is not heard: it is told until the end.
  const stop = () => {
    void pool.query('select pg_cancel_backend($1)', [client.processID]).catch(() => undefined);
    again = setTimeout(stop, 250);
  };
  // PostgreSQL ends a transaction in which nothing is asked for long; whoever asks next is told. Unheard, it would end the process.
  client.on('error', overlook);
  try {
    signal.throwIfAborted();
    signal.addEventListener('abort', stop);
    yield* work(client);
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(again);
    // Where it was stopped, the order to stop may come late and would meet whatever runs on the connection next.
    const ended =
      !signal.aborted &&
      (await client.query('commit').then(
        () => true,
        () => false,
      ));
    // One that is thrown away may yet tell that it was cut off.
    if (ended) client.off('error', overlook);
    client.release(!ended);
  }
}

const overlook = () => undefined;

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

/** A read-only transaction, begun at the first read; a read that fails leaves the others their answers. */
class Snapshot {
  private client: Promise<pg.PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private broken = false;
  /** Why it is broken, for whoever reads after; and how long all answers are together. */
  private fault: unknown;
  private length = 0;
  /** What ends a connection between two reads is told to nobody else; unheard, it would end the process. */
  private readonly lost = (): void => {
    this.broken = true;
  };

  constructor(private readonly pool: pg.Pool) {}

  run(statement: Statement): Promise<string | null> {
    const answer = this.last.then(async () => {
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
          this.broken = true;
          this.fault = error;
        });
        throw error;
      }
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async end(): Promise<void> {
    await this.last;
    const client = await this.client?.catch(() => undefined);
    if (!client) return;
    await client.query('commit').catch(() => {
      this.broken = true;
    });
    client.off('error', this.lost).release(this.broken);
  }

  private async begin(): Promise<pg.PoolClient> {
    return (await begin(this.pool)).on('error', this.lost);
  }
}
