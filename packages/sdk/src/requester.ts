import type { Client, ClientOptions, ExecuteOptions, Result, RetryOptions } from './client.ts';
import { sleep, withDeadline } from './deadline.ts';
import { SdkError, type SdkErrorKind } from './errors.ts';
import type { Operation } from './operation.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';
import { type RawResponse, reasonOf, send } from './send.ts';

/** The kinds of errors after which another attempt may succeed. */
const transientErrorKinds = /^(network|rateLimited|unavailable)$/;

/** One call of `execute` or `result`, over all its attempts. */
interface Call {
  readonly operation: Operation<unknown, never>;
  readonly variables: unknown;
  readonly key: string | undefined;
  attempt: number;
  /** The response to the latest request. Undefined: there is none. */
  response?: RawResponse | undefined;
}

type Emit = (call: Call, event: object) => void;

/** Makes the function that runs operations for a client. */
export function createRequester(options: ClientOptions): Client['result'] {
  const { timeoutMs = 15_000, retry, onEvent, onDeprecation } = options;
  const warnedOperations = new Set<unknown>();
  const emit: Emit = ({ operation, attempt }, event) =>
    ignoreErrors(() => onEvent?.({ operation, attempt, ...event } as never));
  const sendOperation = createSender(options, emit);

  const warnIfDeprecated = (operation: Call['operation']) => {
    const { deprecated: uses } = operation;
    if (!uses || warnedOperations.has(operation)) return;
    warnedOperations.add(operation);
    ignoreErrors(() => onDeprecation?.({ operation, uses }));
  };

  return async <Data>(
    operation: Operation<Data, never>,
    variables?: unknown,
    { idempotencyKey: key, signal, timeoutMs: limit = timeoutMs }: ExecuteOptions = {},
  ): Promise<Result<Data>> => {
    const start = Date.now();
    const call: Call = { operation, variables, key, attempt: 0 };
    warnIfDeprecated(operation);
    const { data, errors } = await withDeadline(limit, signal, (stop) =>
      sendWithRetries(call, retry, start + limit, stop, sendOperation, emit),
    ).catch(failedResponse);
    const ms = Date.now() - start;
    const failures = errors[0] && errors;
    emit(call, { type: 'end', errors: failures, ms });
    const meta = {
      attempts: call.attempt,
      ms,
      status: call.response?.status,
      requestId: call.response?.headers.get('x-request-id') ?? undefined,
    };
    return { data: data ?? null, errors: failures, meta } as Result<Data>;
  };
}

/** Attempts until one succeeds or fails permanently, or another would end after the deadline. */
async function sendWithRetries(
  call: Call,
  { attempts = 3, maxMs = 20_000 }: RetryOptions = {},
  deadline: number,
  stop: AbortSignal,
  sendOperation: SendOperation,
  emit: Emit,
): Promise<ParsedResponse> {
  const { operation, key } = call;
  if (key !== undefined && !/^[!-~]{1,200}$/.test(key))
    throw new SdkError('badInput', 'An idempotency key is 1 to 200 visible ASCII characters.');
  // A mutation without an idempotency key could be carried out twice.
  const maxAttempts = operation.kind === 'mutation' && key === undefined ? 1 : attempts;
  for (;;) {
    call.attempt++;
    call.response = undefined;
    const parsed = await sendOperation(call, stop).catch(failedResponse);
    const error = parsed.errors.find(({ kind }) => transientErrorKinds.test(kind));
    if (!error || call.attempt >= maxAttempts) return parsed;
    // Exponential backoff, with jitter so that clients do not all come back at the same moment.
    const backoffMs = 200 * 2 ** call.attempt;
    const waitMs = (error.retryAfterMs ?? backoffMs) + Math.random() * backoffMs;
    if (waitMs > maxMs || Date.now() + waitMs > deadline) return parsed;
    emit(call, { type: 'retry', error, waitMs });
    await sleep(waitMs, stop);
  }
}

type SendOperation = (call: Call, stop: AbortSignal, withText?: boolean) => Promise<ParsedResponse>;

/** Makes the function for one attempt: one request, or two if the server does not know the hash. */
function createSender(
  { url, headers, fetch: userFetch, persisted }: ClientOptions,
  emit: Emit,
): SendOperation {
  const address = String(url);
  let sendsHashes = persisted === 'apq';
  const sendOperation: SendOperation = async (call, stop, withText) => {
    const allHeaders = await buildHeaders(headers, call);
    const { body, sha256Hash } = await encodeRequest(call, sendsHashes, withText);
    stop.throwIfAborted();
    emit(call, { type: 'request' });
    const sentAt = Date.now();
    const response = await send(userFetch ?? fetch, address, allHeaders, body, stop);
    call.response = response;
    emit(call, { type: 'response', status: response.status, ms: Date.now() - sentAt });
    const parsed = parseResponse(response, address);
    const code = parsed.errors[0]?.code;
    if (sha256Hash && code === 'PERSISTED_QUERY_NOT_SUPPORTED') sendsHashes = false;
    else if (withText || code !== 'PERSISTED_QUERY_NOT_FOUND') return parsed;
    return sendOperation(call, stop, true);
  };
  return sendOperation;
}

async function buildHeaders(headers: ClientOptions['headers'], { key }: Call) {
  const result: Record<string, string> = {
    accept: 'application/graphql-response+json, application/json',
    'content-type': 'application/json',
  };
  const userHeaders = await callUserFunction(
    () => (typeof headers === 'function' ? headers() : headers),
    'auth',
    'Cannot get the headers',
  );
  for (const name in userHeaders) result[name.toLowerCase()] = userHeaders[name]!;
  if (key !== undefined) result['idempotency-key'] = key;
  return result;
}

/** The body of a request. With a hash, it has the query's text only if `withText` is set. */
const encodeRequest = (
  { operation: { name, text, hash }, variables }: Call,
  sendsHashes: boolean,
  withText?: boolean,
) =>
  callUserFunction(
    async () => {
      const sha256Hash = sendsHashes && (typeof hash === 'string' ? hash : await hash());
      const body = JSON.stringify({
        operationName: name || undefined,
        query: withText || !sha256Hash ? text : undefined,
        variables: variables ?? {},
        extensions: sha256Hash ? { persistedQuery: { version: 1, sha256Hash } } : undefined,
      });
      return { body, sha256Hash };
    },
    'badInput',
    'Cannot send the operation',
  );

const failedResponse = (error: SdkError): ParsedResponse => ({ data: null, errors: [error] });

/** Calls a function of the caller's. @throws SdkError of the given kind if the function throws. */
async function callUserFunction<T>(
  userFunction: () => T,
  kind: SdkErrorKind,
  message: string,
): Promise<Awaited<T>> {
  try {
    return await userFunction();
  } catch (cause) {
    throw new SdkError(kind, `${message}: ${reasonOf(cause)}`, { cause });
  }
}

/** Calls a listener. An error in it must not break the call. */
const ignoreErrors = (listen: () => void): void => {
  try {
    listen();
  } catch {}
};
