import type { DocumentNode, GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { type ExecuteOperation, JsonText } from '../compiler/execute.ts';
import { decodeBytes } from '../compiler/raw-bytes.ts';
import { runOn } from '../compiler/snapshot.ts';

/** The ledger as of one moment, for an export. */
export interface LedgerSnapshot {
  schema: GraphQLSchema;
  /** The connection with the snapshot's transaction. */
  client: pg.ClientBase;
  /** Returns the JSON of an operation's only root field, as the API would. @throws its refusals. */
  ask(document: DocumentNode, variables: Record<string, unknown>): Promise<string>;
}

/** Runs the API's own executor on the connection of a snapshot. */
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
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    const [answer] = Object.values(data ?? {});
    return decodeBytes((answer as JsonText).bytes);
  },
});
