import type { Client, ClientOptions, ExecuteOptions, Result } from './client.ts';
import { sleep, withDeadline } from './deadline.ts';
import { SdkError } from './errors.ts';
import type { ClientEvent } from './events.ts';
import { buildHeaders } from './headers.ts';
import type { Operation } from './operation.ts';
import { errorKinds, type ParsedResponse, parseResponse } from './parse-response.ts';
import { type FetchResponse, failRequest, reasonOf } from './send.ts';

/** Makes the function that runs operations for a client. */
export function createRequester(options: ClientOptions, address: string): Client['result'] {
  const { retry: { attempts = 3, maxMs = 20_000 } = {}, onEvent, onDeprecation } = options;
  const url = String(options.url);
  const warnedOperations = new Set<unknown>();
  let sendsHashes = options.persisted === 'apq';

  return async <Data>(
    operation: Operation<Data, never>,
    variables?: unknown,
    callOptions: ExecuteOptions = {},
  ): Promise<Result<Data>> => {
    const start = Date.now();
    const { timeoutMs = options.timeoutMs ?? 15_000, idempotencyKey } = callOptions;
    const callId = Math.random().toString(36).slice(2);
    let requestId: string | undefined;
    let attempt = 0;
    /** `UNKNOWN` if a request may have been carried out although it failed. */
    let outcome: SdkError['outcome'];
    let response: Partial<FetchResponse> = {};

    const emit = (event: object) =>
      void notify(onEvent, { operation, attempt, ...event } as ClientEvent);

    /** Makes one attempt: one request, or two if the server does not know the hash. */
    const send = async (signal: AbortSignal, withText?: boolean): Promise<ParsedResponse> => {
      const init = { ...options.init, ...callOptions.init };
      // Caches of responses, such as that of Next.js, compare headers.
      const sentId = init.cache || init.next ? undefined : callId;
      const headers = await buildHeaders(options.headers, callOptions, sentId);
      requestId = headers['x-request-id'];
      const sha256Hash = sendsHashes
        ? await (typeof operation.hash === 'string' ? operation.hash : operation.hash())
        : undefined;
      const body = JSON.stringify({
        operationName: operation.name || undefined,
        query: withText || !sha256Hash ? operation.text : undefined,
        variables: variables ?? {},
        extensions: sha256Hash && { persistedQuery: { version: 1, sha256Hash } },
      });
      const fail = (cause: unknown) => failRequest(cause, url, headers);
      if (signal.aborted) throw signal.reason;
      emit({ type: 'request' });
      const outcomeBefore = outcome;
      outcome = 'UNKNOWN';
      const sentAt = Date.now();
      const fetch = options.fetch ?? globalThis.fetch;
      const answer = await fetch(url, {
        ...init,
        method: 'POST',
        headers,
        body,
        signal,
        // A redirected POST would become a GET, or take the caller's token to another host.
        redirect: 'manual',
      }).catch(fail);
      const content = await answer.text().catch(fail);
      if (signal.aborted) throw signal.reason;
      response = answer;
      emit({ type: 'response', status: answer.status, ms: Date.now() - sentAt });
      const parsed = parseResponse(answer, content, address);
      const code = parsed.errors[0]?.code;
      const isHashUnknown = !withText && /^PERSISTED/.test(code as string);
      // An error with another code or none is not the server's, but that of something before it.
      if (
        isHashUnknown ||
        parsed.errors.every(
          ({ code, extensions }) => errorKinds[code as string] && !extensions?.outcome,
        )
      )
        outcome = outcomeBefore;
      if (!isHashUnknown) return parsed;
      sendsHashes = code === 'PERSISTED_QUERY_NOT_FOUND';
      return send(signal, true);
    };

    /** Attempts until one succeeds or fails permanently, or another would end too late. */
    const sendWithRetries = async (signal: AbortSignal): Promise<ParsedResponse> => {
      const { deprecated: uses } = operation;
      if (uses && !warnedOperations.has(operation)) {
        warnedOperations.add(operation);
        void notify(onDeprecation, { operation, uses });
      }
      // A mutation without an idempotency key could be carried out twice.
      const maxAttempts = idempotencyKey || operation.kind === 'query' ? attempts : 1;
      for (;;) {
        attempt++;
        response = {};
        const parsed = await send(signal).catch(failedResponse);
        const error = parsed.errors.find(({ kind }) =>
          /^(network|rateLimited|unavailable)$/.test(kind),
        );
        if (!error || signal.aborted || !(attempt < maxAttempts)) return parsed;
        // Exponential backoff, with jitter so that clients do not all come back at the same moment.
        const backoffMs = 200 * 2 ** attempt;
        const { retryAfterMs = 0 } = error;
        const waitMs = Math.min((retryAfterMs || backoffMs) + Math.random() * backoffMs, maxMs);
        if (retryAfterMs > maxMs || Date.now() + waitMs > start + timeoutMs) return parsed;
        emit({ type: 'retry', error, waitMs });
        await sleep(waitMs, signal);
      }
    };

    const { data, errors, extensions } = await withDeadline(
      timeoutMs,
      callOptions.signal,
      sendWithRetries,
    ).catch(failedResponse);
    const ms = Date.now() - start;
    const failures = errors[0] && errors;
    const { status, headers } = response;
    requestId = headers?.get('x-request-id') ?? requestId;
    errors.forEach((error, i) => {
      Object.assign(error, {
        operation: operation?.name || undefined,
        // What is wrong with the input is found before anything is written.
        outcome: operation?.kind === 'mutation' && error.kind !== 'badInput' ? outcome : undefined,
        requestId,
        others: errors.slice(i + 1),
      });
    });
    emit({ type: 'end', errors: failures, ms });
    return {
      data: data ?? null,
      errors: failures,
      meta: { attempts: attempt, ms, status, requestId, headers, extensions },
    } as Result<Data>;
  };
}

/** Anything that is thrown becomes an SdkError, for example if the variables are not JSON. */
const failedResponse = (cause: unknown): ParsedResponse => ({
  data: null,
  errors: [
    cause instanceof SdkError
      ? cause
      : new SdkError('badInput', `The call failed: ${reasonOf(cause)}`, { cause }),
  ],
});

/**
 * Calls a listener. An error in it must not break the call, and a promise that it returns must not
 * end a Node process when it rejects.
 */
const notify = async <Event>(listener: ((event: Event) => unknown) | undefined, event: Event) => {
  try {
    await listener?.(event);
  } catch {}
};
