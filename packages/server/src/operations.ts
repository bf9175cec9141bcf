import type { IncomingMessage } from 'node:http';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
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
import { addCost, roundCost } from './cost/operation-cost.ts';
import type { Execute } from './http/apollo.ts';
import { withStatusIfBusy } from './http/busy.ts';
import type { ErrorLog } from './http/error-log.ts';
import { sizeLimits } from './http/operation-limits.ts';
import type { PersistedOperations } from './http/persisted.ts';
import { callerOf } from './http/requests.ts';
import type { Tracing } from './http/tracing.ts';
import type { LimitName } from './values/limits.ts';

interface OperationsOptions
  extends Omit<WriteOptions, 'viewer' | 'caller' | 'idempotencyKey' | 'cost'> {
  schema: GraphQLSchema;
  connections: Connections;
  errors: ErrorLog;
  persisted: Pick<PersistedOperations, 'check'>;
  /** Whether the schema may be asked for; see `operationRules`. */
  introspection?: Parameters<typeof operationRules>[1];
  /** Limits other than those of the table, for tests. */
  maxima?: Partial<Record<LimitName, number>>;
  tracing?: Tracing | undefined;
  /** What each viewer may spend. Left out: there is no limit. */
  spending?: Spending | undefined;
}

/** Asks for `extensions.cost`. Without it, the same question has the same bytes as its answer. */
const costHeader = 'claimgraph-cost';

/**
 * Makes what executes the operations of requests. Each is checked before anything of it is
 * executed: that it is registered where only such are allowed, its size, and the viewer's role.
 */
export function createOperations(options: OperationsOptions) {
  const { schema, reader, connections, errors, persisted, tracing } = options;
  const { database, line, durations, masterKeys, limits, spending } = options;
  const checkRole = operationRules(schema, options.introspection);
  const checkSize = sizeLimits(options.maxima);
  const resolverContext = resolverContextOf(reader);
  const executeOperation = apolloExecutor<RequestContext>(schema, connections, (context, run) => {
    const traced = tracing ? tracing.aroundStatements(run, context.caller) : run;
    return resolverContext(context, context.cost ? addCost(traced, context.cost) : traced);
  });

  const execute: Execute<RequestContext> = async (request) => {
    const { document, operation, context } = request;
    const refused =
      operation &&
      (persisted.check(document) ??
        checkSize(document, operation) ??
        checkRole(document, operation, context.viewer));
    if (refused) return { errors: [refused] };
    const result = await executeOperation(request);
    for (const error of result.errors ?? []) errors.relate(error, context.caller.requestId);
    if (context.cost) noteCost(context.cost, result);
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
    const cost = isShown || account ? { ms: 0, isShown, account } : undefined;
    const write = createWrite({
      database,
      reader,
      viewer,
      line,
      durations,
      caller,
      idempotencyKey,
      masterKeys,
      limits,
      cost,
    });
    return { viewer, caller, write, cost };
  };

  return { execute, contextOf };
}

/** Counts what an operation costs, and shows it if the client asks. */
function noteCost(
  { ms, isShown, account }: NonNullable<RequestContext['cost']>,
  result: ExecutionResult,
): void {
  // The request itself has taken a point.
  if (account && ms >= 1) account.quota.spend(account.key, Math.floor(ms));
  if (isShown) result.extensions = { cost: { estimatedMs: roundCost(ms) } };
}
