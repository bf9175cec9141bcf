import { badInput, type Path } from '../values/errors.ts';
import { type IdType, keyOf } from '../values/ids.ts';
import { and, localAlias, or, raw, type Sql, sql } from './sql.ts';

type Input = Record<string, unknown>;

/** The condition that one key of a filter puts on a row. */
export type Condition<T = never> = (row: Sql, value: T, use: FilterContext) => Sql;

/** A condition that a filter object adds by itself, seeing its keys and those that stand around it. */
export type DefaultCondition = (row: Sql, own: Input, asked: (key: string) => boolean) => Sql;

const conditions = new Map<Function, Map<string, Condition>>();
const defaults = new Map<Function, DefaultCondition>();

/** A filter's key says itself what it asks of a row. */
export const Where =
  <T>(condition: Condition<T>): PropertyDecorator =>
  (target, key) => {
    const known = conditions.get(target.constructor) ?? new Map();
    conditions.set(target.constructor, known.set(String(key), condition));
  };

/** What a filter leaves out unless asked for. Below `not` nothing is left out: it would come in again. */
export const DefaultFilter =
  (condition: DefaultCondition): ClassDecorator =>
  (target) => {
    defaults.set(target, condition);
  };

const maxConditions = 100;

interface Surroundings {
  asked: ReadonlySet<string>;
  negated: boolean;
}

/** What a condition may use: where it stands, fresh aliases, keys of ids, other filters. */
export class FilterContext {
  constructor(
    private readonly prefix: string,
    readonly path: Path,
    private readonly used = { aliases: 0, conditions: 0 },
  ) {}

  /** The same, one step further into the arguments. */
  at(...steps: Path): FilterContext {
    return new FilterContext(this.prefix, [...this.path, ...steps], this.used);
  }

  /** An alias that nothing else in the statement has. */
  alias(): Sql {
    this.used.aliases += 1;
    return localAlias(`${this.prefix}f${this.used.aliases}`);
  }

  /** The database keys of one or several ids. @throws Refusal that names the id. */
  keys(ids: string | readonly string[], type: IdType | readonly IdType[]): string[] {
    return [ids]
      .flat()
      .map((id, i) => keyOf(id, type, Array.isArray(ids) ? [...this.path, i] : this.path));
  }

  /** The condition of a whole filter; a key that is null asks nothing. */
  filter(of: Function, row: Sql, input: object | null | undefined): Sql {
    return input == null
      ? raw('true')
      : this.combine(of, row, input as Input, { asked: new Set(), negated: false });
  }

  /** Whether a filter asks by a key anywhere in it. */
  asks(input: object, key: string): boolean {
    return keysWithin(input as Input).includes(key);
  }

  private combine(of: Function, row: Sql, input: Input, around: Surroundings): Sql {
    const own = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
    const asked = new Set([...around.asked, ...keysWithin(own)]);
    const found = Object.entries(own).map(([key, value]) => {
      const use = this.at(key);
      this.charge();
      const each = (part: Input, i: number) =>
        use.at(i).combine(of, row, part, { asked, negated: around.negated });
      if (key === 'and') return and((value as Input[]).map(each));
      if (key === 'or') return or((value as Input[]).map(each));
      if (key === 'not')
        return sql`not coalesce(${use.combine(of, row, value as Input, { asked, negated: true })}, false)`;
      const condition = conditions.get(of)?.get(key);
      if (!condition) throw new Error(`${of.name}.${key} has no @Where`);
      return condition(row, value as never, use);
    });
    const leavesOut = around.negated ? undefined : defaults.get(of);
    if (leavesOut) found.push(leavesOut(row, own, (key) => asked.has(key)));
    return and(found);
  }

  private charge(): void {
    this.used.conditions += 1;
    if (this.used.conditions > maxConditions) {
      throw badInput({
        path: this.path,
        message: `A filter may hold at most ${maxConditions} conditions.`,
      });
    }
  }
}

/** Every key that a filter asks by, through and, or, not. */
const keysWithin = (input: Input): string[] =>
  Object.entries(input).flatMap(([key, value]) => {
    if (value == null) return [];
    return ['and', 'or', 'not'].includes(key)
      ? [value as Input | Input[]].flat().flatMap(keysWithin)
      : [key];
  });
