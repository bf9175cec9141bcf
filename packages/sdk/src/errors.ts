/**
 * What went wrong, as a program tells cases apart. The closed list:
 * - `network`: no answer came, or it broke off.
 * - `timeout`: the answer took longer than `timeoutMs`.
 * - `aborted`: the caller's signal was aborted.
 * - `http`: an HTTP status of failure without a GraphQL answer.
 * - `protocol`: an answer that is no GraphQL answer, such as a web page or half a JSON text.
 * - `auth`: who asks is not known, or may not (UNAUTHENTICATED, FORBIDDEN).
 * - `badInput`: something in the input is wrong; `issues` names the fields (BAD_USER_INPUT).
 * - `notFound`: there is no record of this id (NOT_FOUND).
 * - `conflict`: somebody else was first: a stale version, or an external id that is taken (CONFLICT).
 * - `rateLimited`: too many requests (RATE_LIMITED).
 * - `tooComplex`: the operation asks for too much at once (QUERY_TOO_COMPLEX).
 * - `unavailable`: try again in a moment (UNAVAILABLE, or HTTP 502, 503, 504).
 * - `graphql`: any other error of the server's (INTERNAL).
 */
export type SdkErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'http'
  | 'protocol'
  | 'auth'
  | 'badInput'
  | 'notFound'
  | 'conflict'
  | 'rateLimited'
  | 'tooComplex'
  | 'unavailable'
  | 'graphql';

/** One thing that is wrong with an input: where, from the operation's arguments down, and what to do about it. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** An error as a GraphQL answer carries it (GraphQL specification, section 7.1.2). */
export interface GraphQLErrorJson {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly issues?: readonly Issue[]; readonly [key: string]: unknown };
}

/** What is known about a failure beside its kind and message. */
export interface SdkErrorDetails {
  status?: number;
  errors?: readonly GraphQLErrorJson[];
  data?: unknown;
  cause?: unknown;
}

/** What `execute` rejects with. Branch on `kind`; `message` is fit to show to a person. */
export class SdkError extends Error {
  override readonly name = 'SdkError';
  readonly kind: SdkErrorKind;
  /** The HTTP status. Undefined: no answer came. */
  readonly status: number | undefined;
  /** The server's own code, such as `BAD_USER_INPUT`. */
  readonly code: string | undefined;
  /** What is wrong with the input, field by field. Empty: not said. */
  readonly issues: readonly Issue[];
  /** The errors of the answer, as they came. */
  readonly errors: readonly GraphQLErrorJson[];
  /** What the answer held beside its errors. Undefined: nothing. */
  readonly data: unknown;

  constructor(kind: SdkErrorKind, message: string, details: SdkErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.kind = kind;
    this.status = details.status;
    this.errors = details.errors ?? [];
    this.code = this.errors[0]?.extensions?.code;
    this.issues = this.errors.flatMap(({ extensions }) => extensions?.issues ?? []);
    this.data = details.data ?? undefined;
  }
}

const byCode: Record<string, SdkErrorKind | undefined> = {
  UNAUTHENTICATED: 'auth',
  FORBIDDEN: 'auth',
  BAD_USER_INPUT: 'badInput',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rateLimited',
  QUERY_TOO_COMPLEX: 'tooComplex',
  UNAVAILABLE: 'unavailable',
};

const byStatus: Record<number, SdkErrorKind | undefined> = {
  401: 'auth',
  403: 'auth',
  429: 'rateLimited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The failure that the errors of a GraphQL answer tell of; the first one speaks for all. */
export function refusal(errors: readonly [GraphQLErrorJson, ...GraphQLErrorJson[]], data: unknown, status: number): SdkError {
  const [{ message, extensions }] = errors;
  const kind = (extensions?.code ? byCode[extensions.code] : byStatus[status]) ?? 'graphql';
  return new SdkError(kind, message, { status, errors, data });
}

/** The failure of an answer that is no GraphQL answer. */
export function unreadable(url: string, status: number): SdkError {
  if (status >= 200 && status < 300) {
    return new SdkError('protocol', `What ${url} answered is no GraphQL answer. Is this the address of a Claimgraph server?`, { status });
  }
  return new SdkError(byStatus[status] ?? 'http', `${url} answered with HTTP status ${status}.`, { status });
}
