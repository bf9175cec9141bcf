import type { RequestListener } from 'node:http';
import fastifyApollo from '@as-integrations/fastify';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { withIdentity } from './access/authenticate.ts';
import { guardOf } from './access/guard.ts';
import { TokenVerifier } from './access/jwt.ts';
import { KeyRing } from './access/key-ring.ts';
import type { SignInLinks } from './access/sign-in-links.ts';
import { type Viewer } from './access/viewer.ts';
import { Connections, readLine } from './compiler/connections.ts';
import { operationExecutor } from './compiler/execute.ts';
import { Mapping } from './compiler/mapping.ts';
import { Plans } from './compiler/plan.ts';
import { Reader } from './compiler/reader.ts';
import type { JwtSettings, QueueLimits } from './config.ts';
import { createRead, type RequestContext } from './context.ts';
import { CostCounts } from './cost/cost-counts.ts';
import { Estimator } from './cost/estimator.ts';
import { keepLearning } from './cost/learn.ts';
import { defaultMaxCostMs } from './cost/operation-cost.ts';
import { createReadPool, defaultReadTimeoutMs, endPool, poolOf } from './database/data-source.ts';
import { explorer } from './explore/explorer.ts';
import { landingPage, landingPageOf, protectPage } from './explore/landing-page.ts';
import { page } from './explore/page.ts';
import { exportRoutes } from './export/route.ts';
import { expireKeys } from './history/expire-keys.ts';
import { writeLine } from './history/write-line.ts';
import { type Allowed, bodyLimit, createAdmit, graphqlPath } from './http/admit.ts';
import { AnswerMemory } from './http/answer-memory.ts';
import { type ApolloContext, startApollo } from './http/apollo.ts';
import { BusyAnswers } from './http/busy.ts';
import { withRequestIds } from './http/cross-origin.ts';
import { ErrorLog } from './http/error-log.ts';
import { FastPath } from './http/fast-path.ts';
import { finishAnswer } from './http/graphql-answers.ts';
import { limitChunks } from './http/limit-chunks.ts';
import { createHistograms, metricsRoute } from './http/metrics.ts';
import type { Maxima } from './http/operation-limits.ts';
import { persistedOperations } from './http/persisted.ts';
import { healthRoutes } from './http/ready.ts';
import { httpError, refusal } from './http/refusals.ts';
import { refuseUnadmitted } from './http/refuse-unadmitted.ts';
import { withRequestLog } from './http/request-log.ts';
import { Requests } from './http/requests.ts';
import { collectMethods } from './http/route-methods.ts';
import { schemaFingerprint } from './http/schema-fingerprint.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { shedLoad } from './http/shed-load.ts';
import type { Tracing } from './http/tracing.ts';
import { importRoutes } from './ingest/http.ts';
import { createOperations } from './operations.ts';
import type { GuardSettings } from './values/guard-settings.ts';
import type { MasterKeySource } from './values/master-key.ts';

export interface ServerOptions extends Omit<Allowed, 'spending'>, Partial<GuardSettings> {
  database: DataSource;
  /** The connections that requests read on; closed with the server. By default they are made. */
  readPool?: pg.Pool;
  /** The viewer of requests without a credential. Left out: they are refused. */
  anonymous?: Viewer | undefined;
  /** Which tokens are accepted; by default none. */
  jwt?: JwtSettings | undefined;
  /** The links that sign in; by default none. */
  signInLinks?: SignInLinks | undefined;
  schema: GraphQLSchema;
  log: Logger;
  /** Answer repeated operations before Fastify and Apollo see them; by default true. */
  fastPath?: boolean;
  /** Show Apollo Sandbox to browsers at /graphql; by default GraphiQL, served from here. */
  sandbox?: boolean;
  /** How many seconds a stop may take; by default 10. Requests get most of them. */
  stopSeconds?: number;
  /** How long a client may leave an answer unread, in milliseconds; by default 30 s. */
  stallMs?: number;
  /** How long headers and bodies of requests may take; by default 10 s and 15 s. */
  slow?: { headersMs: number; bodyMs: number };
  /** How many connections are accepted in each turn of the event loop; by default one. */
  acceptors?: number;
  /** How much memory all answers may take together, in bytes; by default 256 MB. */
  answerBytes?: number;
  /** How many reads and writes may wait, and how long. */
  queues?: QueueLimits;
  /** Whether the lines are shortened while the event loop is late; by default true. */
  shedsLoad?: boolean;
  /** Limits of operations other than those of the table, for tests. */
  maxima?: Maxima;
  /** The most that an operation may cost, in milliseconds of PostgreSQL's CPU time. */
  maxCostMs?: number;
  /** Sends spans to a collector; by default nothing does. */
  tracing?: Tracing | undefined;
  /** What the identities of protected sources are sealed with; by default nothing. */
  masterKeys?: MasterKeySource;
}

/**
 * Makes the HTTP server. The page is at /, GraphQL at /graphql, imports at /import, exports at
 * /export, liveness at /live, readiness at /ready, metrics at /metrics and GraphiQL at /explorer.
 * Every request passes `admit` first.
 */
export async function serve(options: ServerOptions): Promise<FastifyInstance> {
  const { database, schema, log } = options;
  const pool = poolOf(database);
  const readPool = options.readPool ?? createReadPool(database, options.readTimeoutMs);
  const { queues } = options;
  const lines = {
    reads: readLine(queues?.maxWaitingReads, queues?.maxReadWaitMs),
    writes: writeLine(queues?.maxWaitingWrites, queues?.maxWriteWaitMs),
  };
  const memory = new AnswerMemory(options.answerBytes);
  const limits = {
    maxCostMs: options.maxCostMs ?? defaultMaxCostMs,
    timeoutMs: options.readTimeoutMs ?? defaultReadTimeoutMs,
  };
  const connections = new Connections(readPool, lines.reads, limits.maxCostMs);
  const errors = new ErrorLog(log);
  const histograms = createHistograms();
  for (const each of [pool, readPool]) each.on('connect', () => errors.noteConnection());
  const guard = guardOf(options);
  const admit = createAdmit({ ...options, spending: guard.spending });
  const keyRing = new KeyRing(pool);
  const tokens = options.jwt && new TokenVerifier(options.jwt);
  const persisted = await persistedOperations(options.persisted, options.manifests);
  const costs = new CostCounts();
  const estimator = new Estimator(undefined, costs.note);
  const stopLearning = await keepLearning(connections, estimator);
  const reader = new Reader(new Mapping(database), schema, new Plans(), estimator);
  const { tracing } = options;
  const { execute, contextOf } = createOperations({
    ...options,
    reader,
    connections,
    errors,
    persisted,
    spending: guard.spending,
    line: lines.writes,
    durations: histograms.writes,
    limits,
  });
  const busyAnswers = new BusyAnswers({ query: lines.reads, mutation: lines.writes }, errors);
  const fastPath = new FastPath(admit, busyAnswers, ({ document, operation, request, message }) => {
    const context = contextOf(message);
    return execute({ document, operation, request, context, caller: context.caller });
  });
  const isFast = options.fastPath ?? true;
  const requests = new Requests(
    options.stopSeconds,
    options.stallMs,
    memory,
    options.slow,
    options.acceptors,
  );
  const landing = await landingPageOf(options.sandbox ?? false);
  const fingerprint = schemaFingerprint(schema);
  const observed = (next: RequestListener): RequestListener =>
    withRequestLog(log, tracing ? tracing.aroundRequests(next) : next);

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
          observed(
            withIdentity(
              { ...options, keyRing, tokens, failures: guard.failures },
              isFast ? fastPath.before(listener) : listener,
            ),
          ),
        ),
      ),
  });
  /** Without a name, Fastify would look for the function in all modules that are loaded. */
  const register = (name: string, plugin: FastifyPluginAsync) =>
    app.register(Object.assign(plugin, { [Symbol.for('fastify.display-name')]: name }));
  const answerOptions = collectMethods(app);
  app.addHook('onRequest', refuseUnadmitted(admit, errors));
  app.addHook('preClose', async function drainRequests() {
    await requests.drain();
  });
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply
      .code(error.statusCode ?? 500)
      .send(httpError(error.statusCode ?? 500, errors, reply.raw, error)),
  );
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(httpError(404, errors, reply.raw)),
  );

  const apollo = await startApollo({
    schema,
    execute,
    errors,
    persistedQueries: persisted.queries,
    plugins: [landingPage(landing), ...(isFast ? [fastPath.plugin] : [])],
    maxTokens: options.maxima?.tokens,
  });
  const stopExpiring = expireKeys(database);
  const stopShedding = shedLoad((options.shedsLoad ?? true) ? Object.values(lines) : []);
  app.addHook('onClose', async function stopOthers() {
    stopExpiring();
    stopShedding();
    stopLearning();
    await apollo.stop();
    keyRing.stop();
    await endPool(readPool);
    await tracing?.stop();
  });
  await register('graphql', async (routes) => {
    routes.addHook('preParsing', limitChunks);
    routes.addHook('onSend', protectPage(landing));
    routes.addHook('onSend', finishAnswer);
    await routes.register(fastifyApollo(apollo), {
      path: graphqlPath,
      method: ['GET', 'POST'],
      context: async ({ raw }: FastifyRequest): Promise<ApolloContext<RequestContext>> => ({
        request: contextOf(raw),
        result: fastPath.resultOf(raw),
      }),
    });
  });
  await register('explorer', explorer);
  await register('session', sessionRoutes({ ...options, pool, keyRing }));
  await register(
    'export',
    exportRoutes({
      schema,
      connections,
      execute: operationExecutor(schema, (_context, run) => ({ read: createRead(reader)(run) })),
      spending: guard.spending,
      refusal: refusal(errors),
    }),
  );
  await register(
    'metrics',
    metricsRoute(reader.plans, [readPool, pool], lines, memory, errors, histograms, costs),
  );
  await register(
    'import',
    importRoutes({
      pool,
      stopping: requests.stopping,
      refusal: refusal(errors),
      lockTimes: histograms.importBatches,
      masterKeys: options.masterKeys,
      spending: guard.spending,
    }),
  );
  await register('health', healthRoutes(readPool));
  await register('page', page(graphqlPath));
  answerOptions();
  return app;
}
