import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { bytesOfResult } from '../compiler/execute.ts';
import type { Busy } from '../values/errors.ts';
import type { Line } from '../values/line.ts';
import type { ErrorLog } from './error-log.ts';
import { type OperationKind, type OperationText, operationKindOf } from './operation-kind.ts';
import { formatError, isBusy, isTemporary, retryHeaders, statuses } from './refusals.ts';

/** An answer that says that nothing was executed, because the server is too busy. */
export interface BusyAnswer {
  status: 503;
  headers: Readonly<Record<string, string>>;
  /** The body, as bytes (see `raw-bytes.ts`). */
  bytes: string;
}

/** The lines in which operations wait. */
export type OperationLines = Readonly<Record<OperationKind, Line>>;

/**
 * Refuses operations of which nothing was executed. Apollo is not asked: a refusal that costs as
 * much as an answer makes a busy server busier.
 */
export class BusyAnswers {
  private readonly word: ReturnType<typeof formatError>;

  constructor(
    private readonly lines: OperationLines,
    errors: ErrorLog,
  ) {
    this.word = formatError(errors);
  }

  /** Refuses the operation of a request if its line is full, before anything of it is parsed. */
  refuse(parameters: OperationText): BusyAnswer | undefined {
    if (!this.lines.query.isFull && !this.lines.mutation.isFull) return undefined;
    const kind = operationKindOf(parameters);
    const line = kind && this.lines[kind];
    if (!line?.isFull) return undefined;
    const busy = line.refuse();
    return answer(busy, { errors: [this.word({ message: busy.message }, busy)] });
  }

  /** The answer for a result that {@link withStatusIfBusy} has marked; undefined for others. */
  ofResult({
    errors = [],
    data,
  }: ExecutionResult<Record<string, unknown>>): BusyAnswer | undefined {
    const busy = errors[0]?.originalError;
    if (!isBusy(busy) || !errors.every(hasStatus)) return undefined;
    return answer(busy, { errors: errors.map((each) => this.word(each.toJSON(), each)), data });
  }
}

interface Body {
  errors: readonly GraphQLFormattedError[];
  data?: Record<string, unknown> | null | undefined;
}

const answer = (busy: Busy, body: Body): BusyAnswer => ({
  status: 503,
  headers: retryHeaders(busy),
  bytes: bytesOfResult(body),
});

const hasStatus = ({ extensions }: GraphQLError): boolean => extensions.http !== undefined;

/**
 * The result of an operation of which nothing was executed, because the server was too busy or the
 * client has no points left, with the HTTP status 503 or 429 and `Retry-After`. Other results as
 * they are. Of several mutations, the first may have been carried out.
 */
export function withStatusIfBusy<R extends ExecutionResult>(
  result: R,
  { operation, selectionSet }: OperationDefinitionNode,
): R {
  const { errors } = result;
  const [first, ...others] = selectionSet.selections;
  const isSeveralWrites =
    operation === 'mutation' && (others.length > 0 || first?.kind !== Kind.FIELD);
  if (!errors || isSeveralWrites) return result;
  const refusals = errors.map(({ originalError }) => originalError).filter(isTemporary);
  const hasData = Object.values(result.data ?? {}).some((value) => value !== null);
  const [refusal] = refusals;
  if (!refusal || refusals.length < errors.length || hasData) return result;
  const headers = new Map(Object.entries(retryHeaders(refusal)));
  const extensions = { http: { status: statuses[refusal.code], headers } };
  const busyErrors = errors.map(
    ({ message, nodes, path, originalError }) =>
      new GraphQLError(message, { nodes, path, originalError, extensions }),
  );
  return Object.assign({}, result, { errors: busyErrors });
}
