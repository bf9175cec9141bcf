import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { type apolloExecutor, stringifyResult } from '../compiler/execute.ts';
import type { Caller } from '../values/caller.ts';
import { limits } from '../values/limits.ts';
import { documentStore } from './document-store.ts';
import type { ErrorLog } from './error-log.ts';
import type { PersistedQueries } from './persisted.ts';
import { formatError } from './refusals.ts';

/** Executes an operation of a request. */
export type Execute<C> = ReturnType<typeof apolloExecutor<C>>;

/** What Apollo hands from a request to its executor. */
export interface ApolloContext<C> {
  request: C;
  /** The result, when the fast path has executed the request and passed it on. */
  result: ExecutionResult | undefined;
}

interface ApolloOptions<C> {
  schema: GraphQLSchema;
  execute: Execute<C>;
  errors: ErrorLog;
  persistedQueries: PersistedQueries;
  plugins: readonly ApolloServerPlugin[];
  /** How many tokens a document may have, if not those of the table. */
  maxTokens?: number | undefined;
}

/** Starts Apollo, which parses and validates operations, and words errors. */
export async function startApollo<C extends { caller: Caller }>({
  schema,
  execute,
  errors,
  persistedQueries,
  plugins,
  maxTokens = limits.tokens.max,
}: ApolloOptions<C>): Promise<ApolloServer<ApolloContext<C>>> {
  const apollo = new ApolloServer<ApolloContext<C>>({
    gateway: gatewayOf(schema, execute),
    stringifyResult,
    documentStore: documentStore(),
    persistedQueries,
    parseOptions: { maxTokens },
    formatError: formatError(errors),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: errors.log,
    plugins: [ApolloServerPluginCacheControlDisabled(), textualHashes, ...plugins],
  });
  await apollo.start();
  return apollo;
}

type Gateway = NonNullable<ApolloServerOptions<object>['gateway']>;

/** Apollo's gateway interface: the executor is ours; errors, codes and statuses remain Apollo's. */
const gatewayOf = <C extends { caller: Caller }>(
  schema: GraphQLSchema,
  execute: Execute<C>,
): Gateway => ({
  onSchemaLoadOrUpdate: (onLoad) => {
    onLoad({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: async () => ({
    executor: async ({ document, operation, request, context }) => {
      // The gateway interface does not know the type of the server's context.
      const { request: requestContext, result } = context as ApolloContext<C>;
      const { caller } = requestContext;
      return result ?? execute({ document, operation, request, context: requestContext, caller });
    },
  }),
  stop: async () => undefined,
});

/** Apollo fails on a persisted query's hash that is not text. An empty one is refused properly. */
const textualHashes: ApolloServerPlugin = {
  requestDidStart: async ({ request: { extensions } }) => {
    const persistedQuery = extensions?.persistedQuery;
    if (persistedQuery && typeof persistedQuery.sha256Hash === 'object')
      persistedQuery.sha256Hash = '';
  },
};
