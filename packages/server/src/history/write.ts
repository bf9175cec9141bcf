import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Role } from '../access/roles.ts';
import { Cancellation } from '../compiler/cancel.ts';
import { Busy, Refusal } from '../values/errors.ts';
import type { Line } from '../values/line.ts';
import {
  asUnreachable,
  ConnectionLost,
  isConnectionLost,
  Unreachable,
} from '../values/lost-connection.ts';
import { type MasterKeySource, noMasterKey } from '../values/master-key.ts';
import { commit, type WriteAnswer } from './commit.ts';
import type { NewRows } from './new-rows.ts';
import { WriteSession } from './write-session.ts';

/** Something that the caller of a write should know although the write succeeded. */
export interface WriteWarning {
  code: string;
  message: string;
  recordId: string | null;
}

/** An open write: one transaction, one moment, one row of the log. */
export interface Tx {
  manager: EntityManager;
  by: string;
  /** What identifies the viewer. Undefined: nobody in particular. */
  credentialId: string | undefined;
  role: Role;
  warnings: WriteWarning[];
  /** The rows of new records, which are inserted together. `rowsOf` adds them. */
  rows: NewRows;
  /** Runs a statement that is sent often: each connection plans it once. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Opens the log, if it is not open yet. Statements that change other tables need it. */
  open(): Promise<void>;
  /** The keys that the identities of protected sources may be sealed with. */
  masterKeys: MasterKeySource;
}

interface WriteRequest<T> {
  by: string;
  credentialId?: string | undefined;
  /** Left out: ADMIN, as for the command line, whose user has the database itself. */
  role?: Role;
  action: string;
  work: (tx: Tx) => Promise<T>;
  /**
   * The work reads all that it depends on before it writes. Then other writes run while it reads,
   * and if the database refuses what it writes, it is done again, and holds them up from the start.
   */
  readsFirst?: boolean;
  /** What the write is answered with. If it cannot be read, nothing is written. */
  answer?: (result: T) => WriteAnswer;
  /** The line in which writes wait for each other. Left out: they wait for the database's lock. */
  line?: Line;
  /** Undoes the write when it aborts before the commit. */
  signal?: AbortSignal | undefined;
  /** Left out: the write cannot protect a source. */
  masterKeys?: MasterKeySource | undefined;
}

/**
 * Does all of the work in one transaction and logs it, or does nothing. Writes run one after the
 * other, because the log has one order. In a server they queue in a line instead of waiting for the
 * database's lock, so that they do not occupy connections.
 *
 * @throws Refusal with the outcome UNKNOWN if the connection was lost during the commit and nobody
 * can say whether it succeeded.
 */
export async function inWrite<T>(database: DataSource, request: WriteRequest<T>): Promise<T> {
  const { line, signal } = request;
  const deadline = Date.now() + (line?.limits.maxWaitMs ?? longestWait);
  await line?.enter(signal);
  try {
    return await runLogged(database, request, deadline).catch((error) => {
      if (!request.readsFirst || !mayBeOutdated(error)) throw error;
      return runLogged(database, { ...request, readsFirst: false }, deadline);
    });
  } catch (error) {
    if (line && error instanceof Busy) line.refusals += 1;
    throw error;
  } finally {
    line?.leave();
  }
}

/** How long a write without a line waits for those of other processes, in milliseconds. */
const longestWait = 60_000;

/** Whether the database refuses rows: another write may have changed what they refer to. */
const mayBeOutdated = (error: unknown): boolean => /^(23|CG)/.test(Object(error).code ?? '');

async function runLogged<T>(
  database: DataSource,
  request: WriteRequest<T>,
  deadline: number,
): Promise<T> {
  const { by, role = 'ADMIN', action, work, answer, signal, readsFirst = false } = request;
  const { credentialId, masterKeys = noMasterKey } = request;
  const runner = database.createQueryRunner();
  const client: pg.ClientBase = await connect(runner);
  const cancellation = new Cancellation(client, signal, (processId) =>
    database.query('select pg_cancel_backend($1)', [processId]),
  );
  let isLost = false;
  let hasBegun = false;
  const noteLoss = () => {
    isLost = true;
  };
  client.on('error', noteLoss);
  const session = new WriteSession(runner, client, { by, action, deadline, signal });
  try {
    if (!readsFirst) await session.open();
    signal?.throwIfAborted();
    hasBegun = true;
    const tx: Tx = {
      manager: runner.manager,
      by,
      credentialId,
      role,
      warnings: [],
      rows: session.rows,
      query: (text, values = []) => session.query(text, values),
      open: () => session.open(),
      masterKeys,
    };
    const result = await work(tx);
    signal?.throwIfAborted();
    await commit(database, client, session, answer?.(result));
    await cancellation.end();
    return result;
  } catch (error) {
    await cancellation.end();
    await session.rollback();
    if (error instanceof Refusal) throw error;
    if (signal?.aborted) throw signal.reason;
    // After a loss, TypeORM words its errors in many ways.
    if (!isLost && !isConnectionLost(error)) throw error;
    throw hasBegun ? new ConnectionLost() : new Unreachable('the connection was lost');
  } finally {
    client.off('error', noteLoss);
    await runner.release();
  }
}

async function connect(runner: QueryRunner): Promise<pg.ClientBase> {
  try {
    return await runner.connect();
  } catch (error) {
    throw asUnreachable(error);
  }
}
