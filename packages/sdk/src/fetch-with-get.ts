/** Queries that browsers can store: sent with GET, by their hash. */
import type { Fetch, FetchInit, FetchResponse } from './send.ts';

/** A function that can send requests of any method, such as the platform's `fetch`. */
export type AnyFetch = (
  url: string,
  init: Omit<FetchInit, 'method' | 'body'> & { readonly method: string; readonly body?: string },
) => Promise<FetchResponse>;

/** Proxies and servers refuse addresses that are much longer. */
const maxAddressLength = 4_000;

/**
 * A `fetch` for a client with `persisted: 'apq'`. It sends queries with GET, so that a browser can
 * store their answers, and a server answers `304` as long as nothing has changed. Mutations, and
 * queries with long variables, are sent with POST as ever.
 * ```ts
 * const client = createClient({ url, persisted: 'apq', fetch: fetchWithGet() });
 * ```
 * Addresses contain the variables, and servers and proxies write addresses to their logs. Leave it
 * out where variables are secret, such as the name of a source.
 * @param fetch The function that sends requests. Default: the platform's `fetch`.
 */
export function fetchWithGet(fetch?: AnyFetch): Fetch {
  /** The hashes of what the server does not answer with GET: mutations. */
  const posted = new Set<string>();
  return async (url, init) => {
    const send = fetch ?? globalThis.fetch;
    const { hash, address } = addressOf(url, init);
    if (!hash || posted.has(hash) || address.length > maxAddressLength) return send(url, init);
    const { method, body, headers, ...others } = init;
    const { 'content-type': _, ...getHeaders } = headers;
    const answer = await send(address, {
      ...others,
      method: 'GET',
      // Without a header of its own, the server takes it for the request of a foreign page.
      headers: { ...getHeaders, 'apollo-require-preflight': '1' },
    });
    if (answer.status !== 405) return answer;
    posted.add(hash);
    return send(url, init);
  };
}

/** The hash of a query that is sent without its text, and the address that asks for it. */
function addressOf(url: string, { body, headers }: FetchInit): { hash?: string; address: string } {
  // Files that are imported are not text, and only writes have a key.
  if (typeof body !== 'string' || headers['idempotency-key']) return { address: url };
  const { query, operationName, variables, extensions } = JSON.parse(body);
  const hash = query ? undefined : extensions?.persistedQuery?.sha256Hash;
  const parameters = new URLSearchParams({
    ...(operationName && { operationName }),
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensions),
  });
  return { hash, address: `${url}${url.includes('?') ? '&' : '?'}${parameters}` };
}
