import type { SdkError } from './errors.ts';
import type { ClientEvent, Deprecation } from './events.ts';
import type { Arguments, Operation } from './operation.ts';
import { createRequester } from './requester.ts';
import { type Fetch, publicAddress, type RequestOptions, type ResponseHeaders } from './send.ts';

/**
 * HTTP headers: an object, pairs of name and value, or `Headers`. A header whose value is undefined
 * is not sent.
 */
export type RequestHeaders =
  | Readonly<Record<string, string | undefined>>
  | readonly (readonly [name: string, value: string | undefined])[]
  | HeadersLike;

/** The part of `Headers` that the client uses. */
export interface HeadersLike {
  /** Calls a function for each header. */
  forEach(callback: (value: string, name: string) => void): void;
}

/** The options of {@link createClient}. Only `url` is required. */
export interface ClientOptions {
  /** The address of the GraphQL API, such as `http://localhost:4000/graphql`. */
  readonly url: string | URL;
  /**
   * Identifies the client in the cache keys of TanStack Query, so that two clients do not read each
   * other's answers. Set it if a server renders pages and calls another address than the browser,
   * or if two clients of one address act for different users. Default: the address, without what
   * may be secret.
   */
  readonly key?: string | undefined;
  /**
   * HTTP headers to send. A function is called for each request, so that a token can change. If it
   * throws, the call fails with kind `auth`.
   */
  readonly headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>) | undefined;
  /** Further options of `fetch` for all requests, such as `{ credentials: 'include' }`. */
  readonly init?: RequestOptions | undefined;
  /** The function that sends requests. Default: the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /**
   * The longest time that a call may take, in milliseconds, including all attempts and waits.
   * Default: 15,000. `Infinity`: no limit.
   */
  readonly timeoutMs?: number | undefined;
  /** How to retry after a transient failure. `{ attempts: 1 }`: never. */
  readonly retry?: RetryOptions | undefined;
  /**
   * `apq`: send the hash of an operation instead of its text, and the text only if the server does
   * not know it yet (Apollo's automatic persisted queries). Default: `off`.
   */
  readonly persisted?: 'off' | 'apq' | undefined;
  /**
   * Called for each request, response, retry and end of a call. Its errors are ignored, also those
   * of an async function.
   */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /**
   * Called once for each operation that uses a deprecated field or argument. Its errors are
   * ignored, also those of an async function.
   */
  readonly onDeprecation?: ((deprecation: Deprecation) => void) | undefined;
}

/**
 * How to retry after a transient failure: `network`, `rateLimited` or `unavailable`. Queries are
 * retried. A mutation is retried only with an `idempotencyKey`, because without one it could be
 * carried out twice.
 */
export interface RetryOptions {
  /** The number of attempts, the first one included. Default: 3. */
  readonly attempts?: number | undefined;
  /**
   * The longest wait before an attempt, in milliseconds. The client never waits longer. If the
   * server asks for a longer wait (`Retry-After`), the call fails at once. Default: 20,000.
   */
  readonly maxMs?: number | undefined;
}

/** The options of a single call. */
export interface ExecuteOptions {
  /** Aborts the call at any time: during a request or a wait before the next attempt. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Makes a write safe to repeat: the server carries it out once per key, and repeats the first
   * answer. 1 to 200 visible ASCII characters, such as a UUID.
   */
  readonly idempotencyKey?: string | undefined;
  /** HTTP headers of this call. They replace those of the client that have the same name. */
  readonly headers?: RequestHeaders | undefined;
  /** Further options of `fetch` for this call. They replace those of the client. */
  readonly init?: RequestOptions | undefined;
  /**
   * The longest time that this call may take, in milliseconds. Default: the client's `timeoutMs`.
   */
  readonly timeoutMs?: number | undefined;
}

/** The arguments of a call. `variables` is optional if the operation requires none. */
export type ExecuteArguments<Variables> = Arguments<Variables, ExecuteOptions>;

/** Facts about a call that has ended. */
export interface Meta {
  /** The number of attempts. */
  readonly attempts: number;
  /** The time that the call took, in milliseconds. */
  readonly ms: number;
  /** The HTTP status of the last attempt. Undefined: there was no response. */
  readonly status: number | undefined;
  /**
   * The id of the call (header `X-Request-Id`): the server's, or the one that was sent. All
   * attempts send the same. Undefined: there is none, such as before a request is sent.
   */
  readonly requestId: string | undefined;
  /** The headers of the last response. Undefined: there was no response. */
  readonly headers: ResponseHeaders | undefined;
  /**
   * Further information from the server (GraphQL specification, section 7.1). Undefined: there is
   * none.
   */
  readonly extensions: unknown;
}

/**
 * The result of a call: complete data, or errors with the data that could still be read. Where an
 * error occurred, `data` has null instead of the nearest nullable field. `data` is null if nothing
 * could be read, or if there was no response.
 */
export type Result<Data> =
  | { readonly data: Data; readonly errors: undefined; readonly meta: Meta }
  | {
      readonly data: Data | null;
      readonly errors: readonly [SdkError, ...SdkError[]];
      readonly meta: Meta;
    };

/** A client of one Claimgraph server. */
export interface Client {
  /** Identifies the client in cache keys, see {@link ClientOptions}. */
  readonly key: string;
  /** The options that it was created with, for `@claimgraph/sdk/files`. A mock client has none. */
  readonly options?: () => ClientOptions;
  /**
   * Runs one operation and returns its data.
   * @throws SdkError if the data is not complete. Partial data is in the error's `data`.
   */
  execute<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...args: ExecuteArguments<NoInfer<Variables>>
  ): Promise<Data>;
  /** Runs one operation. It never throws: errors are in the result. */
  result<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...args: ExecuteArguments<NoInfer<Variables>>
  ): Promise<Result<Data>>;
}

/**
 * Creates a client. It has no connection of its own and does not have to be closed.
 * ```ts
 * const client = createClient({ url: 'http://localhost:4000/graphql' });
 * const { claims } = await client.execute(Claims, { first: 10 });
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const address = publicAddress(String(options.url));
  const result = createRequester(options, address);
  return {
    key: options.key ?? address,
    options: () => options,
    result,
    execute: async (...args) => {
      const { data, errors } = await result(...args);
      if (errors) throw errors[0];
      return data;
    },
  };
}
