import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, GraphQLError } from 'graphql';
import { Refusal } from '../values/errors.ts';
import type { PersistedMode } from '../values/guard-settings.ts';

/** Apollo’s option for persisted queries. Undefined: Apollo stores them itself. */
export type PersistedQueries = ApolloServerOptions<BaseContext>['persistedQueries'];

export interface PersistedOperations {
  queries: PersistedQueries;
  /** The error for a document that is not one of the persisted operations. */
  check(document: DocumentNode): GraphQLError | undefined;
}

const allowAll = () => undefined;

/** Makes what the mode of persisted operations says. */
export async function persistedOperations(
  mode: PersistedMode = 'apq',
): Promise<PersistedOperations> {
  if (mode === 'off') return { queries: false, check: allowAll };
  if (mode === 'apq') return { queries: undefined, check: allowAll };
  const bodies = await readManifest();
  const verdicts = new WeakMap<DocumentNode, boolean>();
  const isPersisted = (document: DocumentNode): boolean => {
    let verdict = verdicts.get(document);
    if (verdict === undefined) {
      const text = document.loc?.source.body ?? '';
      verdict = bodies.has(createHash('sha256').update(text).digest('hex'));
      verdicts.set(document, verdict);
    }
    return verdict;
  };
  return {
    queries: { cache: storeOf(bodies) },
    check: (document) => (isPersisted(document) ? undefined : notPersisted),
  };
}

/** The operations of the SDK by their SHA-256: the manifest that its code generation writes. */
async function readManifest(): Promise<ReadonlyMap<string, string>> {
  const path = createRequire(import.meta.url).resolve('@claimgraph/sdk/manifest.json');
  const { operations } = JSON.parse(await readFile(path, 'utf8')) as {
    operations: readonly { id: string; body: string }[];
  };
  return new Map(operations.map(({ id, body }) => [id, body]));
}

/** Apollo's cache of persisted queries, to which nothing is added. Its keys begin with `apq:`. */
const storeOf = (bodies: ReadonlyMap<string, string>) => ({
  get: async (key: string) => bodies.get(key.replace(/^apq:/, '')),
  set: async () => undefined,
  delete: async () => undefined,
});

const message =
  'This server only runs the operations of the SDK (CLAIMGRAPH_PERSISTED=only). Nothing was ' +
  'executed.';

const notPersisted = new GraphQLError(message, {
  originalError: new Refusal('FORBIDDEN', message),
  extensions: { http: { status: 403 } },
});
