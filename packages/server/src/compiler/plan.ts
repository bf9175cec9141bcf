import { createHash } from 'node:crypto';
import { Recent } from '../values/recent.ts';
import { compile, type Param, type Sql } from './sql.ts';

/** A statement ready to run, and where among the prepared values each of its parameters stands. */
export interface Plan {
  name: string;
  text: string;
  parameters: readonly number[];
  /** Whether it ran before: only then is it worth keeping prepared. */
  again: boolean;
}

const maxPlans = 2_000;
/** Characters of keys and statements, in all. */
const maxLength = 20_000_000;
const maxFingerprint = 20_000;

/** Statements by tree and shape of the arguments, bounded. */
export class Plans {
  private readonly plans = new Recent<Plan>(maxPlans, maxLength);
  readonly metrics = { hits: 0, misses: 0 };

  /** How many are kept. */
  get size(): number {
    return this.plans.size;
  }

  /** How long they are, together with their keys, in characters. */
  get length(): number {
    return this.plans.length;
  }

  /** The plan under a key, compiled when it is not there. `values` are all bound values that were prepared, in their order. */
  get(key: string, values: readonly Param[], compile: () => Sql): Plan {
    const known = this.plans.get(key);
    if (known) {
      this.metrics.hits += 1;
      known.again = true;
      return known;
    }
    this.metrics.misses += 1;
    const plan = planOf(compile(), values);
    if (key.length <= maxFingerprint) this.plans.set(key, plan, key.length + plan.text.length);
    return plan;
  }
}

function planOf(statement: Sql, values: readonly Param[]): Plan {
  const { text, params } = compile(statement);
  const places = new Map(values.map((value, i) => [value, i]));
  const parameters = params.map((bound) => {
    const place = places.get(bound);
    if (place === undefined)
      throw new Error('a value was bound while compiling: it would be frozen into the plan');
    return place;
  });
  return {
    again: false,
    name: createHash('sha256').update(text).digest('base64url').slice(0, 32),
    text,
    parameters,
  };
}
