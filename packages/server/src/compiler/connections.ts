import type pg from 'pg';
import { Line } from '../values/line.ts';
import { asUnreachable } from '../values/lost-connection.ts';
import { Cancellation, type CancelStatement, cancelTogether } from './cancel.ts';
import type { Queryable, RawBytesQuery } from './raw-bytes.ts';

/** How many connections read at once. */
export const readConnections = 16;

/** A connection that is used by one request. */
export interface Lease {
  client: pg.PoolClient;
  /** The signal of the request has aborted: its statements are cancelled. */
  signal: AbortSignal | undefined;
  /** Resolves when no statement is cancelled any more. Call it before the last statement. */
  endCancelling(): Promise<void>;
  /** Gives the connection back. A broken one is closed. */
  release(isBroken: boolean): void;
}

/** A lost connection fails its statement. Without a listener it would end the process. */
const ignore = () => undefined;

/** For which request a connection runs a statement, and its cancellation if that has left. */
interface Running {
  signal: AbortSignal | undefined;
  cancellation: Cancellation | undefined;
}

/** The connections that requests read on, behind a bounded waiting line. */
export class Connections {
  private readonly cancelStatement: CancelStatement;
  /** Made once for a connection: one for each read would leave more in V8's old space. */
  private readonly running = new Map<pg.PoolClient, Running>();
  private readonly watched = new WeakSet<AbortSignal>();

  /** `line` has a place for each connection that may read at once. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly line: Line = readLine(),
    /** The most that an operation may cost, in milliseconds. */
    readonly maxCostMs = Number.POSITIVE_INFINITY,
  ) {
    this.cancelStatement = cancelTogether(pool);
    pool.on('remove', (client) => this.running.delete(client));
  }

  /**
   * Runs one statement on any connection. With callbacks, as each read passes here: with promises,
   * a read left 2 kB in V8's old space.
   */
  run(query: RawBytesQuery, done: RawBytesQuery['callback'], signal?: AbortSignal): void {
    if (!signal?.aborted && this.line.enterNow()) this.connectAndRun(query, done, signal);
    else this.line.enter(signal).then(() => this.connectAndRun(query, done, signal), done);
  }

  private connectAndRun(
    query: RawBytesQuery,
    done: RawBytesQuery['callback'],
    signal: AbortSignal | undefined,
  ): void {
    this.pool.connect((error, client) => {
      if (client) return this.runOn(client, query, done, signal);
      this.line.leave();
      done(asUnreachable(error ?? null));
    });
  }

  private runOn(
    client: pg.PoolClient & Queryable,
    query: RawBytesQuery,
    done: RawBytesQuery['callback'],
    signal: AbortSignal | undefined,
  ): void {
    client.on('error', ignore);
    const running = this.runningOn(client);
    running.signal = signal;
    if (signal) this.cancelWhenAborted(signal);
    client.query(query, (error, bytes) => {
      const ending = running.cancellation?.end();
      running.signal = running.cancellation = undefined;
      if (ending) void ending.then(() => this.giveBack(client));
      else this.giveBack(client);
      done(error && signal?.aborted ? signal.reason : error, bytes);
    });
  }

  private runningOn(client: pg.PoolClient): Running {
    const running = this.running.get(client) ?? { signal: undefined, cancellation: undefined };
    this.running.set(client, running);
    return running;
  }

  /** Listens once for a signal, which the requests of one client share. */
  private cancelWhenAborted(signal: AbortSignal): void {
    const cancelAll = () => {
      for (const [client, running] of this.running)
        if (running.signal === signal)
          running.cancellation ??= new Cancellation(client, signal, this.cancelStatement);
    };
    if (signal.aborted) cancelAll();
    else if (!this.watched.has(signal)) {
      this.watched.add(signal);
      signal.addEventListener('abort', cancelAll, { once: true });
    }
  }

  /**
   * Takes a connection, whose statements are cancelled when the signal aborts.
   *
   * @throws Busy if none is free soon.
   */
  async take(signal?: AbortSignal): Promise<Lease> {
    await this.line.enter(signal);
    try {
      const client = await this.pool.connect();
      client.on('error', ignore);
      const cancellation = new Cancellation(client, signal, this.cancelStatement);
      const endCancelling = async () => cancellation.end();
      const release = (isBroken: boolean) => this.giveBack(client, isBroken);
      return { client, signal, endCancelling, release };
    } catch (error) {
      this.line.leave();
      throw asUnreachable(error);
    }
  }

  /** The pool itself drops connections that are lost. */
  private giveBack(client: pg.PoolClient, isBroken = false): void {
    client.off('error', ignore);
    client.release(isBroken);
    this.line.leave();
  }
}

/** Makes the line in which the reads of a server wait for a connection. */
export const readLine = (maxWaiting = 500, maxWaitMs = 1_500): Line =>
  new Line({
    places: readConnections,
    maxWaiting,
    maxWaitMs,
    resource: 'a connection to the database',
  });

/** Runs a statement of a lease. @throws the reason of its signal if that has aborted. */
export async function runLeased<T>({ signal }: Lease, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}
