import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { withIdentity } from './access/authenticate.ts';
import { TokenVerifier } from './access/jwt.ts';
import { KeyRing } from './access/key-ring.ts';
import { operationRules } from './access/operation-rules.ts';
import type { SignInLinks } from './access/sign-in-links.ts';
import { type Viewer, viewerOf } from './access/viewer.ts';
import { Connections, readLine } from './compiler/connections.ts';
import { apolloExecutor, operationExecutor, stringifyResult } from './compiler/execute.ts';
import { Mapping } from './compiler/mapping.ts';
import { Plans } from './compiler/plan.ts';
import { Reader } from './compiler/reader.ts';
import type { JwtSettings, QueueLimits } from './config.ts';
import { createRead, createWrite, type RequestContext, resolverContextOf } from './context.ts';
import { poolOf } from './database/data-source.ts';
import { explorer } from './explore/explorer.ts';
import { landingPage, landingPageOf, protectPage } from './explore/landing-page.ts';
import { exportRoutes } from './export/route.ts';
import { writeLine } from './history/write-line.ts';
import { type Admit, type Allowed, bodyLimit, createAdmit, graphqlPath } from './http/admit.ts';
import { withRequestIds } from './http/cross-origin.ts';
import { documentStore, limitFragments } from './http/document-store.ts';
import { ErrorLog } from './http/error-log.ts';
import { FastPath } from './http/fast-path.ts';
import { finishAnswer } from './http/graphql-answers.ts';
import { metricsRoute } from './http/metrics.ts';
import { formatError, httpError, refusal, withStatusIfBusy } from './http/refusals.ts';
import { Requests, signalOf } from './http/requests.ts';
import { schemaFingerprint } from './http/schema-fingerprint.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { importRoutes } from './ingest/http.ts';

export interface ServerOptions extends Allowed {
  database: DataSource;
  /** The viewer of requests without a credential. Left out: they are refused. */
  anonymous?: Viewer | undefined;
  /** Which tokens are accepted; by default none. */
  jwt?: JwtSettings | undefined;
  /** The links that sign in; by default none. */
  signInLinks?: SignInLinks | undefined;
  schema: GraphQLSchema;
  log: Logger;
  /** Answer repeated queries before Fastify and Apollo see them; by default true. */
  fastPath?: boolean;
  /** Show Apollo Sandbox to browsers at /graphql; by default GraphiQL, served from here. */
  sandbox?: boolean;
  /** How many seconds a stop may take; by default 10. Requests get most of them. */
  stopSeconds?: number;
  /** How long a client may leave an answer unread, in milliseconds; by default 30 s. */
  stallMs?: number;
  /** How many reads and writes may wait, and how long. */
  queues?: QueueLimits;
}

/**
 * Makes the HTTP server. GraphQL is at /graphql, imports at /import, exports at /export, readiness
 * at /ready, metrics at /metrics and GraphiQL at /explorer. Every request passes `admit` first.
 */
export async function serve(options: ServerOptions): Promise<FastifyInstance> {
  const { database, schema, log } = options;
  const pool = poolOf(database);
  const { queues } = options;
  const lines = {
    reads: readLine(queues?.maxWaitingReads, queues?.maxReadWaitMs),
    writes: writeLine(queues?.maxWaitingWrites, queues?.maxWriteWaitMs),
  };
  const connections = new Connections(pool, lines.reads);
  const errors = new ErrorLog(log);
  pool.on('connect', () => errors.noteConnection());
  const admit = createAdmit(options);
  const keyRing = new KeyRing(pool);
  const tokens = options.jwt && new TokenVerifier(options.jwt);
  const checkOperation = operationRules(schema);
  const reader = new Reader(new Mapping(database), schema, new Plans());
  const executeOperation = apolloExecutor(schema, connections, resolverContextOf(reader));
  const execute: Execute = async (request) => {
    const { document, operation, context } = request;
    const forbidden = operation && checkOperation(document, operation, context.viewer);
    if (forbidden) return { errors: [forbidden] };
    const result = await executeOperation(request);
    return result.errors && operation ? withStatusIfBusy(result, operation) : result;
  };
  const contextOf = (message: IncomingMessage): RequestContext => {
    const viewer = viewerOf(message);
    const key = message.headers['idempotency-key'];
    const idempotencyKey = Array.isArray(key) ? key.join() : key;
    const signal = signalOf(message);
    const write = createWrite({
      database,
      reader,
      viewer,
      line: lines.writes,
      signal,
      idempotencyKey,
    });
    return { viewer, signal, write };
  };
  const fastPath = new FastPath(admit, ({ document, operation, request, message }) => {
    const context = contextOf(message);
    return execute({ document, operation, request, context, signal: context.signal });
  });
  const isFast = options.fastPath ?? true;
  const requests = new Requests(options.stopSeconds, options.stallMs);
  const page = await landingPageOf(options.sandbox ?? false);
  const fingerprint = schemaFingerprint(schema);

  // Without a logger of its own: one for each request would cost as much as a small request, and
  // the code in which something fails logs it.
  const app = fastify({
    bodyLimit,
    // When requests have been drained.
    forceCloseConnections: true,
    return503OnClosing: false,
    serverFactory: (listener) =>
      requests.createServer(
        withRequestIds(
          options.origins ?? [],
          fingerprint,
          withIdentity(
            { ...options, keyRing, tokens },
            isFast ? fastPath.before(listener) : listener,
          ),
        ),
      ),
  });
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', function collectMethods({ url, method }) {
    methods.set(url, new Set([...(methods.get(url) ?? []), ...[method].flat()]));
  });
  app.addHook('onRequest', refuseUnadmitted(admit));
  app.addHook('preClose', async function drainRequests() {
    await requests.drain();
  });
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send(httpError(error.statusCode ?? 500, log, error)),
  );
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(httpError(404, log)));

  const apollo = new ApolloServer<ApolloContext>({
    gateway: gatewayOf(schema, execute),
    stringifyResult,
    documentStore: documentStore(),
    validationRules: [limitFragments],
    formatError: formatError(errors),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      landingPage(page),
      textualHashes,
      ...(isFast ? [fastPath.plugin] : []),
    ],
  });
  await apollo.start();
  app.addHook('onClose', async function stopApollo() {
    await apollo.stop();
    keyRing.stop();
  });
  await app.register(async (routes) => {
    routes.addHook('onSend', protectPage(page));
    routes.addHook('onSend', finishAnswer);
    await routes.register(fastifyApollo(apollo), {
      path: graphqlPath,
      method: ['GET', 'POST'],
      context: async ({ raw }: FastifyRequest): Promise<ApolloContext> => ({
        request: contextOf(raw),
        result: fastPath.resultOf(raw),
      }),
    });
  });
  await app.register(explorer);
  await app.register(sessionRoutes({ ...options, pool, keyRing }));
  await app.register(
    exportRoutes({
      schema,
      connections,
      execute: operationExecutor(schema, (_context, run) => ({ read: createRead(reader)(run) })),
      refusal: refusal(errors),
    }),
  );
  await app.register(metricsRoute(reader.plans, pool, lines, errors.counts));
  await app.register(importRoutes({ pool, stopping: requests.stopping, refusal: refusal(errors) }));
  app.get('/ready', async (_request, reply) => {
    const ready = await Promise.race([
      isDatabaseReachable(pool),
      setTimeout(maxReadyWait, false, { ref: false }),
    ]);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get('/', async (_request, reply) => reply.redirect(graphqlPath));
  answerOptions(app, methods);
  return app;
}

/** Answers `OPTIONS` on each route with the methods that the route has. */
function answerOptions(app: FastifyInstance, methods: ReadonlyMap<string, Set<string>>): void {
  for (const [url, ofRoute] of [...methods])
    if (!ofRoute.has('OPTIONS'))
      app.options(url, async (_request, reply) =>
        reply
          .code(204)
          .header('allow', [...ofRoute, 'OPTIONS'].sort().join(', '))
          .send(),
      );
}

/** The first hook of every request: it refuses what `admit` does not let in. */
const refuseUnadmitted = (admit: Admit) =>
  async function refuseUnadmitted(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const decision = admit(request.raw, request.routeOptions.url);
    if (decision.admitted) return;
    const { status, body, headers = {}, close } = decision;
    if (close) reply.header('connection', 'close');
    await reply.code(status).headers(headers).send(body);
  };

type Execute = ReturnType<typeof apolloExecutor<RequestContext>>;

/** What Apollo hands from a request to its executor. */
interface ApolloContext {
  request: RequestContext;
  /** The result, when the fast path has executed the request and passed it on. */
  result: ExecutionResult | undefined;
}

type Gateway = NonNullable<ApolloServerOptions<ApolloContext>['gateway']>;

/** Apollo's gateway interface: the executor is ours; errors, codes and statuses remain Apollo's. */
const gatewayOf = (schema: GraphQLSchema, execute: Execute): Gateway => ({
  onSchemaLoadOrUpdate: (onLoad) => {
    onLoad({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: async () => ({
    executor: async ({ document, operation, request, context }) => {
      // The gateway interface does not know the type of the server's context.
      const { request: requestContext, result } = context as ApolloContext;
      const { signal } = requestContext;
      return result ?? execute({ document, operation, request, context: requestContext, signal });
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

/** How long /ready waits for the database, in milliseconds: less than most probes wait for it. */
const maxReadyWait = 2_000;

const isDatabaseReachable = (pool: pg.Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );
