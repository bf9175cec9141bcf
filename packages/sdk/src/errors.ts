import type { MatchRule, RecordId } from './generated/operations.ts';
import type { OpenEnum } from './open-enum.ts';

/**
 * The kind of a failure. Branch on it; the list is closed.
 * - `network`: there was no response, or it broke off.
 * - `timeout`: the call took longer than `timeoutMs`.
 * - `aborted`: the caller aborted its signal.
 * - `http`: the HTTP status is an error or a redirect, and the response is not GraphQL.
 * - `protocol`: the HTTP status is fine, but the response is not GraphQL, such as a web page.
 * - `auth`: the user is not signed in or not allowed (UNAUTHENTICATED, FORBIDDEN, HTTP 401 or 403),
 *   or the client's `headers` function failed.
 * - `badInput`: the input is wrong; `issues` names the fields (BAD_USER_INPUT). Or the call is
 *   wrong and can never work: its address, a header, or its variables.
 * - `notFound`: there is no record with this id (NOT_FOUND).
 * - `conflict`: another write was first: the version is stale, or the external id is taken
 *   (CONFLICT).
 * - `rateLimited`: too many requests; `retryAfterMs` says how long to wait (RATE_LIMITED, HTTP
 *   429).
 * - `tooComplex`: the operation is too large; split it up (QUERY_TOO_COMPLEX).
 * - `unavailable`: the server is starting or overloaded (UNAVAILABLE, HTTP 502, 503 or 504).
 * - `graphql`: any other error of the server (INTERNAL).
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

/** A record that may be meant by a name that does not identify one. */
export interface Candidate {
  /** Refer to the record by it. `isId` says of which type it is. */
  readonly id: RecordId;
  /** The text to display: a location’s label ("Zayzun, Mzeireb, Daraa"), otherwise the name. */
  readonly label: string;
  /** The name of the record that matched. */
  readonly name: string;
  /** The rule by which it matched: `EXACT` for one of several records with the same name. */
  readonly rule: OpenEnum<MatchRule>;
}

/**
 * One problem with an input. `path` leads to the field, starting at the operation's arguments;
 * `message` says what is wrong and what to do.
 */
export interface Issue {
  /** Leads to the field, starting at the arguments of the operation. */
  readonly path: readonly (string | number)[];
  /** What is wrong, and what to do. */
  readonly message: string;
  /**
   * For a name that no record has, or several have: the records that may be meant, the likeliest
   * first. Undefined: the problem is another one.
   */
  readonly candidates?: readonly Candidate[];
}

/** An error in a GraphQL response (GraphQL specification, section 7.1.2). */
export interface GraphQLErrorJson {
  /** What is wrong, in English. */
  readonly message: string;
  /** The keys and positions that lead to the field that failed. */
  readonly path?: readonly (string | number)[];
  /** Further information of the server. */
  readonly extensions?: {
    readonly code?: string;
    readonly issues?: readonly Issue[];
    readonly [key: string]: unknown;
  };
}

/** The details of a failure, in addition to its kind and message. See {@link SdkError}. */
export interface SdkErrorDetails {
  operation?: string | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  retryAfterMs?: number | undefined;
  code?: string | undefined;
  path?: readonly (string | number)[] | undefined;
  issues?: readonly Issue[] | undefined;
  extensions?: GraphQLErrorJson['extensions'] | undefined;
  outcome?: 'UNKNOWN' | undefined;
  data?: unknown;
  others?: readonly SdkError[] | undefined;
  cause?: unknown;
}

/** A registered symbol is the same in every copy of this package. */
const brand = Symbol.for('claimgraph.SdkError');

/**
 * The error that `execute` throws. Branch on `kind`; `message` is suitable to show to a person. A
 * program may hold two copies of this package, such as its ESM and its CommonJS build. `instanceof
 * SdkError` also recognizes the errors of the other copy.
 */
export class SdkError extends Error {
  declare readonly kind: SdkErrorKind;
  /** The name of the operation that failed. Undefined: it has none. */
  declare readonly operation: string | undefined;
  /** The HTTP status. Undefined: there was no response. */
  declare readonly status: number | undefined;
  /**
   * The id of the call (header `X-Request-Id`), which also appears at the server, even if there was
   * no response. Include it when you ask for help. Undefined: nothing was sent, or no id.
   */
  declare readonly requestId: string | undefined;
  /**
   * How long to wait before the next attempt, in milliseconds (header `Retry-After`). Undefined:
   * the server did not say.
   */
  declare readonly retryAfterMs: number | undefined;
  /**
   * The server's error code, such as `BAD_USER_INPUT`. Undefined: the error is not the server's.
   */
  declare readonly code: string | undefined;
  /** The path to the field that failed. Undefined: the error does not belong to a field. */
  declare readonly path: readonly (string | number)[] | undefined;
  /** The problems with the input, one per field. Empty: the server named none. */
  declare readonly issues: readonly Issue[];
  /**
   * All additional information from the server (GraphQL specification, section 7.1.2). Undefined:
   * there is none.
   */
  declare readonly extensions: GraphQLErrorJson['extensions'] | undefined;
  /**
   * `UNKNOWN`: the mutation may have been carried out, because the answer was lost on its way. Look
   * for what it writes before you send it again, or send it with an `idempotencyKey` in the first
   * place. If `extensions.outcome` is `COMMITTED`, the server knows that it was carried out, but
   * could not read its answer. Undefined: nothing was written.
   */
  declare readonly outcome: 'UNKNOWN' | undefined;
  /** The data that could still be read. Undefined: there is none. */
  declare readonly data: unknown;
  /** The errors of the same response that follow this one. */
  declare readonly others: readonly SdkError[];

  constructor(kind: SdkErrorKind, message: string, details: SdkErrorDetails = {}) {
    super(message);
    Object.assign(this, details, {
      name: 'SdkError',
      kind,
      issues: details.issues ?? [],
      others: details.others ?? [],
    });
  }

  get [brand](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: subclasses inherit this method.
    return this === SdkError ? brand in Object(value) : super[Symbol.hasInstance](value);
  }

  /**
   * What `JSON.stringify` writes: name, message, kind and details. Without `data`, `extensions`,
   * `others` and `cause`, which may be large or secret.
   */
  toJSON(): object {
    const { data, extensions, others, cause, ...details } = this;
    return { ...details, message: this.message };
  }
}

/** Whether a value is an `SdkError`, of this copy of the package or of another. */
export const isSdkError = (value: unknown): value is SdkError => value instanceof SdkError;
