import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { compile, type Param, type Sql } from './sql.ts';

/** A compiled statement, and which of a request's values each of its parameters is. */
export interface Plan {
  name: string;
  text: string;
  /** Indexes of the values, in the order `$1 … $n`. */
  parameters: readonly number[];
  /** Whether it has run before. PostgreSQL only prepares statements that run again. */
  isReused: boolean;
  /** What the cost model keeps about the plan. */
  parts?: unknown;
}

const maxPlans = 2_000;
/** In characters of keys and statements. */
const maxSize = 20_000_000;
const maxKeyLength = 20_000;

/** The plan cache. The least recently used plans are dropped. */
export class Plans {
  private readonly plans = new LRUCache<string, Plan>({
    max: maxPlans,
    maxSize,
    sizeCalculation: ({ text }, key) => key.length + text.length,
  });
  readonly metrics = { hits: 0, misses: 0 };

  get size(): number {
    return this.plans.size;
  }

  /** The length of all statements and their keys, in characters. */
  get length(): number {
    return this.plans.calculatedSize;
  }

  /**
   * The plan with a key, which is compiled if it is not cached. `values` are all values of the
   * request; equal keys have the same values in the same order.
   */
  get(key: string, values: readonly Param[], write: () => Sql): Plan {
    const cached = this.plans.get(key);
    if (cached) {
      this.metrics.hits += 1;
      cached.isReused = true;
      return cached;
    }
    this.metrics.misses += 1;
    const plan = planOf(write(), values);
    if (key.length <= maxKeyLength) this.plans.set(key, plan);
    return plan;
  }
}

/** @throws Error if the statement has a value that is not among the request's. */
function planOf(statement: Sql, values: readonly Param[]): Plan {
  const { text, params } = compile(statement);
  const indexes = new Map(values.map((value, i) => [value, i]));
  const parameters = params.map((param) => {
    const index = indexes.get(param);
    if (index !== undefined) return index;
    throw new Error(
      'A value was bound while compiling. A cached plan would always use that value.',
    );
  });
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  return { name, text, parameters, isReused: false };
}
