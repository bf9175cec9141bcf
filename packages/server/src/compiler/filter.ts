import type { Path } from '../values/errors.ts';
import { type IdType, keyOf } from '../values/ids.ts';
import { and, localAlias, or, raw, type Sql, sql } from './sql.ts';

type Input = Record<string, unknown>;

/** The condition that one key of a filter puts on a row. */
export type Condition<T = never> = (row: Sql, value: T, ctx: FilterContext) => Sql;

/**
 * A condition that a filter has by default. `own` are its keys that are not null.
 */
export type DefaultCondition = (row: Sql, own: Input, whole: WholeFilter) => Sql;

/** What a default condition may ask about the filter and those around it. */
export interface WholeFilter {
  /** Whether a key is used in the filter or in one around it. */
  isUsed(key: string): boolean;
  /**
   * The values that the filter, or one around it that must match too, lists for a key. Below `not`,
   * a key excludes rows, so it lists nothing.
   */
  listed(key: string): unknown[];
}

const conditions = new Map<Function, Map<string, Condition>>();
const defaultConditions = new Map<Function, DefaultCondition>();

/** Declares what a key of a filter means in SQL. */
export const Where =
  <T>(condition: Condition<T>): PropertyDecorator =>
  (target, key) => {
    const keys = conditions.get(target.constructor) ?? new Map<string, Condition>();
    conditions.set(target.constructor, keys.set(String(key), condition));
  };

/**
 * Declares what a filter leaves out by default. It does not apply below `not`, where leaving
 * something out would let it in. Below two of them, it applies again.
 */
export const DefaultFilter =
  (condition: DefaultCondition): ClassDecorator =>
  (target) => {
    defaultConditions.set(target, condition);
  };

/** What a key of a filter means, on its class or on one that it extends. */
function conditionOf(type: Function, key: string): Condition | undefined {
  for (let each = type; each !== Function.prototype; each = Object.getPrototypeOf(each)) {
    const condition = conditions.get(each)?.get(key);
    if (condition) return condition;
  }
  return undefined;
}

/** The keys of a filter that combine other filters. */
const combinators = ['and', 'or', 'not'];

/** What a filter is part of. */
interface Surroundings {
  /** The keys used around it. */
  usedKeys: ReadonlySet<string>;
  /** The filters around it that must match if it does, without itself. */
  others: readonly Input[];
  /** Whether it is below an odd number of `not`. */
  isNegated: boolean;
}

const outermost: Surroundings = { usedKeys: new Set(), others: [], isNegated: false };
const nothingAround: WholeFilter = { isUsed: () => false, listed: () => [] };

/** What a condition may use: its path in the arguments, new aliases, keys of ids, other filters. */
export class FilterContext {
  constructor(
    private readonly prefix: string,
    readonly path: Path,
    private readonly used = { aliases: 0 },
    private readonly usedKeys: ReadonlySet<string> = new Set(),
  ) {}

  /** The same context, some steps further into the arguments. */
  at(...steps: Path): FilterContext {
    return new FilterContext(this.prefix, [...this.path, ...steps], this.used, this.usedKeys);
  }

  /** Whether the filter of which this is a condition, or one around it, uses a key. */
  isUsed(key: string): boolean {
    return this.usedKeys.has(key);
  }

  /** An alias that occurs nowhere else in the statement. */
  alias(): Sql {
    this.used.aliases += 1;
    return localAlias(`${this.prefix}f${this.used.aliases}`);
  }

  /** The database keys of one or several ids. @throws Refusal naming an id of another type. */
  keys(ids: string | readonly string[], type: IdType | readonly IdType[]): string[] {
    const isList = Array.isArray(ids);
    return [ids].flat().map((id, i) => keyOf(id, type, isList ? [...this.path, i] : this.path));
  }

  /**
   * The condition of a filter. A key that is null has no condition, and a filter that is null has
   * only the default condition. @throws Refusal.
   */
  filter(type: Function, row: Sql, input: object | null | undefined): Sql {
    if (input == null) return defaultConditions.get(type)?.(row, {}, nothingAround) ?? raw('true');
    return this.combine(type, row, input as Input, outermost);
  }

  /** Whether a filter uses a key anywhere in it. */
  asks(input: object, key: string): boolean {
    return asks(input, key);
  }

  /** The values that a filter lists for a key, except below `not`. */
  listed(input: object, key: string): unknown[] {
    return valuesListedIn(input as Input, key);
  }

  private combine(type: Function, row: Sql, input: Input, around: Surroundings): Sql {
    const own = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
    const usedKeys = new Set([...around.usedKeys, ...keysIn(own)]);
    const all = Object.entries(own).map(([key, value]) => {
      const ctx = this.at(key).within(usedKeys);
      const part = (each: Input, at: FilterContext, isNegated = around.isNegated) =>
        at.combine(type, row, each, {
          usedKeys,
          others: around.isNegated ? around.others : [...around.others, besides(each, key, own)],
          isNegated,
        });
      if (key === 'and') return and((value as Input[]).map((each, i) => part(each, ctx.at(i))));
      if (key === 'or') return or((value as Input[]).map((each, i) => part(each, ctx.at(i))));
      if (key === 'not') {
        const negated = part(value as Input, ctx, !around.isNegated);
        return sql`not coalesce(${negated}, false)`;
      }
      const condition = conditionOf(type, key);
      if (!condition) throw new Error(`${type.name}.${key} has no @Where`);
      // The schema has checked that the value has the type that the condition takes.
      return condition(row, value as never, ctx);
    });
    const byDefault = around.isNegated ? undefined : defaultConditions.get(type);
    if (byDefault)
      all.push(
        byDefault(row, own, {
          isUsed: (key) => usedKeys.has(key),
          listed: (key) => [...around.others, own].flatMap((each) => valuesListedIn(each, key)),
        }),
      );
    return and(all);
  }

  private within(usedKeys: ReadonlySet<string>): FilterContext {
    return new FilterContext(this.prefix, this.path, this.used, usedKeys);
  }
}

/** What must match beside a part of a filter. The other alternatives of `or` need not. */
function besides(part: Input, key: string, { [key]: parts, ...others }: Input): Input {
  return key === 'and'
    ? { ...others, and: (parts as Input[]).filter((each) => each !== part) }
    : others;
}

/** Whether a filter has a condition, also within `and`, `or` and `not`. */
export const asks = (input: object, key: string): boolean => keysIn(input as Input).includes(key);

/** The keys that a filter uses, also within `and`, `or` and `not`. */
const keysIn = (input: Input): string[] =>
  Object.entries(input).flatMap(([key, value]) => {
    if (value == null) return [];
    if (!combinators.includes(key)) return [key];
    return [value as Input | Input[]].flat().flatMap(keysIn);
  });

/** The values that a filter lists for a key, also within `and` and `or`, but not below `not`. */
function valuesListedIn(input: Input, key: string, isNegated = false): unknown[] {
  const { and: all, or: any, not: none, [key]: own } = input;
  return [
    ...(isNegated ? [] : [own ?? []].flat()),
    ...[all ?? [], any ?? []]
      .flat()
      .flatMap((part) => valuesListedIn(part as Input, key, isNegated)),
    ...(none == null ? [] : valuesListedIn(none as Input, key, !isNegated)),
  ];
}
