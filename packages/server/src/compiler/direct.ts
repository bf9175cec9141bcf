import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { merged } from '../values/merged.ts';
import { variablesOf } from './coerce-variables.ts';
import { holdsVariable, type RootInfo } from './field-arguments.ts';

/** Runs an operation with given variables; undefined where graphql-js is to do it. */
type Direct = (
  variables: Record<string, unknown>,
  context: unknown,
) => Promise<ExecutionResult<Record<string, unknown>> | undefined>;

const known = new WeakMap<OperationDefinitionNode, Direct | null>();

/**
 * Most operations ask for one root field, of which graphql-js would do no more than this: read variables and arguments, call the resolver,
 * and give an error its place. Null for all others; and what is wrong with a variable graphql-js says itself.
 *
 * @param schema the one whose roots end in texts
 */
export function direct(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Direct | null {
  let run = known.get(operation);
  if (run === undefined) {
    run = make(schema, document, operation);
    known.set(operation, run);
  }
  return run;
}

function make(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Direct | null {
  const [node, ...more] = operation.selectionSet.selections;
  if (
    operation.operation !== 'query' ||
    node?.kind !== Kind.FIELD ||
    more.length > 0 ||
    node.directives?.length
  )
    return null;
  const parentType = schema.getRootType(operation.operation)!;
  const field = parentType.getFields()[node.name.value];
  if (!field?.resolve || !node.selectionSet || field.name.startsWith('__')) return null;
  const { resolve } = field;
  const key = node.alias?.value ?? field.name;
  const common = {
    fieldName: field.name,
    fieldNodes: [node] as readonly FieldNode[],
    returnType: field.type,
    parentType,
    schema,
    operation,
    path: { prev: undefined, key, typename: parentType.name },
    fragments: fragmentsOf(document),
    rootValue: undefined,
  };
  const coerce = variablesOf(schema, operation);
  const readArguments = argumentsOf(field, node);
  return async (given, context) => {
    let variableValues: Record<string, unknown>;
    try {
      variableValues = coerce(given);
    } catch {
      return undefined;
    }
    try {
      const rootArguments = readArguments(variableValues);
      const info: RootInfo = merged(common, { variableValues, rootArguments });
      const answer = await resolve(undefined, rootArguments, context, info);
      if (answer == null && isNonNullType(field.type)) return undefined;
      return { data: { [key]: answer ?? null } };
    } catch (error) {
      return {
        errors: [locatedError(error, [node], [key])],
        data: isNonNullType(field.type) ? null : { [key]: null },
      };
    }
  };
}

/** A document's fragments by their names. */
export const fragmentsOf = ({
  definitions,
}: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );

type Values = Record<string, unknown>;

/**
 * A field's arguments as graphql-js reads them (GraphQL 2021, §6.4.1): what is written in the query once, what variables bring each time.
 */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Values) => Values {
  const given = node.arguments ?? [];
  const brought = given.flatMap(({ name, value }) =>
    value.kind === Kind.VARIABLE ? [{ name: name.value, variable: value.name.value }] : [],
  );
  const nullable = brought.every(
    ({ name }) => !isNonNullType(field.args.find((each) => each.name === name)?.type),
  );
  const mixed = given.some((each) => each.value.kind !== Kind.VARIABLE && holdsVariable(each));
  if (mixed || !nullable) return (variables) => getArgumentValues(field, node, variables);
  let written: Values | undefined;
  return (variables) => {
    // Read when it is first asked for, so that what is wrong in it is told where graphql-js would tell it; the types order the keys.
    written ??= getArgumentValues(field, {
      ...node,
      arguments: given.filter(({ value }) => value.kind !== Kind.VARIABLE),
    });
    const read = Object.assign({}, written);
    for (const { name, variable } of brought)
      if (Object.hasOwn(variables, variable)) read[name] = variables[variable];
    return read;
  };
}
