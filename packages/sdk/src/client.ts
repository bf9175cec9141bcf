import type { SdkError } from './errors.ts';
import type { ClientEvent, Deprecation } from './events.ts';
import type { Arguments, Operation } from './operation.ts';
import { createRequester } from './requester.ts';
import type { Fetch } from './send.ts';

/** HTTP headers by name. */
export type RequestHeaders = Readonly<Record<string, string>>;

/** How to reach a server. */
export interface ClientOptions {
  /** Where GraphQL is served, such as `http://localhost:4000/graphql`. */
  readonly url: string | URL;
  /** Headers to send along; a function is asked anew for each request, so that a token may change. If it fails, the call does, with kind `auth`. */
  readonly headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>) | undefined;
  /** What to send requests with. Default: the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How long a call may take in all, tries and waits included, in milliseconds. Default: 15,000. `Infinity`: as long as it takes. */
  readonly timeoutMs?: number | undefined;
  /** How to try again what failed in passing. `{ attempts: 1 }`: never. */
  readonly retry?: RetryOptions | undefined;
  /**
   * `apq`: send the hash of an operation instead of its text, and the text only where the server does not know it yet (Apollo's automatic persisted
   * queries). Default: `off`.
   */
  readonly persisted?: 'off' | 'apq' | undefined;
  /** Hears of each request, answer, retry and end. What it throws is let go: a listener cannot break a call. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /** Hears, once for each operation, that it uses something deprecated. What it throws is let go. */
  readonly onDeprecation?: ((deprecation: Deprecation) => void) | undefined;
}

/**
 * How to try again what failed in passing: on `network`, `rateLimited` and `unavailable`. Queries are; a mutation is only with an
 * `idempotencyKey`, for else it might be done twice.
 */
export interface RetryOptions {
  /** How often to try in all. Default: 3. */
  readonly attempts?: number | undefined;
  /** The longest wait before a try, in milliseconds; a server that asks for more (`Retry-After`) is not waited for. Default: 20,000. */
  readonly maxMs?: number | undefined;
}

/** What may be said about a single call. */
export interface ExecuteOptions {
  /** Ends the call when it is aborted, whatever it is at: a request, or a wait for the next one. */
  readonly signal?: AbortSignal | undefined;
  /** 1 to 200 visible ASCII characters. A write that comes again with its key is done once, and answered as the first time. */
  readonly idempotencyKey?: string | undefined;
  /** How long this call may take in all, in milliseconds. Default: the client's. */
  readonly timeoutMs?: number | undefined;
}

/** `variables` may be left out when the operation requires none. */
export type ExecuteArguments<Variables> = Arguments<Variables, ExecuteOptions>;

/** How a call went. */
export interface Meta {
  /** How often it was tried. */
  readonly attempts: number;
  /** How long it took in all, in milliseconds. */
  readonly ms: number;
  /** The HTTP status of the last answer. Undefined: none came. */
  readonly status: number | undefined;
  /** The server's name for the last request (header `x-request-id`). Undefined: it gave none. */
  readonly requestId: string | undefined;
}

/**
 * What came of a call: whole data and no errors, or errors and what there is beside them. Where an error is, `data` has null, as far up as the
 * first field that may be null; null itself when nothing is left, or no answer came.
 */
export type Result<Data> =
  | { readonly data: Data; readonly errors: undefined; readonly meta: Meta }
  | {
      readonly data: Data | null;
      readonly errors: readonly [SdkError, ...SdkError[]];
      readonly meta: Meta;
    };

/** Asks a Claimgraph server. */
export interface Client {
  /**
   * Runs one operation.
   * @throws SdkError whenever there is no whole answer; partial data is in its `data`.
   */
  execute<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...args: ExecuteArguments<NoInfer<Variables>>
  ): Promise<Data>;
  /** Runs one operation, and never throws: what went wrong is in `errors`. */
  result<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...args: ExecuteArguments<NoInfer<Variables>>
  ): Promise<Result<Data>>;
}

/** Makes a client. It holds no connection and need not be closed. */
export function createClient(options: ClientOptions): Client {
  const result = createRequester(options);
  return {
    result,
    execute: async (...asked) => {
      const { data, errors } = await result(...asked);
      if (errors) throw errors[0];
      return data;
    },
  };
}
