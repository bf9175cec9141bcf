import { TooCostly } from '../compiler/cost.ts';
import type { RunStatement } from '../compiler/snapshot.ts';
import { Busy } from '../values/errors.ts';

/** The most that an operation may cost by default, in milliseconds. */
export const defaultMaxCostMs = 5_000;

/** Who pays for an operation, in milliseconds of PostgreSQL's CPU time. */
interface Payer {
  /** @throws Refusal if nothing more can be paid. */
  pay(ms: number): Promise<void>;
  /** Takes back what was paid for something that did not run. */
  giveBack(ms: number): void;
}

/** Pays for statements before they run, but for those that are refused. */
export const payForStatements =
  (run: RunStatement, payer: Payer): RunStatement =>
  async (statement) => {
    const ms = statement.cost ?? 0;
    await payer.pay(ms);
    return run(statement).catch((error) => {
      if (error instanceof TooCostly || error instanceof Busy) payer.giveBack(ms);
      throw error;
    });
  };

/** A cost as answers show it: no more precise than it is. */
export const roundCost = (ms: number): number => Number(ms.toPrecision(2));
