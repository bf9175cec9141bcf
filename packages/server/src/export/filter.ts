import { coerceInputValue, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { checkValueLimits } from '../values/argument-limits.ts';
import { badInput, type Issue } from '../values/errors.ts';
import { validateInput } from '../values/validate.ts';
import type { GivenFilter } from './format.ts';

/**
 * Parses a filter from JSON and checks it against the API's `ClaimFilter`. Returns it as it was
 * sent: the API coerces it again.
 *
 * @throws Refusal BAD_USER_INPUT with the path of each wrong key, such as `filter.kind.0`.
 */
export function readFilter(schema: GraphQLSchema, text: string | undefined): GivenFilter {
  if (text === undefined) return undefined;
  const filter = parseObject(text);
  coerceFilter(schema, filter);
  return filter as GivenFilter;
}

/**
 * Fills in the defaults of a filter, as resolvers get it.
 * @throws Refusal, as `readFilter` does.
 */
export function coerceFilter(schema: GraphQLSchema, filter: unknown): Record<string, unknown> {
  const issues: Issue[] = [];
  const type = schema.getType('ClaimFilter') as GraphQLInputObjectType;
  const value = coerceInputValue(filter, type, (path, _value, { message }) => {
    issues.push({ path: ['filter', ...path], message });
  });
  if (issues.length > 0) throw badInput(...issues);
  checkValueLimits(type, value, ['filter']);
  validateInput(type, value, ['filter']);
  return value as Record<string, unknown>;
}

function parseObject(text: string): unknown {
  const expected = 'It must be a ClaimFilter as a JSON object, such as {"kind":["CLASH"]}.';
  try {
    const filter = JSON.parse(text);
    if (filter !== null && typeof filter === 'object' && !Array.isArray(filter)) return filter;
  } catch (error) {
    throw badInput({
      path: ['filter'],
      message: `The filter is not JSON: ${(error as Error).message}. ${expected}`,
    });
  }
  throw badInput({ path: ['filter'], message: expected });
}
