import { type GraphQLErrorJson, SdkError, type SdkErrorKind } from './errors.ts';
import type { RawResponse } from './send.ts';

/** What an answer says: data, errors, or both. */
export interface ParsedResponse {
  readonly data: unknown;
  readonly errors: readonly SdkError[];
}

const errorKinds: Record<string | number, SdkErrorKind | undefined> = {
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

/** Reads an answer, whatever it is. */
export function parseResponse({ status, headers, text }: RawResponse, url: string): ParsedResponse {
  let answer: { data?: unknown; errors?: unknown } = {};
  try {
    answer = Object(JSON.parse(text));
  } catch {}
  const { data, errors } = answer;
  const details = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfterMs: retryAfter(headers),
    data: data ?? undefined,
  };
  if (Array.isArray(errors) && errors[0]) {
    const failures = errors.map((error) => {
      const { message, path, extensions } = Object(error) as Partial<GraphQLErrorJson>;
      const { code, issues } = extensions ?? {};
      return new SdkError(errorKinds[code ?? status] ?? 'graphql', String(message), {
        ...details,
        code,
        path,
        issues,
        extensions,
      });
    });
    return { data, errors: failures };
  }
  const good = status >= 200 && status < 300;
  if (good && typeof data === 'object' && data) return { data, errors: [] };
  const kind = good ? 'protocol' : (errorKinds[status] ?? 'http');
  const to = headers.get('location');
  const message = good
    ? 'answered something that is not GraphQL'
    : `answered with HTTP status ${status}${to ? ` and points to ${to}` : ''}`;
  return { data: null, errors: [new SdkError(kind, `${url} ${message}.`, details)] };
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, section 10.2.3), which is by the server's clock. */
function retryAfter(headers: RawResponse['headers']): number | undefined {
  const after = headers.get('retry-after');
  const ms = after
    ? +after * 1_000 || Date.parse(after) - (Date.parse(headers.get('date') ?? '') || Date.now())
    : Number.NaN;
  return ms >= 0 ? ms : undefined;
}
