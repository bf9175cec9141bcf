import { badInput, type Path } from '../values/errors.ts';
import { type IdType, keyOf } from '../values/ids.ts';
import { and, localAlias, or, raw, type Sql, sql } from './sql.ts';

type Input = Record<string, unknown>;

/** The condition that one key of a filter puts on a row. */
export type Condition<T = never> = (row: Sql, value: T, ctx: FilterContext) => Sql;

/**
 * A condition that a filter has by default. `own` are its keys that are not null. `isUsed` says
 * whether a key is used in this filter or in one around it.
 */
export type DefaultCondition = (row: Sql, own: Input, isUsed: (key: string) => boolean) => Sql;

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
 * something out would let it in.
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

const maxConditions = 100;

/** What a filter is part of: the keys used around it, and whether it is below `not`. */
interface Surroundings {
  usedKeys: ReadonlySet<string>;
  isNegated: boolean;
}

/** What a condition may use: its path in the arguments, new aliases, keys of ids, other filters. */
export class FilterContext {
  constructor(
    private readonly prefix: string,
    readonly path: Path,
    private readonly used = { aliases: 0, conditions: 0 },
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
    if (input == null) return defaultConditions.get(type)?.(row, {}, () => false) ?? raw('true');
    return this.combine(type, row, input as Input, { usedKeys: new Set(), isNegated: false });
  }

  /** Whether a filter uses a key anywhere in it. */
  asks(input: object, key: string): boolean {
    return keysIn(input as Input).includes(key);
  }

  private combine(type: Function, row: Sql, input: Input, around: Surroundings): Sql {
    const own = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
    const usedKeys = new Set([...around.usedKeys, ...keysIn(own)]);
    const all = Object.entries(own).map(([key, value]) => {
      const ctx = this.at(key).within(usedKeys);
      this.countCondition();
      const part = (each: Input, i: number) =>
        ctx.at(i).combine(type, row, each, { usedKeys, isNegated: around.isNegated });
      if (key === 'and') return and((value as Input[]).map(part));
      if (key === 'or') return or((value as Input[]).map(part));
      if (key === 'not') {
        const negated = ctx.combine(type, row, value as Input, { usedKeys, isNegated: true });
        return sql`not coalesce(${negated}, false)`;
      }
      const condition = conditionOf(type, key);
      if (!condition) throw new Error(`${type.name}.${key} has no @Where`);
      // The schema has checked that the value has the type that the condition takes.
      return condition(row, value as never, ctx);
    });
    const byDefault = around.isNegated ? undefined : defaultConditions.get(type);
    if (byDefault) all.push(byDefault(row, own, (key) => usedKeys.has(key)));
    return and(all);
  }

  private within(usedKeys: ReadonlySet<string>): FilterContext {
    return new FilterContext(this.prefix, this.path, this.used, usedKeys);
  }

  private countCondition(): void {
    this.used.conditions += 1;
    if (this.used.conditions > maxConditions) {
      throw badInput({
        path: this.path,
        message: `A filter may have at most ${maxConditions} conditions.`,
      });
    }
  }
}

/** The keys that a filter uses, also within `and`, `or` and `not`. */
const keysIn = (input: Input): string[] =>
  Object.entries(input).flatMap(([key, value]) => {
    if (value == null) return [];
    if (!['and', 'or', 'not'].includes(key)) return [key];
    return [value as Input | Input[]].flat().flatMap(keysIn);
  });
