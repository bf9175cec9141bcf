import { createHash } from 'node:crypto';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, GraphQLError } from 'graphql';
import { Refusal } from '../values/errors.ts';
import type { PersistedMode } from '../values/guard-settings.ts';
import { trustedOperations } from './manifests.ts';

/** Apollo’s option for persisted queries. Undefined: Apollo stores them itself. */
export type PersistedQueries = ApolloServerOptions<BaseContext>['persistedQueries'];

export interface PersistedOperations {
  queries: PersistedQueries;
  /** The error for a document that is not one of the persisted operations. */
  check(document: DocumentNode): GraphQLError | undefined;
}

const allowAll = () => undefined;

/**
 * Makes what the mode of persisted operations says. `manifests`: paths of files with operations
 * that are trusted, too.
 *
 * @throws ManifestError
 */
export async function persistedOperations(
  mode: PersistedMode = 'apq',
  manifests: readonly string[] = [],
): Promise<PersistedOperations> {
  if (mode === 'off') return { queries: false, check: allowAll };
  if (mode === 'apq') return { queries: undefined, check: allowAll };
  const bodies = await trustedOperations(manifests);
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

/** Apollo's cache of persisted queries, to which nothing is added. Its keys begin with `apq:`. */
const storeOf = (bodies: ReadonlyMap<string, string>) => ({
  get: async (key: string) => bodies.get(key.replace(/^apq:/, '')),
  set: async () => undefined,
  delete: async () => undefined,
});

const message =
  'This server only runs operations that it knows: those of the SDK and of its page, and those ' +
  'in CLAIMGRAPH_MANIFESTS. Nothing was executed.';

const notPersisted = new GraphQLError(message, {
  originalError: new Refusal('FORBIDDEN', message),
  extensions: { http: { status: 403 } },
});
