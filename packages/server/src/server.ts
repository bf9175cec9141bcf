import { createServer, type IncomingHttpHeaders } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import fastifyApollo, { type ApolloFastifyContextFunction } from '@as-integrations/fastify';
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
import { apolloExecutor, operationExecutor, stringifyResult } from './compiler/execute.ts';
import { Mapping } from './compiler/mapping.ts';
import { Plans } from './compiler/plan.ts';
import { Reader } from './compiler/reader.ts';
import { isLoopback } from './config.ts';
import { type Context, createRead, createWrite } from './context.ts';
import { poolOf } from './database/data-source.ts';
import { explorer } from './explore/explorer.ts';
import { landingPage } from './explore/landing-page.ts';
import { exportRoutes } from './export/route.ts';
import { FastPath, fastPathHandler } from './fast-path.ts';
import { importRoutes } from './ingest/http.ts';
import { metricsRoute } from './metrics.ts';
import { errorBody, formatError, httpError, refusal } from './refusals.ts';
import { merged } from './values/merged.ts';

/** Bodies of reports are up to a million characters, and `recordReport` brings its claims too. */
const bodyLimit = 16 * 1024 * 1024;

export interface ServerOptions {
  database: DataSource;
  schema: GraphQLSchema;
  log: Logger;
  /** Answer whatever name it is called by. Else only loopback's: a web page cannot reach in by pointing its own name here (DNS rebinding). */
  open?: boolean;
}

/** The HTTP server: GraphQL at /graphql, imports at /import, exports at /export, whether it serves at /ready, how it does at /metrics, GraphiQL at /explorer. */
export async function serve({
  database,
  schema,
  log,
  open = false,
}: ServerOptions): Promise<FastifyInstance> {
  const reader = new Reader(new Mapping(database), schema, new Plans());
  const execute = apolloExecutor(schema, poolOf(database), createRead(reader));
  const contextOf = (headers: IncomingHttpHeaders): Context => {
    const viewer = { name: 'local' };
    const key = headers['idempotency-key'];
    return {
      viewer,
      write: createWrite(database, reader, viewer, Array.isArray(key) ? key.join() : key),
    } as Context;
  };
  const known = new FastPath();
  let closing = false;
  const answering = fastPathHandler(
    known,
    ({ headers, ...question }) =>
      execute(merged(question, { context: contextOf(headers) as never })),
    ({ host = '' }) => !closing && (open || isLoopback(nameOf(host))),
  );
  // Without a logger of its own: one for each request would cost as much as a small request, and what fails is logged by who sees it fail.
  const app = fastify({
    bodyLimit,
    forceCloseConnections: true,
    serverFactory: (handler) => createServer(answering(handler)),
  });
  app.addHook('preClose', async () => {
    closing = true;
  });
  if (!open) app.addHook('onRequest', refuseForeignHosts);
  const apollo = new ApolloServer<ApolloContext>({
    gateway: gatewayOf(schema, async (request) => request.context.answered ?? execute(request)),
    stringifyResult: stringifyResult as never,
    documentStore: known.store,
    formatError: formatError(log),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
      landingPage(),
      known.plugin,
      textualHashes,
    ],
  });
  await apollo.start();
  const context: ApolloFastifyContextFunction<ApolloContext> = async ({ headers, raw }) =>
    merged(contextOf(headers), { answered: known.answered.get(raw) });
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send(httpError(error.statusCode ?? 500, log, error)),
  );
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(httpError(404, log)));
  await app.register(fastifyApollo(apollo), { context });
  await app.register(explorer);
  const ways = {
    schema,
    pool: poolOf(database),
    execute: operationExecutor(schema, createRead(reader)),
    refusal: refusal(log),
  };
  await app.register(exportRoutes(ways));
  await app.register(metricsRoute(reader.plans, poolOf(database)));
  await app.register(importRoutes(poolOf(database), isLocal, errorBody as never));
  app.get('/ready', async (_request, reply) => {
    const ready = await Promise.race([
      isDatabaseReachable(poolOf(database)),
      setTimeout(readyWithin, false, { ref: false }),
    ]);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
  app.addHook('onClose', () => apollo.stop());
  return app;
}

/** The context of a request as Apollo has it; with what it was answered, where it was asked before it came to Apollo. */
interface ApolloContext extends Context {
  answered: ExecutionResult | undefined;
}

/** Apollo's gateway seat, the one that lets an executor be ours and keeps Apollo's errors, codes and statuses. */
const gatewayOf = (
  schema: GraphQLSchema,
  execute: (
    request: Parameters<ReturnType<typeof apolloExecutor>>[0] & { context: ApolloContext },
  ) => Promise<ExecutionResult>,
) => ({
  onSchemaLoadOrUpdate: (
    tell: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void,
  ) => {
    tell({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: async () => ({ executor: execute as never }),
  stop: async () => undefined,
});

/** Apollo makes a key of a persisted query's hash as it comes, and fails where that cannot become a text. */
const textualHashes: ApolloServerPlugin = {
  requestDidStart: async ({ request: { extensions } }) => {
    const asked = extensions?.persistedQuery;
    if (asked && typeof asked.sha256Hash === 'object') asked.sha256Hash = '';
  },
};

/** Whether an address is this machine's own; an IPv6 socket shows one of IPv4 behind `::ffff:`. */
const isLocal = (address: string): boolean => isLoopback(address.replace(/^::ffff:/, ''));

/** The name in a Host header, without port and the brackets of IPv6. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');

const refuseForeignHosts = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (isLoopback(nameOf(request.host))) return;
  await reply
    .code(421)
    .send(
      errorBody('FORBIDDEN', `This server answers on loopback only, not as ${request.hostname}.`),
    );
};

/** How long /ready waits for the database, in milliseconds: less than those who ask usually do. */
const readyWithin = 2_000;

const isDatabaseReachable = (pool: pg.Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );
