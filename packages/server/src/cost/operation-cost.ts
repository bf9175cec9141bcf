import type { RunStatement } from '../compiler/snapshot.ts';

/** The most that an operation may cost by default, in milliseconds. */
export const defaultMaxCostMs = 5_000;

/** The estimated cost of an operation, as far as its statements are compiled. */
export interface OperationCost {
  /** In milliseconds of PostgreSQL's CPU time. */
  ms: number;
}

/** Adds up what statements cost that are about to run. */
export const addCost =
  (run: RunStatement, cost: OperationCost): RunStatement =>
  (statement) => {
    cost.ms += statement.cost ?? 0;
    return run(statement);
  };

/** A cost as answers show it: no more precise than it is. */
export const roundCost = (ms: number): number => Number(ms.toPrecision(2));
