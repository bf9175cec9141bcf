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
import { type Run, readIn } from './snapshot.ts';

/** JSON text that PostgreSQL wrote; it reaches the client unread. */
export class JsonText {
  constructor(readonly text: string) {}
}

const Text = new GraphQLScalarType({ name: 'JsonText', serialize: (value) => value });

/**
 * The same schema, whose roots that answer objects end in a text instead: graphql-js then does arguments, directives, errors,
 * paths and nulls, and never walks a row.
 */
export function textRoots(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Map(
    [schema.getQueryType(), schema.getMutationType()]
      .filter((type) => type != null)
      .map((type) => [type.name.toLowerCase(), twin(type, schema)]),
  );
  const byName = new Map([...roots.values()].map((type) => [type.name, type]));
  return Object.create(schema, {
    getRootType: { value: (operation: OperationTypeNode) => roots.get(operation) ?? schema.getRootType(operation) },
    // Fragments on a root type say its name.
    getType: { value: (name: string) => byName.get(name) ?? schema.getType(name) },
  });
}

const twin = (type: GraphQLObjectType, schema: GraphQLSchema): GraphQLObjectType =>
  new GraphQLObjectType({
    name: type.name,
    fields: () => {
      const fields: GraphQLFieldConfigMap<unknown, unknown> = type.toConfig().fields;
      for (const [name, field] of Object.entries(fields)) {
        if (isCompositeType(getNamedType(field.type)))
          fields[name] = { ...field, type: isNonNullType(field.type) ? new GraphQLNonNull(Text) : Text };
      }
      if (type !== schema.getQueryType()) return fields;
      const named = { name: { type: TypeMetaFieldDef.args[0]!.type } };
      fields.__schema = { type: SchemaMetaFieldDef.type, resolve: () => schema };
      fields.__type = { type: TypeMetaFieldDef.type, args: named, resolve: (_root, { name }) => schema.getType(name) };
      return fields;
    },
  });

interface Request {
  document: DocumentNode;
  /** Absent when the document holds none of that name: graphql-js says so. */
  operation: OperationDefinitionNode | undefined;
  request: { operationName?: string; variables?: Record<string, unknown> };
  context: Record<string, unknown>;
}

/** Where a schema has no subscriptions, validation lets any of them pass. */
const noSubscriptions = new GraphQLError('There are no subscriptions here.', {
  extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
});

/** How an operation is answered when `run` runs its statements. */
export type Executing = (request: Omit<Request, 'operation'>, run: Run) => Promise<ExecutionResult<Record<string, unknown>>>;

/** Executes operations over the twin of a schema: each root is one statement. */
export function executing(schema: GraphQLSchema, reads: (run: Run) => unknown): Executing {
  const texts = textRoots(schema);
  return async ({ document, request, context }, run) =>
    execute({
      schema: texts,
      document,
      // The name that was asked for: where Apollo found none of that name, its own is null, and graphql-js would run the only one there is.
      operationName: request.operationName,
      variableValues: request.variables ?? {},
      contextValue: { ...context, read: reads(run) },
    }) as Promise<ExecutionResult<Record<string, unknown>>>;
}

/** Apollo's executor seat. Several root fields of a query read one snapshot; a mutation's fields each have a transaction of their own. */
export function executor(schema: GraphQLSchema, pool: pg.Pool, reads: (run: Run) => unknown) {
  const answer = executing(schema, reads);
  return async ({ operation, ...asked }: Request): Promise<ExecutionResult<Record<string, unknown>>> => {
    if (operation?.operation === 'subscription') return { errors: [noSubscriptions] };
    const [first, ...more] = operation?.selectionSet.selections ?? [];
    const several = operation?.operation === 'query' && (more.length > 0 || first?.kind !== Kind.FIELD);
    return readIn(pool, several, (run) => answer(asked, run));
  };
}

/** Apollo's stringifyResult seat: splices the texts. */
export function stringifyResult({ data, ...rest }: { data?: Record<string, unknown> | null }): string {
  const head = JSON.stringify(rest).slice(0, -1);
  if (data === undefined) return `${head}}`;
  const fields =
    data &&
    Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}:${value instanceof JsonText ? value.text : JSON.stringify(value)}`);
  return `${head}${head.length > 1 ? ',' : ''}"data":${fields ? `{${fields.join()}}` : 'null'}}`;
}
