import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { executor, JsonText } from '../compiler/execute.ts';
import { Mapping } from '../compiler/mapping.ts';
import { Plans } from '../compiler/plan.ts';
import { Reader, type Statement } from '../compiler/read.ts';
import type { Run } from '../compiler/snapshot.ts';
import { reads } from '../context.ts';
import { poolOf } from '../database/data-source.ts';
import { complaint, type Operation } from './operation.ts';

/** What a root field becomes. */
export interface Asked {
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
export async function statementsOf(
  database: DataSource,
  schema: GraphQLSchema,
  { document, operation }: Operation,
  variables: Record<string, unknown>,
): Promise<Asked[]> {
  const noted: Statement[] = [];
  const note: Run = async (statement) => String(noted.push(statement) - 1);
  const reader = new Reader(new Mapping(database), schema, new Plans());
  const execute = executor(schema, poolOf(database), () => reads(reader)(note));
  const request = { variables, ...(operation.name && { operationName: operation.name.value }) };
  const { data, errors } = await execute({
    document,
    operation,
    request,
    context: { viewer: { name: 'local' } },
  });
  if (errors) throw complaint(errors);
  return Object.entries(data ?? {}).flatMap(([field, answer]) =>
    answer instanceof JsonText ? [{ field, statement: noted[Number(answer.octets)]! }] : [],
  );
}
