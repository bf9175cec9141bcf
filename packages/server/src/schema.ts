import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { resolvers } from './domains.ts';
import { DateTime } from './values/scalars.ts';
import { argumentsClass, hasRules, validateArgument } from './values/validate.ts';

/** The API as the classes say it. */
export async function schemaOf(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validateFn: validateArgument,
  });
  bypassArgumentClasses(schema);
  schema.getQueryType()!.description =
    'What can be asked. Each field is answered from one state of the ledger.';
  schema.getMutationType()!.description =
    'What can be written. Each field is one write: whole or not at all, logged, and told in the history.';
  return schema;
}

/** The text that is committed: the diff that a reviewer reads. */
export const schemaText = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;

type Method = (...given: unknown[]) => unknown;

/**
 * Lets queries take their arguments as graphql-js read them. type-graphql makes classes of them, which for a filter costs as much as compiling
 * it, and which nobody reads: the compiler coerces and checks the arguments of all fields itself, a root's like any other's.
 */
function bypassArgumentClasses(schema: GraphQLSchema): void {
  const fields = schema.getQueryType()!.getFields();
  for (const {
    schemaName,
    methodName,
    target,
    params = [],
    roles,
    middlewares,
  } of getMetadataStorage().queries) {
    if (!resolvers.includes(target as never) || roles || middlewares?.length) continue;
    const room = new (target as new () => Record<string, Method>)();
    const take = [...params].sort((a, b) => a.index - b.index).map(parameterReader);
    const read: GraphQLFieldResolver<unknown, unknown> = (_root, args, context, info) =>
      room[methodName]!(...take.map((each) => each(args, context, info)));
    const spread = params.find((param) => param.kind === 'args')?.getType() as Function | undefined;
    const extensions = {
      ...fields[schemaName]!.extensions,
      ...(spread && hasRules(spread) && { [argumentsClass]: spread }),
    };
    Object.assign(fields[schemaName]!, { resolve: read, extensions });
  }
}

type Params = NonNullable<ReturnType<typeof getMetadataStorage>['queries'][number]['params']>;
type ParameterReader = (args: Record<string, unknown>, context: unknown, info: unknown) => unknown;

/** Where a method's parameter comes from. */
function parameterReader(param: Params[number]): ParameterReader {
  switch (param.kind) {
    case 'args':
      return (args) => args;
    case 'arg':
      return (args) => args[param.name];
    case 'context':
      return (_args, context) => context;
    case 'info':
      return (_args, _context, info) => info;
    default:
      throw new Error(`a query cannot take its ${param.kind}`);
  }
}
