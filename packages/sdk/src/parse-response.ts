import { type GraphQLErrorJson, SdkError, type SdkErrorKind } from './errors.ts';
import { type FetchResponse, publicAddress, type ResponseHeaders } from './send.ts';

/** The content of a response: data, errors, or both. */
export interface ParsedResponse {
  readonly data: unknown;
  readonly errors: readonly SdkError[];
  /** Further information (GraphQL specification, section 7.1). Undefined: there is none. */
  readonly extensions?: unknown;
}

/** The kind of an error by its GraphQL code or, without one, by the HTTP status. */
export const errorKinds: Readonly<Record<string | number, SdkErrorKind | null>> = {
  // Without a prototype, the code `constructor` has no kind.
  __proto__: null,
  UNAUTHENTICATED: 'auth',
  FORBIDDEN: 'auth',
  401: 'auth',
  403: 'auth',
  BAD_USER_INPUT: 'badInput',
  INTERNAL: 'graphql',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rateLimited',
  429: 'rateLimited',
  QUERY_TOO_COMPLEX: 'tooComplex',
  UNAVAILABLE: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Parses a response. It never throws: a response that is not GraphQL becomes an error. */
export function parseResponse(
  { status, headers }: FetchResponse,
  text: string,
  address: string,
): ParsedResponse {
  let data: unknown;
  let errors: unknown;
  let extensions: unknown;
  try {
    ({ data, errors, extensions } = Object(JSON.parse(text)));
  } catch {}
  const hasErrors = Array.isArray(errors) && errors[0];
  const isSuccess = /^2/.test(`${status}`);
  const location = headers.get('location');
  // A browser hides the status of a redirect, and its target.
  const answer = isSuccess
    ? 'no GraphQL'
    : `${status ? `HTTP ${status}` : 'a redirect'}${
        location ? ` and redirects to ${publicAddress(location)}` : ''
      }`;
  const isComplete = isSuccess && Object(data) === data;
  const failures = hasErrors
    ? (errors as unknown[])
    : isComplete
      ? []
      : [{ message: `${address} answered with ${answer}.` }];
  return {
    data,
    errors: failures.map((failure) => {
      const { message, path, extensions }: Partial<GraphQLErrorJson> = Object(failure);
      const { code, issues } = Object(extensions);
      const ownCode = textOf(code);
      return new SdkError(
        errorKinds[ownCode as string] ??
          errorKinds[status] ??
          (hasErrors ? 'graphql' : isSuccess ? 'protocol' : 'http'),
        textOf(message) || 'The call failed.',
        {
          status: status || undefined,
          retryAfterMs: retryAfterOf(headers),
          data: data ?? undefined,
          code: ownCode,
          path,
          issues: Array.isArray(issues) ? issues : undefined,
          extensions,
        },
      );
    }),
    extensions,
  };
}

/** A server may answer with anything, also with objects that cannot become texts. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/**
 * `Retry-After` in milliseconds (RFC 9110, section 10.2.3). The header has seconds, or a date by
 * the server's clock.
 */
function retryAfterOf(headers: ResponseHeaders): number | undefined {
  const value = headers.get('retry-after')!;
  const now = Date.parse(headers.get('date') as string) || Date.now();
  const ms = +value * 1_000 || Date.parse(value) - now;
  return ms >= 0 ? ms : undefined;
}
