import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { resolvers } from './domains.ts';
import { DateTime } from './values/scalars.ts';
import { validateArgument } from './values/validate.ts';

/** The API as the classes say it. */
export const schemaOf = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validateFn: validateArgument,
  });

/** The text that is committed: the diff that a reviewer reads. */
export const schemaText = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
