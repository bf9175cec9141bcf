/** Queries that browsers can store: sent with GET, by their hash. */
import { type Client, createClient, type ExecuteOptions } from './client.ts';
import { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';
import { type Fetch, type FetchInit, type FetchResponse, reasonOf } from './send.ts';

/** Proxies and servers refuse addresses that are much longer. */
const maxAddressLength = 4_000;

/** Marks the requests of queries. Nothing else in a request says that it only reads. */
const onlyReads = Symbol('only reads');

/**
 * Makes a client send queries with GET, by their hash. Then a browser stores their answers, and a
 * server says `304` as long as nothing has changed. Mutations, and queries with long variables, are
 * sent with POST as before. Apply it before other functions that change a client.
 * ```ts
 * const client = withGet(createClient({ url }));
 * ```
 * Addresses contain the variables, and servers and proxies write addresses to their logs. Leave it
 * out where the variables of queries are secret, such as the name of a source.
 */
export function withGet(client: Client): Client {
  const options = client.options?.();
  // A mock client has none, and sends nothing.
  if (!options) return client;
  const { result, execute } = createClient({
    ...options,
    persisted: 'apq',
    // The client's own type of `fetch` allows POST only.
    fetch: fetchWithGet((...args) => ((options.fetch ?? fetch) as unknown as AnyFetch)(...args)),
  });
  const marked =
    <Run extends Client['result'] | Client['execute']>(run: Run) =>
    (operation: Operation<unknown, never>, variables?: object, call?: ExecuteOptions) => {
      const init = operation.kind === 'query' && { ...call?.init, [onlyReads]: true };
      // The operation has any types here: those of `run` apply again below.
      return (run as unknown as AnyRun)(operation, variables, init ? { ...call, init } : call);
    };
  // `execute` and `result` lose their type parameters above, and have them again here.
  return { ...client, result: marked(result), execute: marked(execute) } as unknown as Client;
}

type AnyRun = (...args: unknown[]) => Promise<unknown>;

/** A function that can send requests of any method, as the platform's does. */
type AnyFetch = (
  url: string,
  init: Omit<FetchInit, 'method' | 'body'> & { readonly method: string; readonly body?: string },
) => Promise<FetchResponse>;

const fetchWithGet =
  (send: AnyFetch): Fetch =>
  (url, init) => {
    const address = onlyReads in init && addressOf(url, init.body);
    if (!address || address.length > maxAddressLength) return send(url, init);
    const { method, body, headers, ...others } = init;
    const { 'content-type': _, ...getHeaders } = headers;
    return send(address, {
      ...others,
      method: 'GET',
      // Without a header of its own, the server takes it for the request of a foreign page.
      headers: { ...getHeaders, 'apollo-require-preflight': '1' },
    }).catch((error: unknown) => {
      if (error instanceof SdkError) throw error;
      // Some platforms quote the address, with its variables.
      throw new Error(reasonOf(error).split(address).join(url));
    });
  };

/** The address of a query that is sent without its text. Undefined: it has its text. */
function addressOf(url: string, body: string): string | undefined {
  const { query, operationName, variables, extensions } = JSON.parse(body);
  if (query) return undefined;
  const parameters = new URLSearchParams({
    ...(operationName && { operationName }),
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensions),
  });
  return `${url}${url.includes('?') ? '&' : '?'}${parameters}`;
}
