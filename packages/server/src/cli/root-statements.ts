import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { apolloExecutor, JsonText } from '../compiler/execute.ts';
import { Mapping } from '../compiler/mapping.ts';
import { Plans } from '../compiler/plan.ts';
import { Reader, type Statement } from '../compiler/reader.ts';
import type { RunStatement } from '../compiler/snapshot.ts';
import { createRead } from '../context.ts';
import { poolOf } from '../database/data-source.ts';
import { type Operation, userErrorOf } from './operation.ts';

/** What a root field becomes. */
export interface RootStatement {
  /** Its key in the answer. */
  field: string;
  statement: Statement;
}

/**
 * The statements that the server would run. Executor, resolvers, arguments and refusals are the server's own; a statement is only noted
 * where it would be run, and answered by its number, so that each root field's answer says which is its.
 *
 * @throws Complaint with what the server would refuse.
 */
export async function compileRootStatements(
  database: DataSource,
  schema: GraphQLSchema,
  { document, operation }: Operation,
  variables: Record<string, unknown>,
): Promise<RootStatement[]> {
  const noted: Statement[] = [];
  const note: RunStatement = async (statement) => String(noted.push(statement) - 1);
  const reader = new Reader(new Mapping(database), schema, new Plans());
  const execute = apolloExecutor(schema, poolOf(database), () => createRead(reader)(note));
  const request = { variables, ...(operation.name && { operationName: operation.name.value }) };
  const { data, errors } = await execute({
    document,
    operation,
    request,
    context: { viewer: { name: 'local' } },
  });
  if (errors) throw userErrorOf(errors);
  return Object.entries(data ?? {}).flatMap(([field, answer]) =>
    answer instanceof JsonText ? [{ field, statement: noted[Number(answer.bytes)]! }] : [],
  );
}
