import type pg from 'pg';
import type { Caller } from '../values/caller.ts';
import { Refusal } from '../values/errors.ts';
import { type Connections, type Lease, runLeased } from './connections.ts';
import { checkCost } from './cost.ts';
import { answerTooLong, maxAnswerBytes, type Queryable, RawBytesQuery } from './raw-bytes.ts';
import type { Statement } from './reader.ts';

/** How long a statement of an export may take. */
const longestExportStatement = '60s';

/** Runs a compiled statement. It returns the bytes of its text, or null if it found no row. */
export type RunStatement = (statement: Statement) => Promise<string | null>;

/** `caller`: whom the answers are for. */
export const runOn =
  (client: Queryable, caller?: Caller, maxCostMs = Number.POSITIVE_INFINITY): RunStatement =>
  (statement) =>
    new Promise((resolve, reject) => {
      checkCost(statement.cost ?? 0, maxCostMs);
      checkValues(statement.values);
      client.query(new RawBytesQuery(statement, caller), (error, bytes) => {
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
export function checkValues(values: readonly unknown[]): void {
  const length = values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
  if (values.length > maxValues || length > maxLength)
    throw new Refusal(
      'QUERY_TOO_COMPLEX',
      'The arguments have too many values, or too long ones, for one statement. Split it up.',
    );
}

/** The number of characters in a value, or in all of a list. */
export function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? value.reduce((sum, each) => sum + lengthOf(each), 0) : 0;
}

/** Lets `work` read from any connections, or, if it reads several fields, from one snapshot. */
export async function readInSnapshot<T>(
  connections: Connections,
  isSeveral: boolean,
  work: (run: RunStatement) => T | Promise<T>,
  caller?: Caller,
): Promise<T> {
  if (!isSeveral) {
    const run = (query: RawBytesQuery, done: RawBytesQuery['callback']) =>
      connections.run(query, done, caller?.signal);
    return work(runOn({ query: run }, caller, connections.maxCostMs));
  }
  const snapshot = new Snapshot(connections, caller);
  try {
    return await work((statement) => snapshot.run(statement));
  } finally {
    await snapshot.end();
  }
}

/**
 * Yields what `work` reads from one snapshot, for as long as the caller iterates. When `signal`
 * aborts, the statement that runs at that moment is cancelled.
 */
export async function* streamFromSnapshot<T>(
  connections: Connections,
  signal: AbortSignal,
  work: (client: pg.ClientBase) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const lease = await begin(connections, signal);
  try {
    // Nobody waits for each statement of an export, as somebody does for an interactive read.
    await lease.client.query(`set local statement_timeout = '${longestExportStatement}'`);
    yield* work(lease.client);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await end(lease);
  }
}

async function begin(connections: Connections, signal: AbortSignal | undefined): Promise<Lease> {
  const lease = await connections.take(signal);
  try {
    await runLeased(lease, () =>
      lease.client.query('begin isolation level repeatable read read only'),
    );
    return lease;
  } catch (error) {
    await end(lease);
    throw error;
  }
}

/** A transaction that only reads ends alike by any way. If the connection is lost, it has ended. */
async function end({ client, endCancelling, release }: Lease): Promise<void> {
  await endCancelling();
  const isEnded = await client.query('rollback').then(
    () => true,
    () => false,
  );
  release(!isEnded);
}

/**
 * A read-only transaction that begins with the first read. A read that fails does not affect the
 * others.
 */
class Snapshot {
  private lease: Promise<Lease> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  /** Why all further reads fail. */
  private fault: unknown;
  /** The length of all answers together, in bytes. */
  private length = 0;
  /** What all statements are estimated to cost, in milliseconds. */
  private cost = 0;

  constructor(
    private readonly connections: Connections,
    private readonly caller: Caller | undefined,
  ) {}

  /**
   * Statements run one after the other. All of an operation are compiled before the first one runs,
   * so nothing of an operation that costs too much is executed.
   */
  run(statement: Statement): Promise<string | null> {
    this.cost += statement.cost ?? 0;
    const answer = this.last.then(() => this.read(statement));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async read(statement: Statement): Promise<string | null> {
    if (this.fault) throw this.fault;
    checkCost(this.cost, this.connections.maxCostMs);
    this.lease ??= begin(this.connections, this.caller?.signal);
    const lease = await this.lease;
    await runLeased(lease, () => lease.client.query('savepoint field'));
    try {
      const answer = await runLeased(lease, () => runOn(lease.client, this.caller)(statement));
      this.length += answer?.length ?? 0;
      if (this.length > maxAnswerBytes) throw answerTooLong();
      return answer;
    } catch (error) {
      await lease.client.query('rollback to field').catch(() => {
        this.fault = error;
      });
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.last;
    const lease = await this.lease?.catch(() => undefined);
    if (lease) await end(lease);
  }
}
