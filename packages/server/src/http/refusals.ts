import type { ServerResponse } from 'node:http';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  Busy,
  type ErrorCode,
  type Issue,
  type Path,
  RateLimited,
  Refusal,
  type RefusalDetails,
} from '../values/errors.ts';
import { uncountedExcess } from '../values/limits.ts';
import { fromDatabase } from './database-refusals.ts';
import type { ErrorLog } from './error-log.ts';
import { requestIdOf } from './request-id.ts';

/** Codes of Apollo and graphql-js for faulty requests, and ours for them. */
const codesOfOthers: Record<string, ErrorCode | undefined> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  QUERY_TOO_COMPLEX: 'QUERY_TOO_COMPLEX',
};

/** Codes that belong to a protocol between client and server. They are passed on unchanged. */
const protocolCodes = new Set([
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_HASH_MISMATCH',
]);

/**
 * Errors to which Apollo and graphql-js give no code, by their whole message, so that no text of a
 * client can match.
 */
const uncodedErrors = new Map<string, [code: string, message: string]>([
  [
    'provided sha does not match query',
    [
      'PERSISTED_QUERY_HASH_MISMATCH',
      'The sha256Hash is not the SHA-256 of the query that came with it.',
    ],
  ],
  [
    'Unsupported persisted query version',
    [
      'BAD_USER_INPUT',
      'A persistedQuery must be { version: 1, sha256Hash }, as Apollo’s clients send it.',
    ],
  ],
  [
    'Too many errors processing variables, error limit reached. Execution aborted.',
    ['BAD_USER_INPUT', 'The variables have more wrong values than these.'],
  ],
  [
    'Validation aborted.',
    [
      'QUERY_TOO_COMPLEX',
      'The operation selects too many fields or fragments in one place. Split it up.',
    ],
  ],
]);

/** The refusal of a document with too many tokens, by the whole message of graphql-js. */
function tokensExceeded(message: string): Refusal | undefined {
  const [, max] =
    /^Syntax Error: Document contains more that (\d+) tokens\. Parsing aborted\.$/.exec(message) ??
    [];
  return max === undefined ? undefined : uncountedExcess('tokens', Number(max));
}

/** Words an error for a client, with a code of the closed list, and notes it. */
export const formatError =
  (errors: ErrorLog) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const worded = wordError(errors)(formatted, original);
    errors.note(String(worded.extensions?.code), original);
    return worded;
  };

/** Unexpected errors are logged. */
const wordError =
  (errors: ErrorLog) =>
  (formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const refuse = (
      message: string,
      extensions: Record<string, unknown>,
    ): GraphQLFormattedError => ({
      message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions,
    });
    // An operation is refused without a path, so Apollo does not unwrap the error.
    const cause =
      original instanceof GraphQLError ? (original.originalError ?? original) : original;
    const refusal =
      cause instanceof Refusal
        ? cause
        : (fromDatabase(original) ?? tokensExceeded(formatted.message));
    if (refusal) {
      const { message, code, issues, details } = refusal;
      return refuse(message, extensionsOf(code, issues, details));
    }
    if (original instanceof RangeError || isTooDeep(original))
      return refuse('This is nested too deep. Split it up.', { code: 'QUERY_TOO_COMPLEX' });
    const uncoded = uncodedErrors.get(formatted.message);
    if (uncoded) return refuse(uncoded[1], { code: uncoded[0] });
    const code = String(formatted.extensions?.code ?? '');
    if (protocolCodes.has(code)) return refuse(formatted.message, { code });
    const argument = nullArgument(formatted.message);
    const ownCode = codesOfOthers[code] ?? (argument && 'BAD_USER_INPUT');
    if (ownCode) {
      const message = wordOneOf(formatted.message);
      const issue = { path: argument ?? variableOf(message) ?? path ?? [], message };
      return refuse(message, extensionsOf(ownCode, [issue]));
    }
    errors.logFault(original);
    return refuse(internalMessage, { code: 'INTERNAL' });
  };

const oneField = 'Give exactly one field of $1: leave out the others, null included.';

/** What graphql-js says about references, which are `@oneOf` inputs, in plain words. */
const wordOneOf = (message: string): string =>
  message
    .replace(/Exactly one key must be specified for OneOf type "(\w+)"\./, oneField)
    .replace(/OneOf Input Object "(\w+)" must specify exactly one key\./, oneField)
    .replace(/Field "([\w.]+)" must be non-null\./, '$1 cannot be null. Leave it out.')
    .replace(
      /Expected type "(\w+RefInput)" to be an object\./,
      'Give an object with one field of $1, such as { id: … }.',
    );

const internalMessage = 'Something went wrong here. It was logged; nothing was changed.';

/**
 * Whether the stack overflowed, in V8's words. graphql-js and Apollo catch that error and pass it
 * on inside errors of their own.
 */
const isTooDeep = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === 'Maximum call stack size exceeded' ||
    (error instanceof GraphQLError && isTooDeep(error.originalError)));

/**
 * The argument that graphql-js refuses during execution: if it has a default, only the value of its
 * variable shows that it is null.
 */
const nullArgument = (message: string): Path | undefined =>
  /^Argument "(\w+)" of non-null type/.exec(message)?.slice(1);

/** The path of a wrong value in the variables, from graphql-js's `at "input.places[0].lat"`. */
function variableOf(message: string): Path | undefined {
  const [, variable, at] =
    /^Variable "\$(\w+)" got invalid value .*? at "([\w.[\]]+)"/s.exec(message) ?? [];
  if (at)
    return at
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const name = variable ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  return name === undefined ? undefined : [name];
}

const extensionsOf = (code: ErrorCode, issues: readonly Issue[], details?: RefusalDetails) => ({
  code,
  ...(issues.length > 0 && { issues }),
  ...details,
});

export const isBusy = (error: unknown): error is Busy => error instanceof Busy;

/** Whether the same request may be sent again in a while, because nothing of it was executed. */
export const isTemporary = (error: unknown): error is Busy | RateLimited =>
  isBusy(error) || error instanceof RateLimited;
export const retryHeaders = ({ retryAfter }: Busy | RateLimited) => ({
  'retry-after': String(retryAfter),
});

export const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

export interface HttpRefusal {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/** Words an error outside GraphQL as one of GraphQL, with the HTTP status of its code. */
export const refusal =
  (errors: ErrorLog) =>
  (error: unknown, response?: ServerResponse): HttpRefusal => {
    if (response) errors.relate(error, requestIdOf(response));
    const formatted = formatError(errors)({ message: 'This failed.' }, error);
    return {
      status: statuses[formatted.extensions!.code as ErrorCode] ?? 400,
      body: { errors: [formatted] },
      headers: isTemporary(error) ? retryHeaders(error) : {},
    };
  };

/** A body in the form of a GraphQL error, for a request that never became a GraphQL request. */
export const errorBody = (code: ErrorCode, message: string, details: RefusalDetails = {}) => ({
  errors: [{ message, extensions: { code, ...details } }],
});

/** The code of such a body. */
export const codeOfBody = (body: Partial<ReturnType<typeof errorBody>>): string =>
  body.errors?.[0]?.extensions.code ?? 'BAD_USER_INPUT';

const httpRefusal = (status: number, code: ErrorCode, message: string): HttpRefusal => ({
  status,
  body: errorBody(code, message),
});

/** The body of a request was longer than it may be; how long is not known. */
export class BodyTooLong extends Error {
  readonly statusCode = 413;
  readonly body: object;

  constructor(name: 'readerBody' | 'writerBody') {
    const { code, message, details } = uncountedExcess(name);
    super(message);
    this.body = errorBody(code, message, details);
  }
}

export const httpErrors = {
  notFound: httpRefusal(404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.'),
  tooLarge: { status: 413, body: new BodyTooLong('writerBody').body },
  unsupportedType: httpRefusal(
    415,
    'BAD_USER_INPUT',
    'Send GraphQL as JSON, with content-type application/json.',
  ),
};

/** The body for an error of HTTP itself, such as a broken request or an unknown path. */
export function httpError(
  status: number,
  errors: ErrorLog,
  response: ServerResponse,
  error?: Error,
): object {
  if (status >= 500) {
    errors.relate(error, requestIdOf(response));
    errors.logFault(error);
    errors.note('INTERNAL', error);
    return errorBody('INTERNAL', internalMessage);
  }
  const known = Object.values(httpErrors).find((each) => each.status === status);
  errors.noteRejection(status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT');
  if (error instanceof BodyTooLong) return error.body;
  return (
    known?.body ?? errorBody('BAD_USER_INPUT', error?.message ?? 'This request cannot be read.')
  );
}
