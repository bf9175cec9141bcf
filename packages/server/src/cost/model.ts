import type { Conditions } from './conditions.ts';
import type { LedgerCounts } from './counts.ts';

/** A cost in milliseconds of PostgreSQL's CPU time, by its name in `weights.ts`. */
export type Weight = (name: string) => number;

/** Arguments of a field, as graphql-js coerced them. */
export type Args = Readonly<Record<string, unknown>>;

/**
 * What records are found by: the rows that refer to them, or places inside them. Either finds some
 * records often. Undefined: neither, all are found alike.
 */
export type ReferredBy = 'ROWS' | 'PLACES' | undefined;

/** How many rows a part of a statement is run for. */
export interface Runs {
  count: number;
  /** The key of the record that it is run for, if that is the only one. */
  key?: string | undefined;
  /** What the records were found by. */
  referredBy: ReferredBy;
}

/** What a part of a statement costs, and how many rows it returns in all its runs. */
export interface PartCost {
  ms: number;
  rows: number;
  /** The dimensions by which statistics are counted. */
  by?: readonly string[];
  /** Whether the rows are more often of owners of many claims, as buckets are that are cut off. */
  isSkewed?: boolean;
}

/** What the model knows when it estimates. */
export interface Knowledge {
  counts: LedgerCounts;
  weight: Weight;
  conditions: Conditions;
}

/** The share of rows that a condition matches. */
export type ShareRule = (value: unknown, knowledge: Knowledge, table: string) => number;
