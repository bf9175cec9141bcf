import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldConfigMap,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isNonNullType,
  type OperationDefinitionNode,
  type OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type { Caller } from '../values/caller.ts';
import type { Connections } from './connections.ts';
import { directExecutor } from './direct.ts';
import { hasOneRootField } from './fragments.ts';
import { decodeBytes, encodeBytes } from './raw-bytes.ts';
import { type RunStatement, readInSnapshot } from './snapshot.ts';

/** JSON text that PostgreSQL wrote, as bytes (see `raw-bytes.ts`). It is sent unparsed. */
export class JsonText {
  constructor(readonly bytes: string) {}
}

const Text = new GraphQLScalarType({ name: 'JsonText', serialize: (value) => value });

/**
 * The schema that graphql-js executes: root fields that return objects return a text instead. So
 * graphql-js handles arguments, directives, errors, paths and nulls, and never visits a row.
 */
function executionSchemaOf(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Map(
    [schema.getQueryType(), schema.getMutationType()]
      .filter((type) => type != null)
      .map((type) => [type.name.toLowerCase(), executionType(type, schema)]),
  );
  const byName = new Map([...roots.values()].map((type) => [type.name, type]));
  return Object.create(schema, {
    getRootType: {
      value: (operation: OperationTypeNode) =>
        roots.get(operation) ?? schema.getRootType(operation),
    },
    // Fragments on a root type refer to it by name.
    getType: { value: (name: string) => byName.get(name) ?? schema.getType(name) },
  });
}

const executionType = (type: GraphQLObjectType, schema: GraphQLSchema): GraphQLObjectType =>
  new GraphQLObjectType({
    name: type.name,
    fields: () => {
      const fields: GraphQLFieldConfigMap<unknown, unknown> = type.toConfig().fields;
      for (const [name, field] of Object.entries(fields)) {
        if (isCompositeType(getNamedType(field.type)))
          fields[name] = {
            ...field,
            type: isNonNullType(field.type) ? new GraphQLNonNull(Text) : Text,
          };
      }
      if (type !== schema.getQueryType()) return fields;
      const named = { name: { type: TypeMetaFieldDef.args[0]!.type } };
      fields.__schema = { type: SchemaMetaFieldDef.type, resolve: () => schema };
      fields.__type = {
        type: TypeMetaFieldDef.type,
        args: named,
        resolve: (_root, { name }) => schema.getType(name),
      };
      return fields;
    },
  });

interface ExecutionRequest<C> {
  document: DocumentNode;
  /** Absent when the document has no operation of the requested name: graphql-js reports that. */
  operation?: OperationDefinitionNode | undefined;
  request: { operationName?: string | undefined; variables?: Record<string, unknown> | undefined };
  /** What the request brings along; `contextOf` makes the resolvers' context of it. */
  context: C;
  /** Whom the answer is for. The statements of a query are cancelled when the caller leaves. */
  caller?: Caller | undefined;
}

type Result = ExecutionResult<Record<string, unknown>>;

/** Executes an operation; `run` executes its statements. */
export type ExecuteOperation<C = object> = (
  request: ExecutionRequest<C>,
  run: RunStatement,
) => Promise<Result>;

/** Makes what resolvers are given, from what a request brings along and how it runs statements. */
export type ContextOf<C> = (context: C, run: RunStatement) => object;

/** Executes operations of a schema: each root field is one statement. */
export function operationExecutor<C>(
  schema: GraphQLSchema,
  contextOf: ContextOf<C>,
): ExecuteOperation<C> {
  const executionSchema = executionSchemaOf(schema);
  const direct = directExecutor(executionSchema);
  return async ({ document, operation, request, context }, run) => {
    const contextValue = contextOf(context, run);
    const variableValues = request.variables ?? {};
    const runDirectly = operation && direct(document, operation);
    const result = await runDirectly?.(variableValues, contextValue);
    if (result) return result;
    return execute({
      schema: executionSchema,
      document,
      // The requested name, not that of the operation which Apollo found: if the document lacks an
      // operation of that name, graphql-js must say so, and not run the only one there is.
      operationName: request.operationName,
      variableValues,
      contextValue,
    }) as Promise<Result> | Result;
  };
}

/** Validation accepts every subscription when a schema has no subscription type. */
const noSubscriptions = new GraphQLError('There are no subscriptions here.', {
  extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
});

/**
 * The executor for Apollo's gateway interface. Several root fields of a query read one snapshot;
 * each field of a mutation has a transaction of its own.
 */
export function apolloExecutor<C>(
  schema: GraphQLSchema,
  connections: Connections,
  contextOf: ContextOf<C>,
) {
  const executeOperation = operationExecutor(schema, contextOf);
  return async (request: ExecutionRequest<C>): Promise<Result> => {
    const { operation } = request;
    if (operation?.operation === 'subscription') return { errors: [noSubscriptions] };
    const hasSeveralRoots = operation?.operation === 'query' && !hasOneRootField(operation);
    return readInSnapshot(
      connections,
      hasSeveralRoots,
      (run) => executeOperation(request, run),
      request.caller,
    );
  };
}

/**
 * The response body, as bytes, with the JSON texts spliced in. It is concatenated by `+`, which
 * copies nothing until the body is sent; `join` would copy each text once more.
 */
export function bytesOfResult({
  data,
  ...rest
}: {
  data?: Record<string, unknown> | null | undefined;
}): string {
  const head =
    Object.keys(rest).length === 0 ? '{' : encodeBytes(JSON.stringify(rest)).slice(0, -1);
  if (data === undefined) return `${head}}`;
  const start = `${head}${head.length > 1 ? ',' : ''}"data":`;
  if (!data) return `${start}null}`;
  let fields = '';
  for (const key of Object.keys(data)) {
    const value = data[key];
    const json = value instanceof JsonText ? value.bytes : encodeBytes(JSON.stringify(value));
    // Keys are GraphQL names, which JSON needs no escapes for.
    fields += `${fields && ','}"${key}":${json}`;
  }
  return `${start}{${fields}}}`;
}

/** The response body as text, for Apollo's `stringifyResult` option. */
export const stringifyResult = (result: { data?: Record<string, unknown> | null }): string =>
  decodeBytes(bytesOfResult(result));
