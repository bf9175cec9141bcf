import { type GraphQLErrorJson, SdkError, type SdkErrorKind } from './errors.ts';
import { publicAddress, type RawResponse } from './send.ts';

/** The content of a response: data, errors, or both. */
export interface ParsedResponse {
  readonly data: unknown;
  readonly errors: readonly SdkError[];
  /** Further information (GraphQL specification, section 7.1). Undefined: there is none. */
  readonly extensions?: unknown;
}

/** The kind of an error by its GraphQL code or, without one, by the HTTP status. */
const errorKinds: Readonly<Record<string | number, SdkErrorKind | null>> = {
  // Without a prototype, the code `constructor` has no kind.
  __proto__: null,
  UNAUTHENTICATED: 'auth',
  FORBIDDEN: 'auth',
  401: 'auth',
  403: 'auth',
  BAD_USER_INPUT: 'badInput',
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
export function parseResponse({ status, headers, text }: RawResponse, url: string): ParsedResponse {
  let body: { data?: unknown; errors?: unknown; extensions?: unknown } = {};
  try {
    body = Object(JSON.parse(text));
  } catch {}
  const { data, errors, extensions } = body;
  const details = {
    status: status || undefined,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfterMs: retryAfterOf(headers),
    data: data ?? undefined,
  };
  if (Array.isArray(errors) && errors[0]) {
    const failures = errors.map((error) => {
      const { message, path, extensions } = Object(error) as Partial<GraphQLErrorJson>;
      const { code, issues } = extensions ?? {};
      return new SdkError(
        errorKinds[code ?? ''] ?? errorKinds[status] ?? 'graphql',
        String(message || 'The server gave no reason.'),
        { ...details, code, path, issues, extensions },
      );
    });
    Object.assign(failures[0]!, { others: failures.slice(1) });
    return { data, errors: failures, extensions };
  }
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && typeof data === 'object' && data) return { data, errors: [], extensions };
  const kind = isSuccess ? 'protocol' : (errorKinds[status] ?? 'http');
  const location = headers.get('location');
  // A browser hides the status of a redirect, and its target.
  const answer = status ? `HTTP status ${status}` : 'a redirect';
  const message = isSuccess
    ? 'did not answer with GraphQL'
    : `answered with ${answer}${location ? ` and redirects to ${publicAddress(location)}` : ''}`;
  return { data: null, errors: [new SdkError(kind, `${url} ${message}.`, details)], extensions };
}

/**
 * `Retry-After` in milliseconds (RFC 9110, section 10.2.3). The header has seconds, or a date by
 * the server's clock.
 */
function retryAfterOf(headers: RawResponse['headers']): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const ms = +value * 1_000 || Date.parse(value) - now;
  return ms >= 0 ? ms : undefined;
}
