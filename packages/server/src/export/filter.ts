import { coerceInputValue, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { badInput, type Issue } from '../values/errors.ts';
import { validateInput } from '../values/validate.ts';
import type { GivenFilter } from './format.ts';

/**
 * The filter that a text of JSON is: checked against the API's `ClaimFilter` and given back as it came, for the API checks it again.
 *
 * @throws Refusal BAD_USER_INPUT naming each key that is wrong, `filter.kind.0`.
 */
export function readFilter(schema: GraphQLSchema, text: string | undefined): GivenFilter {
  if (text === undefined) return undefined;
  const filter = parsed(text);
  coerceFilter(schema, filter);
  return filter as GivenFilter;
}

/** A filter with its defaults filled in, as resolvers get it. @throws Refusal as `readFilter` does. */
export function coerceFilter(schema: GraphQLSchema, filter: unknown): Record<string, unknown> {
  const issues: Issue[] = [];
  const type = schema.getType('ClaimFilter') as GraphQLInputObjectType;
  const value = coerceInputValue(filter, type, (path, _value, { message }) => {
    issues.push({ path: ['filter', ...path], message });
  });
  if (issues.length > 0) throw badInput(...issues);
  validateInput(type, value, ['filter']);
  return value as Record<string, unknown>;
}

function parsed(text: string): unknown {
  const wish = 'It must be a JSON object of the API’s ClaimFilter, such as {"kind":["CLASH"]}.';
  try {
    const filter = JSON.parse(text);
    if (filter !== null && typeof filter === 'object' && !Array.isArray(filter)) return filter;
  } catch (error) {
    throw badInput({
      path: ['filter'],
      message: `The filter is not JSON: ${(error as Error).message}. ${wish}`,
    });
  }
  throw badInput({ path: ['filter'], message: wish });
}
