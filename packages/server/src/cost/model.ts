import type { Conditions } from './conditions.ts';
import type { LedgerCounts } from './counts.ts';

/** A cost in milliseconds of PostgreSQL's CPU time, by its name in `weights.json`. */
export type Weight = (name: string) => number;

/** Arguments of a field, as graphql-js coerced them. */
export type Args = Readonly<Record<string, unknown>>;

/** How many rows a part of a statement is run for. */
export interface Runs {
  count: number;
  /** The key of the record that it is run for, if that is the only one. */
  key?: string | undefined;
  /** Whether the records were found by rows that refer to them. */
  isReferred: boolean;
}

/** What a part of a statement costs, and how many rows it returns in all its runs. */
export interface PartCost {
  ms: number;
  rows: number;
  /** The dimensions by which statistics are counted. */
  by?: readonly string[];
}

/** What the model knows when it estimates. */
export interface Knowledge {
  counts: LedgerCounts;
  weight: Weight;
  conditions: Conditions;
}

/** The share of rows that a condition matches. */
export type ShareRule = (value: unknown, knowledge: Knowledge, table: string) => number;
