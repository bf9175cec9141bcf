import pg from 'pg';
import type { DataSource } from 'typeorm';
import { encodeBytes } from '../compiler/raw-bytes.ts';
import type { Statement } from '../compiler/reader.ts';
import { checkValues, runOn } from '../compiler/snapshot.ts';
import type { GroupRow } from '../compiler/statement-group.ts';
import type { Caller } from '../values/caller.ts';
import { Busy } from '../values/errors.ts';
import { isConnectionLost } from '../values/lost-connection.ts';
import { findOutcome, lostAnswer, unknownOutcome } from './outcome.ts';
import { commitStatement, prepared, utility, type WriteSession } from './write-session.ts';

/** What a write is answered with. It is read before the commit, and sees what was written. */
export interface WriteAnswer {
  statement: Statement;
  caller: Caller;
  /** How long the answer may be, in bytes. */
  longest: number;
  /** How long PostgreSQL may take to read it, in milliseconds: other writes wait meanwhile. */
  timeoutMs: number;
  /** Takes the answer as bytes. What it throws undoes the write, if the answer is long. */
  receive(bytes: string | null): void;
}

/**
 * The length in bytes up to which an answer is read together with the commit. Whether there is
 * memory for a longer one must be known before the commit.
 */
export const shortAnswerBytes = 16 * 1024;

/** What `short_answer` raises. No error of PostgreSQL itself has this code. */
const tooLong = 'CL001';

const limitTime = `select set_config('statement_timeout', $1, true)`;

/** Closes the log, reads the answer and commits. Short answers take one round trip. */
export async function commit(
  database: DataSource,
  client: pg.ClientBase,
  session: WriteSession,
  answer: WriteAnswer | undefined,
): Promise<void> {
  // Without the id of the transaction, the outcome of a lost commit could not be found.
  if (!session.transaction) await session.send([]);
  if (!answer) return commitNow(database, session, () => session.close([commitStatement]));
  const { statement, caller, longest, timeoutMs, receive } = answer;
  checkValues(statement.values);
  const limit = prepared(limitTime, [`${timeoutMs}ms`]);
  if (longest < shortAnswerBytes) await session.close([limit]);
  else {
    const group = [limit, utility('SAVEPOINT answer'), shortAnswerOf(statement), commitStatement];
    try {
      return await commitNow(database, session, () => session.close(group), answer);
    } catch (error) {
      if (Object(error).code !== tooLong) throw error;
      await session.send([utility('ROLLBACK TO answer')]);
    }
  }
  receive(await runOn(client, caller)(statement));
  await commitNow(database, session, () => session.send([commitStatement]));
}

/** Reads an answer, and fails if it is long. */
const shortAnswerOf = ({ name, text, values }: Statement) => ({
  name: name && `${name}-short`,
  text: `select short_answer((${text}), ${shortAnswerBytes}) as answer`,
  values,
});

/**
 * Runs statements, of which the last commits and the one before it may read the answer. If the
 * connection is lost, another one says what happened.
 */
async function commitNow(
  database: DataSource,
  session: WriteSession,
  run: () => Promise<GroupRow[][]>,
  answer?: WriteAnswer,
): Promise<void> {
  try {
    const results = await run();
    answer?.receive(encodeBytes(String(results.at(-2)?.[0]?.answer)));
  } catch (error) {
    // An error that PostgreSQL reports undoes the transaction.
    const isReported = error instanceof Busy || error instanceof pg.DatabaseError;
    const isUndone = isReported && !isConnectionLost(error);
    if (!session.mayBeCommitted || isUndone) throw error;
    const { transaction } = session;
    const outcome = transaction && (await findOutcome(database, transaction));
    if (outcome === 'aborted') throw error;
    if (outcome === undefined) throw unknownOutcome();
    if (answer) await readAgain(database, answer);
  }
}

/** Reads the answer to a write that is committed. It may be longer by now. */
async function readAgain(database: DataSource, { statement, receive }: WriteAnswer): Promise<void> {
  try {
    const [{ answer }] = await database.query(
      `select (${statement.text}) as answer`,
      statement.values,
    );
    receive(encodeBytes(String(answer)));
  } catch {
    throw lostAnswer();
  }
}
