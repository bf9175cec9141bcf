import type { IncomingMessage, RequestListener } from 'node:http';
import fastifyApollo from '@as-integrations/fastify';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
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
import { operationRules } from './access/operation-rules.ts';
import type { SignInLinks } from './access/sign-in-links.ts';
import { type Viewer, viewerOf } from './access/viewer.ts';
import { Connections, readLine } from './compiler/connections.ts';
import { apolloExecutor, operationExecutor } from './compiler/execute.ts';
import { Mapping } from './compiler/mapping.ts';
import { Plans } from './compiler/plan.ts';
import { Reader } from './compiler/reader.ts';
import type { JwtSettings, QueueLimits } from './config.ts';
import { createRead, createWrite, type RequestContext, resolverContextOf } from './context.ts';
import { createReadPool, endPool, poolOf } from './database/data-source.ts';
import { explorer } from './explore/explorer.ts';
import { landingPage, landingPageOf, protectPage } from './explore/landing-page.ts';
import { page } from './explore/page.ts';
import { exportRoutes } from './export/route.ts';
import { expireKeys } from './history/expire-keys.ts';
import { writeLine } from './history/write-line.ts';
import { type Admit, type Allowed, bodyLimit, createAdmit, graphqlPath } from './http/admit.ts';
import { AnswerMemory } from './http/answer-memory.ts';
import { type ApolloContext, type Execute, startApollo } from './http/apollo.ts';
import { BusyAnswers, withStatusIfBusy } from './http/busy.ts';
import { withRequestIds } from './http/cross-origin.ts';
import { ErrorLog } from './http/error-log.ts';
import { FastPath } from './http/fast-path.ts';
import { finishAnswer } from './http/graphql-answers.ts';
import { limitChunks } from './http/limit-chunks.ts';
import { createHistograms, metricsRoute } from './http/metrics.ts';
import { sizeLimits } from './http/operation-limits.ts';
import { persistedOperations } from './http/persisted.ts';
import { healthRoutes } from './http/ready.ts';
import { codeOfBody, httpError, refusal } from './http/refusals.ts';
import { requestIdOf } from './http/request-id.ts';
import { withRequestLog } from './http/request-log.ts';
import { callerOf, holdBody, Requests } from './http/requests.ts';
import { schemaFingerprint } from './http/schema-fingerprint.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { shedLoad } from './http/shed-load.ts';
import type { Tracing } from './http/tracing.ts';
import { importRoutes } from './ingest/http.ts';
import type { GuardSettings } from './values/guard-settings.ts';
import type { LimitName } from './values/limits.ts';

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
  /** Answer repeated queries before Fastify and Apollo see them; by default true. */
  fastPath?: boolean;
  /** Show Apollo Sandbox to browsers at /graphql; by default GraphiQL, served from here. */
  sandbox?: boolean;
  /** How many seconds a stop may take; by default 10. Requests get most of them. */
  stopSeconds?: number;
  /** How long a client may leave an answer unread, in milliseconds; by default 30 s. */
  stallMs?: number;
  /** How long headers and bodies of requests may take; by default 10 s and 15 s. */
  slow?: { headersMs: number; bodyMs: number };
  /** How much memory all answers may take together, in bytes; by default 256 MB. */
  answerBytes?: number;
  /** How many reads and writes may wait, and how long. */
  queues?: QueueLimits;
  /** Whether the lines are shortened while the event loop is late; by default true. */
  shedsLoad?: boolean;
  /** Limits of operations other than those of the table, for tests. */
  maxima?: Partial<Record<LimitName, number>>;
  /** Sends spans to a collector; by default nothing does. */
  tracing?: Tracing | undefined;
}

/**
 * Makes the HTTP server. The page is at /, GraphQL at /graphql, imports at /import, exports at
 * /export, liveness at /live, readiness at /ready, metrics at /metrics and GraphiQL at /explorer. Every request passes
 * `admit` first.
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
  const connections = new Connections(readPool, lines.reads);
  const errors = new ErrorLog(log);
  const histograms = createHistograms();
  for (const each of [pool, readPool]) each.on('connect', () => errors.noteConnection());
  const guard = guardOf(options);
  const admit = createAdmit({ ...options, spending: guard.spending });
  const keyRing = new KeyRing(pool);
  const tokens = options.jwt && new TokenVerifier(options.jwt);
  const checkOperation = operationRules(schema, options.introspection);
  const persisted = await persistedOperations(options.persisted);
  const checkSize = sizeLimits(options.maxima);
  const reader = new Reader(new Mapping(database), schema, new Plans());
  const { tracing } = options;
  const resolverContext = resolverContextOf(reader);
  const executeOperation = apolloExecutor<RequestContext>(
    schema,
    connections,
    tracing
      ? (context, run) => resolverContext(context, tracing.aroundStatements(run, context.caller))
      : resolverContext,
  );
  const execute: Execute<RequestContext> = async (request) => {
    const { document, operation, context } = request;
    const refused =
      operation &&
      (persisted.check(document) ??
        checkSize(document, operation) ??
        checkOperation(document, operation, context.viewer));
    if (refused) return { errors: [refused] };
    const result = await executeOperation(request);
    for (const error of result.errors ?? []) errors.relate(error, context.requestId);
    return result.errors && operation ? withStatusIfBusy(result, operation) : result;
  };
  const contextOf = (message: IncomingMessage): RequestContext => {
    const viewer = viewerOf(message);
    const key = message.headers['idempotency-key'];
    const idempotencyKey = Array.isArray(key) ? key.join() : key;
    const caller = callerOf(message);
    const write = createWrite({
      database,
      reader,
      viewer,
      line: lines.writes,
      durations: histograms.writes,
      caller,
      idempotencyKey,
    });
    return { viewer, caller, requestId: requestIdOf(message), write };
  };
  const busyAnswers = new BusyAnswers({ query: lines.reads, mutation: lines.writes }, errors);
  const fastPath = new FastPath(admit, busyAnswers, ({ document, operation, request, message }) => {
    const context = contextOf(message);
    return execute({ document, operation, request, context, caller: context.caller });
  });
  const isFast = options.fastPath ?? true;
  const requests = new Requests(options.stopSeconds, options.stallMs, memory, options.slow);
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
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', function collectMethods({ url, method }) {
    methods.set(url, new Set([...(methods.get(url) ?? []), ...[method].flat()]));
  });
  app.addHook('onRequest', refuseUnadmitted(admit, errors));
  app.addHook('preClose', async function drainRequests() {
    await requests.drain();
  });
  app.setErrorHandler((error: FastifyError, request, reply) =>
    reply
      .code(error.statusCode ?? 500)
      .send(httpError(error.statusCode ?? 500, errors, request.raw, error)),
  );
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(httpError(404, errors, request.raw)),
  );

  const apollo = await startApollo(schema, execute, errors, persisted.queries, [
    landingPage(landing),
    ...(isFast ? [fastPath.plugin] : []),
  ]);
  const stopExpiring = expireKeys(database);
  const stopShedding = shedLoad((options.shedsLoad ?? true) ? Object.values(lines) : []);
  app.addHook('onClose', async function stopOthers() {
    stopExpiring();
    stopShedding();
    await apollo.stop();
    keyRing.stop();
    await endPool(readPool);
    await tracing?.stop();
  });
  await app.register(async (routes) => {
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
  await app.register(
    metricsRoute(reader.plans, [readPool, pool], lines, memory, errors, histograms),
  );
  await app.register(
    importRoutes({
      pool,
      stopping: requests.stopping,
      refusal: refusal(errors),
      lockTimes: histograms.importBatches,
    }),
  );
  await app.register(healthRoutes(readPool));
  await app.register(page(graphqlPath));
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
const refuseUnadmitted = (admit: Admit, errors: ErrorLog) =>
  async function refuseUnadmitted(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const route = request.routeOptions.url;
    const decision = admit(request.raw, route);
    if (decision.admitted && route !== graphqlPath) return;
    try {
      if (decision.admitted) return holdBody(request.raw);
      errors.noteRejection(codeOfBody(decision.body));
      if (decision.close) reply.header('connection', 'close');
      const { status, body, headers = {} } = decision;
      await reply.code(status).headers(headers).send(body);
    } catch (error) {
      const { status, body, headers = {} } = refusal(errors)(error, request.raw);
      await reply
        .code(status)
        .headers({ ...headers, connection: 'close' })
        .send(body);
    }
  };
