import type { Statement } from '../compiler/reader.ts';
import type { RunStatement } from '../compiler/snapshot.ts';
import { Refusal } from '../values/errors.ts';

/** The most that an operation may cost by default, in milliseconds. */
export const defaultMaxCostMs = 5_000;

/** The estimated cost of an operation, as far as its statements are compiled. */
export interface OperationCost {
  /** In milliseconds of PostgreSQL's CPU time. */
  ms: number;
}

/** Hears what operations cost before they run. @throws Refusal to prevent that. */
export type NoteCost = (ms: number) => void;

/**
 * Adds up what the statements of an operation cost, and runs them unless that is too much. All of
 * them are compiled before the first one runs, so nothing of an operation that costs too much is
 * executed.
 */
export function limitCost(
  run: RunStatement,
  cost: OperationCost,
  maxMs: number,
  note: NoteCost,
): RunStatement {
  const check = () => {
    if (cost.ms > maxMs) throw tooExpensive(cost.ms, maxMs);
  };
  return (statement: Statement) => {
    const ms = statement.cost ?? 0;
    cost.ms += ms;
    note(ms);
    check();
    // Statements of one snapshot wait for each other.
    statement.check = check;
    return run(statement);
  };
}

const tooExpensive = (ms: number, maxMs: number): Refusal =>
  new Refusal(
    'QUERY_TOO_COMPLEX',
    `This would take about ${Math.round(ms)} ms of the database’s CPU time, and the limit is ` +
      `${maxMs} ms. Ask for smaller pages, fewer nested lists or a narrower filter.`,
  );

/** A cost as answers show it: no more precise than it is. */
export const roundCost = (ms: number): number => Number(ms.toPrecision(2));
