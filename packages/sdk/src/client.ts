import { type GraphQLErrorJson, refusal, SdkError, unreadable } from './errors.ts';
import type { Operation } from './operation.ts';

/** HTTP headers by name. */
export type RequestHeaders = Readonly<Record<string, string>>;

/** As much of `fetch` as the client uses: the platform's own, or any that behaves like it. */
export type Fetch = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** How to reach a server. */
export interface ClientOptions {
  /** Where GraphQL is served, such as `http://localhost:4000/graphql`. */
  url: string | URL;
  /** Headers to send along; a function is asked anew for each call, so that a token may change. What it throws, `execute` rejects with. */
  headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>) | undefined;
  /** What to send requests with. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
  /** How long a call may take in all, in milliseconds. Default: 15,000. `Infinity`: as long as it takes. */
  timeoutMs?: number | undefined;
}

/** What may be said about a single call. */
export interface ExecuteOptions {
  /** Ends the call when it is aborted. */
  signal?: AbortSignal | undefined;
  /** 1 to 200 visible ASCII characters. A write that comes again with its key is done once, and answered as the first time. */
  idempotencyKey?: string | undefined;
}

/** `variables` may be left out when the operation requires none. */
export type ExecuteArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: ExecuteOptions]
    : [variables: Variables, options?: ExecuteOptions];

/** Asks a Claimgraph server. */
export interface Client {
  /**
   * Runs one operation in one request.
   * @throws SdkError whenever there is no whole answer; partial data is in its `data`.
   */
  execute<Data, Variables>(operation: Operation<Data, Variables>, ...args: ExecuteArguments<NoInfer<Variables>>): Promise<Data>;
}

/** Makes a client. It holds no connection and need not be closed. */
export function createClient(options: ClientOptions): Client {
  const url = String(options.url);
  return {
    execute: <Data, Variables>({ name, text }: Operation<Data, Variables>, ...args: ExecuteArguments<Variables>) => {
      const [variables, { signal, idempotencyKey } = {}] = args;
      return within(options.timeoutMs ?? 15_000, signal, async (stop) => {
        const given = typeof options.headers === 'function' ? await options.headers() : options.headers;
        const headers: Record<string, string> = {
          accept: 'application/graphql-response+json, application/json',
          'content-type': 'application/json',
          ...Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
        };
        if (idempotencyKey !== undefined) headers['idempotency-key'] = visible(idempotencyKey);
        const body = JSON.stringify({ operationName: name, query: text, variables: variables ?? {} });
        const { status, text: answer } = await post(options.fetch ?? fetch, url, { method: 'POST', headers, body, signal: stop });
        return dataOf(answer, status, url) as Data;
      });
    },
  };
}

/** Does the work unless the caller aborts it or it takes too long, even where `fetch` pays no heed to its signal. */
async function within<T>(timeoutMs: number, signal: AbortSignal | undefined, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const abortion = () => new SdkError('aborted', 'The call was aborted.', { cause: signal?.reason });
  if (signal?.aborted) throw abortion();
  const controller = new AbortController();
  let release = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const stop = (error: SdkError) => {
      reject(error);
      controller.abort(error);
    };
    const abort = () => stop(abortion());
    const timeout = () => stop(new SdkError('timeout', `No whole answer within ${timeoutMs} ms.`));
    // Longer waits overflow a timer and would end at once.
    const timer = setTimeout(timeout, Math.min(timeoutMs, 2 ** 31 - 1));
    signal?.addEventListener('abort', abort);
    release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } finally {
    release();
  }
}

async function post(send: Fetch, url: string, init: Parameters<Fetch>[1]): Promise<{ status: number; text: string }> {
  try {
    const response = await send(url, init);
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw new SdkError('network', `No whole answer from ${url}: ${reasonOf(cause)}.`, { cause });
  }
}

/** Node's `fetch` says "fetch failed" and keeps the reason in the cause. */
const reasonOf = (error: unknown): string => {
  const { cause, message } = error as { cause?: { message?: string; code?: string }; message?: string };
  return cause?.message || cause?.code || message || String(error);
};

const visible = (key: string): string => {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new SdkError('badInput', 'An idempotency key is 1 to 200 visible ASCII characters.');
};

interface Answer {
  data?: unknown;
  errors?: readonly GraphQLErrorJson[];
}

/** The data of a GraphQL answer. @throws SdkError when it has errors, or is none. */
function dataOf(text: string, status: number, url: string): unknown {
  const { data, errors } = parse(text);
  const [first, ...more] = Array.isArray(errors) ? errors : [];
  if (first) throw refusal([first, ...more], data, status);
  if (status < 200 || status > 299 || typeof data !== 'object' || data === null) throw unreadable(url, status);
  return data;
}

const parse = (text: string): Answer => {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
};
