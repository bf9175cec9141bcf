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
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type pg from 'pg';
import { merged } from '../values/merged.ts';
import { direct } from './direct.ts';
import { decodeBytes, encodeBytes } from './raw-bytes.ts';
import { hasTooManyRoots, tooManyRoots } from './roots.ts';
import { type RunStatement, readInSnapshot } from './snapshot.ts';

/** JSON text that PostgreSQL wrote, as octets; it reaches the client unread. */
export class JsonText {
  constructor(readonly bytes: string) {}
}

const Text = new GraphQLScalarType({ name: 'JsonText', serialize: (value) => value });

/**
 * The same schema, whose roots that answer objects end in a text instead: graphql-js then does arguments, directives, errors,
 * paths and nulls, and never walks a row.
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
    // Fragments on a root type say its name.
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

interface Request {
  document: DocumentNode;
  /** Absent when the document holds none of that name: graphql-js says so. */
  operation: OperationDefinitionNode | undefined;
  request: { operationName?: string | undefined; variables?: Record<string, unknown> | undefined };
  context: Record<string, unknown>;
}

/** Where a schema has no subscriptions, validation lets any of them pass. */
const noSubscriptions = new GraphQLError('There are no subscriptions here.', {
  extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
});

/** How an operation is answered when `run` runs its statements. */
export type ExecuteOperation = (
  request: ExecutionRequest,
  run: RunStatement,
) => Promise<ExecutionResult<Record<string, unknown>>>;

type ExecutionRequest = Omit<Request, 'operation'> & Partial<Pick<Request, 'operation'>>;

/** Executes operations over the twin of a schema: each root is one statement. */
export function operationExecutor(
  schema: GraphQLSchema,
  reads: (run: RunStatement) => unknown,
): ExecuteOperation {
  const texts = executionSchemaOf(schema);
  return async ({ document, operation, request, context }, run) => {
    const contextValue = merged(context, { read: reads(run) });
    const variableValues = request.variables ?? {};
    const result =
      operation && (await direct(texts, document, operation)?.(variableValues, contextValue));
    // The name that was asked for: where Apollo found none of that name, its own is null, and graphql-js would run the only one there is.
    const { operationName } = request;
    return (
      result ??
      (execute({
        schema: texts,
        document,
        operationName,
        variableValues,
        contextValue,
      }) as ReturnType<ExecuteOperation>)
    );
  };
}

/** Apollo's executor seat. Several root fields of a query read one snapshot; a mutation's fields each have a transaction of their own. */
export function apolloExecutor(
  schema: GraphQLSchema,
  pool: pg.Pool,
  reads: (run: RunStatement) => unknown,
) {
  const answer = operationExecutor(schema, reads);
  return async (request: Request): Promise<ExecutionResult<Record<string, unknown>>> => {
    const { document, operation } = request;
    if (operation?.operation === 'subscription') return { errors: [noSubscriptions] };
    if (operation && hasTooManyRoots(document, operation)) return { errors: [tooManyRoots] };
    const [first, ...more] = operation?.selectionSet.selections ?? [];
    const several =
      operation?.operation === 'query' && (more.length > 0 || first?.kind !== Kind.FIELD);
    return readInSnapshot(pool, several, (run) => answer(request, run));
  };
}

/**
 * The answer with the texts spliced in, as octets. Put together by `+`, which copies nothing until it is sent; `join` would copy texts of tens of
 * thousands of characters once more.
 */
export function bytesOfResult({
  data,
  ...rest
}: {
  data?: Record<string, unknown> | null;
}): string {
  const head =
    Object.keys(rest).length === 0 ? '{' : encodeBytes(JSON.stringify(rest)).slice(0, -1);
  if (data === undefined) return `${head}}`;
  const answer = `${head}${head.length > 1 ? ',' : ''}"data":`;
  if (!data) return `${answer}null}`;
  let fields = '';
  for (const key of Object.keys(data)) {
    const value = data[key];
    // Keys are names of GraphQL, which are plain.
    fields += `${fields && ','}"${key}":${value instanceof JsonText ? value.bytes : encodeBytes(JSON.stringify(value))}`;
  }
  return `${answer}{${fields}}}`;
}

/** Apollo's stringifyResult seat. */
export const stringifyResult = (result: { data?: Record<string, unknown> | null }): string =>
  decodeBytes(bytesOfResult(result));
