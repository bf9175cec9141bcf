import { type OperationCost, TooCostly } from '../compiler/cost.ts';
import type { RunStatement } from '../compiler/snapshot.ts';
import { Busy } from '../values/errors.ts';

/** The most that an operation may cost by default, in milliseconds. */
export const defaultMaxCostMs = 5_000;

/** Adds up what statements cost, but for those that were refused before they ran. */
export const addCost =
  (run: RunStatement, cost: OperationCost): RunStatement =>
  (statement) => {
    const ms = statement.cost ?? 0;
    cost.ms += ms;
    return run(statement).catch((error) => {
      if (error instanceof TooCostly || error instanceof Busy) cost.ms -= ms;
      throw error;
    });
  };

/** A cost as answers show it: no more precise than it is. */
export const roundCost = (ms: number): number => Number(ms.toPrecision(2));
