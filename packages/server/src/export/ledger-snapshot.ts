import type { DocumentNode, GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { type ExecuteOperation, JsonText } from '../compiler/execute.ts';
import { decodeBytes } from '../compiler/raw-bytes.ts';
import { runOn } from '../compiler/snapshot.ts';

/** One state of the ledger, as an export reads it. */
export interface LedgerSnapshot {
  schema: GraphQLSchema;
  /** The transaction that sees this state and no other. */
  client: pg.ClientBase;
  /** The JSON text of an operation's one root field, as the API answers it. @throws what the API would refuse. */
  ask(document: DocumentNode, variables: Record<string, unknown>): Promise<string>;
}

/** What exports read by: the API's own way to answer, on the connection of their snapshot. */
export const ledgerSnapshotOn = (
  client: pg.ClientBase,
  schema: GraphQLSchema,
  execute: ExecuteOperation,
): LedgerSnapshot => ({
  schema,
  client,
  ask: async (document, variables) => {
    const { data, errors } = await execute(
      { document, request: { variables }, context: {} },
      runOn(client),
    );
    if (errors) throw errors[0]!.originalError ?? errors[0]!;
    const [answer] = Object.values(data!);
    return decodeBytes((answer as JsonText).bytes);
  },
});
