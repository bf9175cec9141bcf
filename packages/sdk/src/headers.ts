import type { ClientOptions, ExecuteOptions, HeadersLike, RequestHeaders } from './client.ts';
import { SdkError } from './errors.ts';
import { type FetchInit, reasonOf } from './send.ts';

/**
 * The headers of a request. Those of a call replace those of the client, in any letter case.
 * @throws SdkError of kind `auth` if the client's function of headers fails.
 */
export async function buildHeaders(
  clientHeaders: ClientOptions['headers'],
  { headers: callHeaders, idempotencyKey }: ExecuteOptions,
  requestId: string | undefined,
): Promise<FetchInit['headers']> {
  const result: FetchInit['headers'] = {
    accept: 'application/graphql-response+json, application/json',
    'content-type': 'application/json',
  };
  const set = (value: string | undefined, name: string) => {
    if (value !== undefined) result[name.toLowerCase()] = value;
  };
  // Not every platform can iterate over `Headers`. All have its `forEach`, and so has `Map`.
  const setAll = (headers: RequestHeaders = {}) => {
    const values = Array.isArray(headers)
      ? new Map<string, string | undefined>(headers)
      : 'forEach' in headers
        ? (headers as HeadersLike)
        : new Map(Object.entries(headers));
    values.forEach(set);
  };
  set(requestId, 'x-request-id');
  try {
    setAll(typeof clientHeaders === 'function' ? await clientHeaders() : clientHeaders);
  } catch (cause) {
    throw new SdkError('auth', `Cannot get the headers: ${reasonOf(cause)}`, { cause });
  }
  setAll(callHeaders);
  set(idempotencyKey, 'idempotency-key');
  return result;
}
