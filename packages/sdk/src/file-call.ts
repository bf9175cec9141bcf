import { type Client, createClient, type ExecuteOptions } from './client.ts';
import { SdkError } from './errors.ts';
import type { Operation, OperationKind } from './operation.ts';
import type { Fetch, ResponseHeaders } from './send.ts';

/** The options that exports and imports have in common with other calls. */
export type FileCallOptions = Omit<ExecuteOptions, 'idempotencyKey'>;

/** The part of a response that files need. */
export interface FileResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body?: ReadableStream<Uint8Array> | null;
  text(): Promise<string>;
}

/** A request about a file. */
export interface FileRequest {
  readonly kind: Exclude<OperationKind, 'subscription'>;
  /** Names the call in errors and events. */
  readonly name: string;
  /** Relative to the address of the GraphQL API. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | boolean | undefined>>;
  /** Further options of `fetch`. Its headers are added to those of the client. */
  readonly init: Readonly<Record<string, unknown>> & {
    readonly headers: Readonly<Record<string, string>>;
  };
  /**
   * Reads a response with status 200. Returns it as GraphQL would, as JSON with `data` or `errors`.
   */
  readonly read: (response: FileResponse, connection: AbortController) => Promise<string>;
}

/**
 * Makes a request about a file as a call of the client, with its headers, retries, events and
 * errors. For that, a copy of the client has a `fetch` that sends another request in place of the
 * GraphQL request. Its connection ends with the call, unless `read` keeps it open.
 */
export async function callForFile<Data>(
  client: Client,
  { kind, name, path, parameters, init, read }: FileRequest,
  options: FileCallOptions,
  keepsOpen = false,
): Promise<Data> {
  const clientOptions = client.options?.();
  if (!clientOptions)
    throw new SdkError('badInput', 'Files need a client of createClient.', { operation: name });
  // A `fetch` function for GraphQL also takes another method and body, as the platform's does.
  const send = (clientOptions.fetch ?? globalThis.fetch) as unknown as FileFetch;
  const fetch: Fetch = async (url, { headers, body: _, signal, ...others }) => {
    const connection = new AbortController();
    const stop = () => connection.abort(signal.reason);
    signal.addEventListener('abort', stop);
    const response = await send(addressOf(url, path, parameters), {
      ...others,
      ...init,
      headers: { ...withoutContentType(headers), ...init.headers },
      signal: connection.signal,
    });
    if (response.status !== 200) return response;
    if (keepsOpen) signal.removeEventListener('abort', stop);
    return {
      status: 200,
      headers: response.headers,
      text: () => read(response, connection),
    };
  };
  const operation: Operation<Data, Record<string, never>> = { kind, name, text: '', hash: '' };
  return createClient({ ...clientOptions, fetch }).execute(operation, {}, options);
}

type FileFetch = (url: string, init: object) => Promise<FileResponse>;

const withoutContentType = ({ 'content-type': _, ...headers }: Record<string, string>) => headers;

/** In a page, the address of the API may be relative. */
function addressOf(url: string, path: string, parameters: FileRequest['parameters']): string {
  const address = new URL(path, new URL(url, globalThis.location?.href));
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address.href;
}
