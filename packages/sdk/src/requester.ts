import type { Client, ClientOptions, ExecuteOptions, Result } from './client.ts';
import { sleep, withDeadline } from './deadline.ts';
import { SdkError, type SdkErrorKind } from './errors.ts';
import type { Operation } from './operation.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';
import { type RawResponse, reasonOf, send } from './send.ts';

/** What fails in passing. */
const transientErrorKinds = /^(network|rateLimited|unavailable)$/;

const failedResponse = (error: SdkError): ParsedResponse => ({ data: null, errors: [error] });

/** What the caller's own function gives. @throws SdkError of that kind when it throws. */
async function callUserFunction<T>(
  ask: () => T,
  kind: SdkErrorKind,
  what: string,
): Promise<Awaited<T>> {
  try {
    return await ask();
  } catch (cause) {
    throw new SdkError(kind, `${what}: ${reasonOf(cause)}`, { cause });
  }
}

/** A listener cannot break what it listens to. */
const ignoreErrors = (listen: () => void): void => {
  try {
    listen();
  } catch {}
};

/** How a client asks: one call, with all its requests and waits. */
export function createRequester({
  fetch: own,
  headers,
  timeoutMs = 15_000,
  retry,
  persisted,
  onEvent,
  onDeprecation,
  ...options
}: ClientOptions): Client['result'] {
  const { attempts = 3, maxMs = 20_000 } = retry ?? {};
  const url = String(options.url);
  const told = new Set<unknown>();
  let hashed = persisted === 'apq';

  return async <Data>(
    operation: Operation<Data, never>,
    variables?: unknown,
    about: ExecuteOptions = {},
  ): Promise<Result<Data>> => {
    const { name, text, deprecated } = operation;
    const { idempotencyKey: key, signal, timeoutMs: limit = timeoutMs } = about;
    const start = Date.now();
    let attempt = 0;
    let last: RawResponse | undefined;

    const tell = (event: object) =>
      ignoreErrors(() => onEvent?.({ operation, attempt, ...event } as never));

    /** One request, or two where the server does not know the hash yet. */
    const once = async (stop: AbortSignal, withText: boolean): Promise<ParsedResponse> => {
      const sent: Record<string, string> = {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
      };
      const more = await callUserFunction(
        () => (typeof headers === 'function' ? headers() : headers),
        'auth',
        'No headers',
      );
      for (const each in more) sent[each.toLowerCase()] = more[each]!;
      if (key !== undefined) sent['idempotency-key'] = key;
      const sha256Hash =
        hashed &&
        (await callUserFunction(
          () => (typeof operation.hash === 'string' ? operation.hash : operation.hash()),
          'badInput',
          'No hash',
        ));
      const extensions = sha256Hash ? { persistedQuery: { version: 1, sha256Hash } } : undefined;
      const asked = {
        operationName: name || undefined,
        query: withText || !extensions ? text : undefined,
        variables: variables ?? {},
        extensions,
      };
      const body = await callUserFunction(() => JSON.stringify(asked), 'badInput', 'No JSON');
      stop.throwIfAborted();
      tell({ type: 'request' });
      const sentAt = Date.now();
      last = await send(own ?? fetch, url, sent, body, stop);
      tell({ type: 'response', status: last.status, ms: Date.now() - sentAt });
      const said = parseResponse(last, url);
      const code = said.errors[0]?.code;
      if (extensions && code === 'PERSISTED_QUERY_NOT_SUPPORTED') hashed = false;
      else if (withText || code !== 'PERSISTED_QUERY_NOT_FOUND') return said;
      return once(stop, true);
    };

    const work = async (stop: AbortSignal): Promise<ParsedResponse> => {
      if (key !== undefined && !/^[!-~]{1,200}$/.test(key))
        throw new SdkError('badInput', 'An idempotency key is 1 to 200 visible ASCII characters.');
      for (;;) {
        attempt++;
        last = undefined;
        const said = await once(stop, false).catch(failedResponse);
        const error = said.errors.find(({ kind }) => transientErrorKinds.test(kind));
        // Twice as long each time; and not all at the same moment, whoever else was told the same.
        const pause = 200 * 2 ** attempt;
        const waitMs = (error?.retryAfterMs ?? pause) + Math.random() * pause;
        const late = Date.now() + waitMs - start > limit || waitMs > maxMs;
        if (
          !error ||
          attempt >= attempts ||
          late ||
          (operation.kind === 'mutation' && key === undefined)
        )
          return said;
        tell({ type: 'retry', error, waitMs });
        await sleep(waitMs, stop);
      }
    };

    if (deprecated && !told.has(operation)) {
      told.add(operation);
      ignoreErrors(() => onDeprecation?.({ operation, uses: deprecated }));
    }
    const { data, errors } = await withDeadline(limit, signal, work).catch(failedResponse);
    const ms = Date.now() - start;
    const [failure] = errors;
    tell({ type: 'end', errors: failure && errors, ms });
    const meta = {
      attempts: attempt,
      ms,
      status: last?.status,
      requestId: last?.headers.get('x-request-id') ?? undefined,
    };
    return { data: data ?? null, errors: failure && errors, meta } as Result<Data>;
  };
}
