import type { GraphQLSchema } from 'graphql';
import type { QueryRunner } from 'typeorm';
import { operationExecutor } from '../compiler/execute.ts';
import { Mapping } from '../compiler/mapping.ts';
import { Plans } from '../compiler/plan.ts';
import { Reader } from '../compiler/reader.ts';
import { createRead } from '../context.ts';
import { type LedgerSnapshot, ledgerSnapshotOn } from '../export/ledger-snapshot.ts';

/** Reads the ledger through the API's own schema, in the transaction of the runner. */
export async function openSnapshot(
  runner: QueryRunner,
  schema: GraphQLSchema,
): Promise<LedgerSnapshot> {
  const reader = new Reader(new Mapping(runner.dataSource), schema, new Plans());
  return ledgerSnapshotOn(
    await runner.connect(),
    schema,
    operationExecutor(schema, (_context, run) => ({ read: createRead(reader)(run) })),
  );
}
