import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Connections } from '../compiler/connections.ts';
import type { CostModel } from '../compiler/cost.ts';
import { apolloExecutor, JsonText } from '../compiler/execute.ts';
import { Mapping } from '../compiler/mapping.ts';
import { Plans } from '../compiler/plan.ts';
import { Reader, type Statement } from '../compiler/reader.ts';
import type { RunStatement } from '../compiler/snapshot.ts';
import { createRead } from '../context.ts';
import { poolOf } from '../database/data-source.ts';
import { type Operation, userErrorOf } from './operation.ts';

/** The statement of a root field. */
export interface RootStatement {
  /** The key of the root field in the response. */
  field: string;
  statement: Statement;
}

/**
 * Compiles the statements that the server would run, with the server's own executor and resolvers.
 * Instead of running a statement, it records it and returns its number, so that the response says
 * which root field has which statement.
 *
 * @throws UserError with what the server would refuse.
 */
export async function compileRootStatements(
  database: DataSource,
  schema: GraphQLSchema,
  { document, operation }: Operation,
  variables: Record<string, unknown>,
  costs: CostModel,
): Promise<RootStatement[]> {
  const recorded: Statement[] = [];
  const record: RunStatement = async (statement) => String(recorded.push(statement) - 1);
  const reader = new Reader(new Mapping(database), schema, new Plans(), costs);
  const execute = apolloExecutor(schema, new Connections(poolOf(database)), () => ({
    viewer: { name: 'local', role: 'ADMIN' },
    read: createRead(reader)(record),
  }));
  const request = { variables, ...(operation.name && { operationName: operation.name.value }) };
  const { data, errors } = await execute({ document, operation, request, context: {} });
  if (errors) throw userErrorOf(errors);
  return Object.entries(data ?? {}).flatMap(([field, answer]) => {
    const statement = answer instanceof JsonText && recorded[Number(answer.bytes)];
    return statement ? [{ field, statement }] : [];
  });
}
