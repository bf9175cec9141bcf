import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { QueryFailedError } from 'typeorm';
import { type ErrorCode, type Issue, type Path, Refusal } from './values/errors.ts';

/** What Apollo and graphql-js call the faults of a request, in the house's closed list. The rest of their codes are protocol and stay. */
const foreign: Record<string, ErrorCode | undefined> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  QUERY_TOO_COMPLEX: 'QUERY_TOO_COMPLEX',
};

const protocol = new Set([
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_HASH_MISMATCH',
]);

interface DatabaseError extends Error {
  code: string;
  constraint?: string;
  table?: string;
}

/** Faults that Apollo and graphql-js give no code of their own. Each is the whole message, so that no text of a client's can stand in it. */
const uncoded = new Map<string, [code: string, words: string]>([
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
    'Validation aborted.',
    [
      'QUERY_TOO_COMPLEX',
      'Too many of its fields or fragments stand in the same place to be compared. Ask in parts.',
    ],
  ],
]);

/** Tells a client what went wrong, in the closed list of codes; whatever else it was goes to the log alone. */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const where = { ...(locations && { locations }), ...(path && { path }) };
    const original = unwrapResolverError(error);
    const refusal = original instanceof Refusal ? original : fromDatabase(original);
    if (refusal)
      return {
        message: refusal.message,
        ...where,
        extensions: extensions(refusal.code, refusal.issues),
      };
    if (original instanceof RangeError || isTooDeep(original))
      return {
        message: 'This is nested too deep. Ask in parts.',
        ...where,
        extensions: { code: 'QUERY_TOO_COMPLEX' },
      };
    const [uncodedCode, words] = uncoded.get(formatted.message) ?? [];
    if (words) return { message: words, ...where, extensions: { code: uncodedCode } };
    const code = String(formatted.extensions?.code ?? '');
    if (protocol.has(code)) return { message: formatted.message, ...where, extensions: { code } };
    const argument = nullArgument(formatted.message);
    const known = foreign[code] ?? (argument && 'BAD_USER_INPUT');
    if (known)
      return {
        message: formatted.message,
        ...where,
        extensions: extensions(known, [
          {
            path: argument ?? variableOf(formatted.message) ?? path ?? [],
            message: formatted.message,
          },
        ]),
      };
    log.error(logFields(original), 'request failed');
    return {
      message: 'Something went wrong here. It was logged; nothing was changed.',
      ...where,
      extensions: { code: 'INTERNAL' },
    };
  };

/** Whether the stack ran out, in V8's own words; graphql-js and Apollo catch that, and pass it on inside errors of theirs. */
const isTooDeep = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === 'Maximum call stack size exceeded' ||
    (error instanceof GraphQLError && isTooDeep(error.originalError)));

/** The argument that graphql-js refuses while it executes: where a default lets a variable be null, only its value tells. */
const nullArgument = (message: string): Path | undefined =>
  /^Argument "(\w+)" of non-null type/.exec(message)?.slice(1);

/** Where in the variables a value is wrong, as graphql-js words it: `at "input.places[0].lat"`. */
function variableOf(message: string): Path | undefined {
  const [, variable, at] =
    /^Variable "\$(\w+)" got invalid value .*? at "([\w.[\]]+)"/s.exec(message) ?? [];
  if (at)
    return at
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const whole = variable ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  return whole === undefined ? undefined : [whole];
}

/** Without the statement's values: the log is read by more people than the ledger. */
const logFields = (error: unknown) =>
  error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };

const extensions = (code: ErrorCode, issues: readonly Issue[]) => ({
  code,
  ...(issues.length > 0 && { issues }),
});

/** PostgreSQL's own refusals: the last line of defence, so the words are general, but the field is named. */
function fromDatabase(error: unknown): Refusal | undefined {
  const found = (error instanceof QueryFailedError ? error.driverError : error) as
    | DatabaseError
    | undefined;
  if (/timeout exceeded when trying to connect|Connection terminated/.test(found?.message ?? ''))
    return busy();
  const code = found?.code;
  if (typeof code !== 'string') return undefined;
  const issue = (message: string): Issue[] => [{ path: fieldOf(found!), message }];
  const refuse = (kind: ErrorCode, message: string) => new Refusal(kind, message, issue(message));
  if (code === 'CG001') return refuse('BAD_USER_INPUT', 'A place cannot lie inside itself.');
  if (code === 'CG003')
    return refuse(
      'BAD_USER_INPUT',
      'Somebody must say so: a claim needs speakers, a relation claims.',
    );
  if (code === 'CG002')
    return refuse('BAD_USER_INPUT', 'The passage does not stand in the report at these offsets.');
  if (code === '23505') return refuse('CONFLICT', 'There is such a record already.');
  if (code === '23503')
    return refuse('CONFLICT', 'It names a record that is not there, or others still rest on it.');
  if (code === '23514' || code === '23502' || code.startsWith('22'))
    return refuse('BAD_USER_INPUT', 'A value is not allowed here.');
  // PostgreSQL has no code of its own for a text that would be longer than a gigabyte.
  const tooLong =
    code === 'XX000' && found!.message.startsWith('invalid memory alloc request size');
  if (code.startsWith('54') || tooLong)
    return new Refusal('QUERY_TOO_COMPLEX', 'This asks for too much at once. Ask in parts.');
  if (code === '57014')
    return new Refusal(
      'UNAVAILABLE',
      'The database took too long. Ask for less, or try again later.',
    );
  if (/^(08|53|57P|55P03|40)/.test(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET') {
    return busy();
  }
  return undefined;
}

const busy = () =>
  new Refusal(
    'UNAVAILABLE',
    'The database cannot be reached or is busy. Try again in a moment; nothing was changed.',
  );

/** `claim_occurred_order_check` → `['input', 'occurred', 'order']`, as near as a constraint's name tells. */
const fieldOf = ({ constraint, table }: DatabaseError): string[] => {
  const words = (constraint ?? '')
    .replace(new RegExp(`^${table}_`), '')
    .replace(/_(check|key|fkey)$/, '');
  return words ? ['input', ...words.split('_')] : ['input'];
};

const statuses: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** A fault outside GraphQL, told as GraphQL's are: the same codes and words, and the HTTP status that each code has. */
export const refusal =
  (log: Logger) =>
  (error: unknown): { status: number; body: object } => {
    const told = formatError(log)({ message: 'This failed.' }, error);
    return {
      status: statuses[told.extensions!.code as ErrorCode] ?? 400,
      body: { errors: [told] },
    };
  };

/** An answer in GraphQL's own form, for what never became a GraphQL request. */
export const errorBody = (code: ErrorCode, message: string) => ({
  errors: [{ message, extensions: { code } }],
});

const outside: Record<number, [ErrorCode, string] | undefined> = {
  404: ['NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.'],
  413: ['BAD_USER_INPUT', 'The body is too large: 16 MB at most.'],
  415: ['BAD_USER_INPUT', 'Send GraphQL as JSON, with content-type application/json.'],
};

/** What HTTP itself refuses: a broken body, an unknown address. */
export function httpError(status: number, log: Logger, error?: Error) {
  if (status >= 500) {
    log.error(logFields(error), 'request failed');
    return errorBody('INTERNAL', 'Something went wrong here. It was logged; nothing was changed.');
  }
  return errorBody(
    ...(outside[status] ??
      (['BAD_USER_INPUT', error?.message ?? 'This request cannot be read.'] as const)),
  );
}
