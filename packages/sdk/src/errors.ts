/**
 * What went wrong, as a program tells cases apart. The closed list:
 * - `network`: no answer came, or it broke off.
 * - `timeout`: the whole call took longer than `timeoutMs`.
 * - `aborted`: the caller's signal was aborted.
 * - `http`: an HTTP status of failure, or a redirect, without a GraphQL answer.
 * - `protocol`: an answer that is no GraphQL answer, such as a web page or half a JSON text.
 * - `auth`: who asks is not known, or may not (UNAUTHENTICATED, FORBIDDEN), or the client's `headers` failed.
 * - `badInput`: something in the input is wrong; `issues` names the fields (BAD_USER_INPUT).
 * - `notFound`: there is no record of this id (NOT_FOUND).
 * - `conflict`: somebody else was first: a stale version, or an external id that is taken (CONFLICT).
 * - `rateLimited`: too many requests; `retryAfterMs` says when to come back (RATE_LIMITED, or HTTP 429).
 * - `tooComplex`: the operation asks for too much at once (QUERY_TOO_COMPLEX).
 * - `unavailable`: try again in a moment (UNAVAILABLE, or HTTP 502, 503, 504).
 * - `graphql`: any other error of the server's (INTERNAL).
 */
export type SdkErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'http'
  | 'graphql'
  | 'auth'
  | 'badInput'
  | 'notFound'
  | 'conflict'
  | 'rateLimited'
  | 'tooComplex'
  | 'unavailable'
  | 'protocol';

/** One thing that is wrong with an input: where, from the operation's arguments down, and what to do about it. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** An error as a GraphQL answer carries it (GraphQL specification, section 7.1.2). */
export interface GraphQLErrorJson {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly issues?: readonly Issue[];
    readonly [key: string]: unknown;
  };
}

/** What is known about a failure beside its kind and message. */
export interface SdkErrorDetails {
  status?: number | undefined;
  requestId?: string | undefined;
  retryAfterMs?: number | undefined;
  code?: string | undefined;
  path?: readonly (string | number)[] | undefined;
  issues?: readonly Issue[] | undefined;
  extensions?: GraphQLErrorJson['extensions'] | undefined;
  data?: unknown;
  cause?: unknown;
}

/** What `execute` rejects with. Branch on `kind`; `message` is fit to show to a person. */
export class SdkError extends Error {
  readonly kind: SdkErrorKind;
  /** The HTTP status. Undefined: no answer came. */
  declare readonly status: number | undefined;
  /** The server's name for the request (header `x-request-id`), to be told when you ask for help. Undefined: it gave none. */
  declare readonly requestId: string | undefined;
  /** How long the server asks to wait before the next try, in milliseconds (header `Retry-After`). Undefined: it did not say. */
  declare readonly retryAfterMs: number | undefined;
  /** The server's own code, such as `BAD_USER_INPUT`. Undefined: it did not come so far. */
  declare readonly code: string | undefined;
  /** Where in the answer there is null for it. Undefined: nowhere in particular. */
  declare readonly path: readonly (string | number)[] | undefined;
  /** What is wrong with the input, field by field. Empty: not said. */
  declare readonly issues: readonly Issue[];
  /** All that the server said about it beside its message (GraphQL specification, section 7.1.2). Undefined: nothing. */
  declare readonly extensions: GraphQLErrorJson['extensions'] | undefined;
  /** What the answer held beside its errors. Undefined: nothing. */
  declare readonly data: unknown;

  constructor(kind: SdkErrorKind, message: string, details: SdkErrorDetails = {}) {
    super(message);
    this.name = 'SdkError';
    this.kind = kind;
    Object.assign(this, details, { issues: details.issues ?? [] });
  }
}
