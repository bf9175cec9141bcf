import type { IncomingMessage } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { CountedCost } from './access/counted-cost.ts';
import { CredentialEnded, hasEnded } from './access/lifetime.ts';
import { operationRules } from './access/operation-rules.ts';
import type { Spending } from './access/spending.ts';
import { viewerOf } from './access/viewer.ts';
import type { Connections } from './compiler/connections.ts';
import { apolloExecutor } from './compiler/execute.ts';
import {
  createWrite,
  type RequestContext,
  resolverContextOf,
  type WriteOptions,
} from './context.ts';
import { payForStatements, roundCost } from './cost/operation-cost.ts';
import type { Execute } from './http/apollo.ts';
import { argumentLimits } from './http/argument-limits.ts';
import { withStatusIfBusy } from './http/busy.ts';
import type { ErrorLog } from './http/error-log.ts';
import { type Maxima, sizeLimits } from './http/operation-limits.ts';
import type { PersistedOperations } from './http/persisted.ts';
import { callerOf } from './http/requests.ts';
import type { Tracing } from './http/tracing.ts';
import type { Caller } from './values/caller.ts';

interface OperationsOptions
  extends Omit<WriteOptions, 'viewer' | 'caller' | 'idempotencyKey' | 'cost'> {
  schema: GraphQLSchema;
  connections: Connections;
  errors: ErrorLog;
  persisted: Pick<PersistedOperations, 'check'>;
  /** Whether the schema may be asked for; see `operationRules`. */
  introspection?: Parameters<typeof operationRules>[1];
  /** Limits other than those of the table, for tests. */
  maxima?: Maxima;
  tracing?: Tracing | undefined;
  /** What each viewer may spend. Left out: there is no limit. */
  spending?: Spending | undefined;
}

const ended = new CredentialEnded();
const credentialEnded = new GraphQLError(ended.message, {
  originalError: ended,
  extensions: { http: { status: 401 } },
});

/** Asks for `extensions.cost`. Without it, the same question has the same bytes as its answer. */
const costHeader = 'claimgraph-cost';

/**
 * Makes what executes the operations of requests. Each is checked before anything of it is
 * executed: that it is registered where only such are allowed, its size, the viewer's role, and its
 * arguments.
 */
export function createOperations(options: OperationsOptions) {
  const { schema, reader, connections, errors, persisted, tracing } = options;
  const { database, line, durations, masterKeys, limits, spending } = options;
  const checkRole = operationRules(schema, options.introspection);
  const checkSize = sizeLimits(schema, options.maxima);
  const checkArguments = argumentLimits(schema);
  const resolverContext = resolverContextOf(reader);
  const tracedReader = (caller: Caller) => tracing?.aroundCompiling(reader, caller) ?? reader;
  const executeOperation = apolloExecutor<RequestContext>(schema, connections, (context, run) => {
    const traced = tracing ? tracing.aroundStatements(run, context.caller) : run;
    const contextWith = tracing ? resolverContextOf(tracedReader(context.caller)) : resolverContext;
    return contextWith(context, context.cost ? payForStatements(traced, context.cost) : traced);
  });

  const execute: Execute<RequestContext> = async (request) => {
    const { document, operation, context } = request;
    // The credential was valid when the headers came. The body may have taken its time.
    if (context.hasEnded()) return { errors: [credentialEnded] };
    const refused =
      operation &&
      (persisted.check(document) ??
        checkSize(document, operation) ??
        checkRole(document, operation, context.viewer) ??
        checkArguments(document, operation, request.request.variables));
    if (refused) return { errors: [refused] };
    const result = await executeOperation(request);
    for (const error of result.errors ?? []) errors.relate(error, context.caller.requestId);
    if (context.cost?.isShown)
      result.extensions = { cost: { estimatedMs: roundCost(context.cost.ms) } };
    return result.errors && operation ? withStatusIfBusy(result, operation) : result;
  };

  const contextOf = (message: IncomingMessage): RequestContext => {
    const { headers } = message;
    const viewer = viewerOf(message);
    const caller = callerOf(message);
    const key = headers['idempotency-key'];
    const idempotencyKey = Array.isArray(key) ? key.join() : key;
    const isShown = headers[costHeader] === 'estimate';
    const account = spending?.accountOf(message);
    const cost = isShown || account ? new CountedCost(isShown, account) : undefined;
    const write = createWrite({
      database,
      reader: tracedReader(caller),
      viewer,
      line,
      durations,
      caller,
      idempotencyKey,
      masterKeys,
      limits,
      cost,
    });
    return { viewer, caller, hasEnded: () => hasEnded(message), write, cost };
  };

  return { execute, contextOf };
}
