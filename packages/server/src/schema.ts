import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { resolvers } from './domains.ts';
import { DateTime } from './values/scalars.ts';
import { validateArgument } from './values/validate.ts';

/** The API as the classes say it. */
export async function schemaOf(): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, scalarsMap: [{ type: Date, scalar: DateTime }], validateFn: validateArgument });
  schema.getQueryType()!.description = 'What can be asked. Each field is answered from one state of the ledger.';
  schema.getMutationType()!.description =
    'What can be written. Each field is one write: whole or not at all, logged, and told in the history.';
  return schema;
}

/** The text that is committed: the diff that a reviewer reads. */
export const schemaText = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
