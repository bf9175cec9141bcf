import { type ArgumentNode, BREAK, GraphQLError, type GraphQLResolveInfo, visit } from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { badInput } from '../values/errors.ts';
import { validateArguments } from '../values/validate.ts';
import type { SelectionNode } from './selection-node.ts';

/** What a resolver receives. The executor adds the root field's arguments if it has read them. */
export interface RootInfo extends GraphQLResolveInfo {
  rootArguments?: Record<string, unknown>;
}

/**
 * The arguments of a selected field, as graphql-js coerces them, checked by the rules of their
 * classes. @throws Refusal naming every invalid argument.
 */
export function checkedArguments(node: SelectionNode, info: RootInfo): Record<string, unknown> {
  const args = argumentsOf(node, info);
  if (node.field) validateArguments(node.field, args, node.path.slice(1));
  return args;
}

/** @throws Refusal for a variable that is null where its argument must not be. */
function argumentsOf(
  { field, above, path, fieldNodes }: SelectionNode,
  { variableValues, rootArguments }: RootInfo,
): Record<string, unknown> {
  if (!above && rootArguments) return rootArguments;
  const [fieldNode] = fieldNodes;
  if (!field || !fieldNode) return {};
  try {
    return getArgumentValues(field, fieldNode, variableValues);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const argument = /^Argument "(\w+)"/.exec(error.message)?.slice(1) ?? [];
    throw badInput({ path: [...path.slice(1), ...argument], message: error.message });
  }
}

/** Whether there is a variable anywhere in an argument. */
export function holdsVariable(argument: ArgumentNode): boolean {
  let found = false;
  visit(argument, {
    Variable: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}
