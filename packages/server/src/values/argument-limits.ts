import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Path } from './errors.ts';
import { argumentExceeds, type LimitName, limits } from './limits.ts';

/** Types whose `first` has a limit of its own. */
const limitsOfTypes: Record<string, LimitName | undefined> = {
  ClaimStats: 'buckets',
  ClaimMarks: 'marks',
};

/** The keys of a filter that combine other filters. */
const combinators = ['and', 'or', 'not'];

type LimitedField = Pick<GraphQLField<unknown, unknown>, 'type' | 'args'>;

/**
 * Checks what the arguments of a field ask for: pages, lists and filters.
 * @throws Refusal naming the first argument that exceeds a limit.
 */
export function checkArgumentLimits(
  { type: fieldType, args }: LimitedField,
  values: Readonly<Record<string, unknown>>,
  path: Path,
): void {
  for (const { name, type } of args) {
    const value = values[name];
    if (value == null) continue;
    if (typeof value === 'object') checkValueLimits(type, value, [...path, name]);
    else if (typeof value === 'number' && (name === 'first' || name === 'last'))
      checkPageSize(limitsOfTypes[getNamedType(fieldType).name] ?? 'pageSize', value, [
        ...path,
        name,
      ]);
  }
}

/**
 * Checks the lists and filters in a value of an input type.
 * @throws Refusal naming the first that exceeds a limit.
 */
export function checkValueLimits(type: GraphQLInputType, value: unknown, path: Path): void {
  new ValueWalk([...path]).visit(value, type, 0);
}

function checkPageSize(limit: LimitName, value: number, path: Path): void {
  const { max, advice } = limits[limit];
  if (value >= 1 && value <= max) return;
  const message = `${path.at(-1)} must be from 1 to ${max}, not ${value}. ${advice}`;
  throw argumentExceeds(limit, value, path, message);
}

/** Walks one argument. The path grows and shrinks: most values are right and need none. */
class ValueWalk {
  private conditions = 0;

  constructor(private readonly here: Path[number][]) {}

  /** `depth`: how many `and`, `or` and `not` of one filter are around the value. */
  visit(value: unknown, type: GraphQLInputType, depth: number): void {
    if (value === null || typeof value !== 'object') return;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (Array.isArray(value)) {
        this.check('listItems', value.length);
        for (let i = 0; i < value.length; i += 1) this.step(i, value[i], nullable.ofType, depth);
      } else {
        // A list of one item may be given as the item.
        this.visit(value, nullable.ofType, depth);
      }
      return;
    }
    // Scalars check their values themselves: an outline has more points than a list may have items.
    if (!isInputObjectType(nullable)) return;
    const fields = nullable.getFields();
    const isFilter = 'and' in fields;
    for (const key of Object.keys(value)) {
      const field = fields[key];
      const part = (value as Record<string, unknown>)[key];
      if (!field || part == null) continue;
      const isCombinator = isFilter && combinators.includes(key);
      if (isFilter) {
        this.conditions += 1;
        this.check('filterConditions', this.conditions);
      }
      this.step(key, part, field.type, isCombinator ? depth + 1 : 0);
    }
  }

  private step(to: string | number, value: unknown, type: GraphQLInputType, depth: number): void {
    this.here.push(to);
    this.check('filterDepth', depth);
    this.visit(value, type, depth);
    this.here.pop();
  }

  private check(name: LimitName, value: number): void {
    if (value > limits[name].max) throw argumentExceeds(name, value, [...this.here]);
  }
}
