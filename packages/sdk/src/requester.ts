import type {
  Client,
  ClientOptions,
  ExecuteOptions,
  HeadersLike,
  RequestHeaders,
  Result,
} from './client.ts';
import { assertRunning, sleep, withDeadline } from './deadline.ts';
import { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';
import { publicAddress, type RawResponse, reasonOf, send } from './send.ts';

/** The kinds of errors after which another attempt may succeed. */
const transientErrorKinds = /^(network|rateLimited|unavailable)$/;

/** One call of `execute` or `result`, over all its attempts. */
interface Call {
  readonly operation: Operation<unknown, never>;
  readonly variables: unknown;
  readonly options: ExecuteOptions;
  attempt: number;
  /** The response to the latest request. Undefined: there is none. */
  response?: RawResponse | undefined;
}

/**
 * Whether a mutation that failed so may have been carried out. An error without a code is not the
 * server's, but mistakes (`badInput`, `auth`) are found before anything is sent.
 */
const isUncertain = ({ kind, code, extensions }: SdkError) =>
  code ? extensions?.outcome : !/I|au/.test(kind);

/** Makes the function that runs operations for a client. */
export function createRequester(options: ClientOptions): Client['result'] {
  const { timeoutMs = 15_000, retry, onEvent, onDeprecation, url, persisted } = options;
  const { attempts = 3, maxMs = 20_000 } = retry ?? {};
  const address = String(url);
  const warnedOperations = new Set<unknown>();
  let sendsHashes = persisted === 'apq';

  const emit = ({ operation, attempt }: Call, event: object) =>
    void callListener(() => onEvent?.({ operation, attempt, ...event } as never));

  const warnIfDeprecated = (operation: Call['operation']) => {
    const { deprecated: uses } = operation;
    if (!uses || warnedOperations.has(operation)) return;
    warnedOperations.add(operation);
    void callListener(() => onDeprecation?.({ operation, uses }));
  };

  /** Makes one attempt: one request, or two if the server does not know the hash. */
  const sendOperation = async (
    call: Call,
    signal: AbortSignal,
    withText?: boolean,
  ): Promise<ParsedResponse> => {
    const { name, text, hash } = call.operation;
    const headers = await buildHeaders(options, call);
    const sha256Hash = sendsHashes && (typeof hash === 'string' ? hash : await hash());
    const body = JSON.stringify({
      operationName: name || undefined,
      query: withText || !sha256Hash ? text : undefined,
      variables: call.variables ?? {},
      extensions: sha256Hash ? { persistedQuery: { version: 1, sha256Hash } } : undefined,
    });
    assertRunning(signal);
    emit(call, { type: 'request' });
    const sentAt = Date.now();
    const response = await send(options.fetch ?? globalThis.fetch, address, {
      ...options.init,
      ...call.options.init,
      method: 'POST',
      headers,
      body,
      signal,
      // A redirected POST would become a GET, or take the caller's token to another host.
      redirect: 'manual',
    });
    assertRunning(signal);
    call.response = response;
    emit(call, { type: 'response', status: response.status, ms: Date.now() - sentAt });
    const parsed = parseResponse(response, publicAddress(address));
    const code = parsed.errors[0]?.code;
    if (sha256Hash && code === 'PERSISTED_QUERY_NOT_SUPPORTED') sendsHashes = false;
    else if (withText || code !== 'PERSISTED_QUERY_NOT_FOUND') return parsed;
    return sendOperation(call, signal, true);
  };

  /** Attempts until one succeeds or fails permanently, or another would end after the deadline. */
  const sendWithRetries = async (
    call: Call,
    deadline: number,
    signal: AbortSignal,
  ): Promise<ParsedResponse> => {
    warnIfDeprecated(call.operation);
    const key = call.options.idempotencyKey;
    if (key !== undefined && !/^[!-~]{1,200}$/.test(key))
      throw new SdkError('badInput', 'An idempotency key is 1 to 200 visible ASCII characters.');
    // A mutation without an idempotency key could be carried out twice.
    const maxAttempts = call.operation.kind === 'mutation' && key === undefined ? 1 : attempts;
    for (;;) {
      call.attempt++;
      call.response = undefined;
      const parsed = await sendOperation(call, signal).catch(failedResponse);
      const error = parsed.errors.find(({ kind }) => transientErrorKinds.test(kind));
      if (!error || signal.aborted || !(call.attempt < maxAttempts)) return parsed;
      // Exponential backoff, with jitter so that clients do not all come back at the same moment.
      const backoffMs = 200 * 2 ** call.attempt;
      const { retryAfterMs = 0 } = error;
      const waitMs = Math.min((retryAfterMs || backoffMs) + Math.random() * backoffMs, maxMs);
      if (retryAfterMs > maxMs || Date.now() + waitMs > deadline) return parsed;
      emit(call, { type: 'retry', error, waitMs });
      await sleep(waitMs, signal);
    }
  };

  return async <Data>(
    operation: Operation<Data, never>,
    variables?: unknown,
    callOptions?: ExecuteOptions,
  ): Promise<Result<Data>> => {
    const start = Date.now();
    const call: Call = { operation, variables, options: callOptions ?? {}, attempt: 0 };
    const { signal, timeoutMs: limit = timeoutMs } = call.options;
    const { data, errors, extensions } = await withDeadline(limit, signal, (stop) =>
      sendWithRetries(call, start + limit, stop),
    ).catch(failedResponse);
    const ms = Date.now() - start;
    const failures = errors[0] && errors;
    // An attempt before the last one may have been carried out, too.
    const isUnknown = call.attempt > 1 || errors.some(isUncertain);
    const outcome = isUnknown && operation?.kind === 'mutation' ? 'UNKNOWN' : undefined;
    for (const error of errors)
      Object.assign(error, { operation: operation?.name || undefined, outcome });
    emit(call, { type: 'end', errors: failures, ms });
    const { status, headers } = call.response ?? {};
    const requestId = headers?.get('x-request-id') ?? undefined;
    const meta = { attempts: call.attempt, ms, status, requestId, headers, extensions };
    return { data: data ?? null, errors: failures, meta } as Result<Data>;
  };
}

async function buildHeaders({ headers: clientHeaders }: ClientOptions, { options }: Call) {
  const headers: Record<string, string> = {
    accept: 'application/graphql-response+json, application/json',
    'content-type': 'application/json',
  };
  const set = (value: string | undefined, name: string) => {
    if (value !== undefined) headers[name.toLowerCase()] = value;
  };
  const setAll = (given: RequestHeaders = {}) => {
    // Not every platform can iterate over `Headers`.
    if (isHeaders(given)) given.forEach(set);
    else
      for (const [name, value] of Array.isArray(given) ? given : Object.entries(given))
        set(value, name);
  };
  try {
    setAll(typeof clientHeaders === 'function' ? await clientHeaders() : clientHeaders);
  } catch (cause) {
    throw new SdkError('auth', `Cannot get the headers: ${reasonOf(cause)}`, { cause });
  }
  setAll(options.headers);
  set(options.idempotencyKey, 'idempotency-key');
  return headers;
}

const isHeaders = (headers: RequestHeaders): headers is HeadersLike =>
  'forEach' in headers && !Array.isArray(headers);

/** Anything that is thrown becomes an SdkError, for example if the variables are not JSON. */
const failedResponse = (cause: unknown): ParsedResponse => ({
  data: null,
  errors: [
    cause instanceof SdkError
      ? cause
      : new SdkError('badInput', `Cannot run the operation: ${reasonOf(cause)}`, { cause }),
  ],
});

/**
 * Calls a listener. An error in it must not break the call, and a promise that it returns must not
 * end a Node process when it rejects.
 */
const callListener = async (listener: () => unknown): Promise<void> => {
  try {
    await listener();
  } catch {}
};
