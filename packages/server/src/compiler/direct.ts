import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import { holdsVariable, type RootInfo } from './field-arguments.ts';
import { fragmentsOf } from './fragments.ts';

type Values = Record<string, unknown>;

/** Runs an operation with the variables of a request; undefined when graphql-js has to run it. */
export type DirectRun = (
  variables: Values,
  context: unknown,
) => Promise<ExecutionResult<Values> | undefined>;

/**
 * Executes queries of one root field without graphql-js's executor, which would do no more for them
 * than this: coerce variables and arguments, call the resolver, and locate its error. Returns null
 * for all other operations. Wrong variables are left to graphql-js, which words their errors.
 *
 * @param schema the execution schema, whose root fields return text
 */
export function directExecutor(
  schema: GraphQLSchema,
): (document: DocumentNode, operation: OperationDefinitionNode) => DirectRun | null {
  const runs = new WeakMap<OperationDefinitionNode, DirectRun | null>();
  return (document, operation) => {
    let run = runs.get(operation);
    if (run === undefined) {
      run = directRun(schema, document, operation);
      runs.set(operation, run);
    }
    return run;
  };
}

/** graphql-js words the errors of wrong variables, so one is enough to know that they are wrong. */
const atMostOneError = { maxErrors: 1 };

function directRun(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DirectRun | null {
  const [node, ...more] = operation.selectionSet.selections;
  const isOneField = node?.kind === Kind.FIELD && more.length === 0 && !node.directives?.length;
  if (operation.operation !== 'query' || !isOneField) return null;
  const parentType = schema.getRootType(operation.operation)!;
  const field = parentType.getFields()[node.name.value];
  if (!field?.resolve || !node.selectionSet || field.name.startsWith('__')) return null;
  const { resolve, name: fieldName, type: returnType } = field;
  const isNonNull = isNonNullType(returnType);
  const key = node.alias?.value ?? fieldName;
  const fieldNodes = [node];
  const path = { prev: undefined, key, typename: parentType.name };
  const fragments = fragmentsOf(document);
  const argumentsOf = argumentReader(field, node);
  return async (variables, context) => {
    const { coerced } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      variables,
      atMostOneError,
    );
    if (!coerced) return undefined;
    try {
      const rootArguments = argumentsOf(coerced);
      // Written out: an object that is spread and then extended is allocated as long-lived.
      const info: RootInfo = {
        fieldName,
        fieldNodes,
        returnType,
        parentType,
        path,
        schema,
        fragments,
        rootValue: undefined,
        operation,
        variableValues: coerced,
        rootArguments,
      };
      const result = await resolve(undefined, rootArguments, context, info);
      if (result == null && isNonNull) return undefined;
      return { data: { [key]: result ?? null } };
    } catch (error) {
      return {
        errors: [locatedError(error, fieldNodes, [key])],
        data: isNonNull ? null : { [key]: null },
      };
    }
  };
}

/**
 * Reads the arguments of a field as graphql-js does (GraphQL 2021, section 6.4.1). Literals are
 * coerced once; variables are looked up for each request.
 */
function argumentReader(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Values) => Values {
  const nodes = node.arguments ?? [];
  const fromVariables = nodes.flatMap(({ name, value }) =>
    value.kind === Kind.VARIABLE ? [{ name: name.value, variable: value.name.value }] : [],
  );
  const isNullable = fromVariables.every(
    ({ name }) => !isNonNullType(field.args.find((each) => each.name === name)?.type),
  );
  const isMixed = nodes.some((each) => each.value.kind !== Kind.VARIABLE && holdsVariable(each));
  if (isMixed || !isNullable) return (variables) => getArgumentValues(field, node, variables);
  const literals = nodes.filter(({ value }) => value.kind !== Kind.VARIABLE);
  let coercedLiterals: Values | undefined;
  return (variables) => {
    // Coerced in a request, so that an error becomes part of its answer.
    coercedLiterals ??= getArgumentValues(field, { ...node, arguments: literals });
    const values = Object.assign({}, coercedLiterals);
    for (const { name, variable } of fromVariables)
      if (Object.hasOwn(variables, variable)) values[name] = variables[variable];
    return values;
  };
}
