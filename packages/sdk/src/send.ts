import { SdkError } from './errors.ts';

/**
 * Further options of `fetch`, such as `credentials` and `cache`, or a framework's own, such as
 * `next` of Next.js. The client sets method, headers, body, signal and redirect itself.
 */
export interface RequestOptions {
  readonly credentials?: 'include' | 'omit' | 'same-origin';
  readonly cache?:
    | 'default'
    | 'force-cache'
    | 'no-cache'
    | 'no-store'
    | 'only-if-cached'
    | 'reload';
  readonly [option: string]: unknown;
}

/** What the client gives to `fetch`. */
export interface FetchInit extends RequestOptions {
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
}

/** The part of `fetch` that the client uses: the platform's own, or any compatible function. */
export type Fetch = (
  url: string,
  init: FetchInit,
) => Promise<{
  readonly status: number;
  readonly headers: ResponseHeaders;
  text(): Promise<string>;
}>;

/** The headers of a response, such as `Headers` of the platform. */
export interface ResponseHeaders {
  get(name: string): string | null;
}

/** An HTTP response, read to its end. */
export interface RawResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly text: string;
}

/**
 * Sends one request.
 * @throws SdkError of kind `network` if there was no complete response, of kind `badInput` if there
 * can never be one. Any other error is a mistake in a `fetch` function of the caller's.
 */
export async function send(fetch: Fetch, url: string, init: FetchInit): Promise<RawResponse> {
  const fail = (cause: unknown): never => {
    if (cause instanceof SdkError) throw cause;
    const address = publicAddress(url);
    const reason = reasonOf(cause).split(url).join(address);
    const mistake = mistakeIn(url, init.headers, reason);
    // The platform's own error may quote the header, or the password in the address.
    if (mistake) throw new SdkError('badInput', `${address} cannot be requested: ${mistake}.`);
    throw new SdkError('network', `No complete response from ${address}: ${reason}`, { cause });
  };
  const response = await Promise.resolve(fetch(url, init)).catch(fail);
  const text = await Promise.resolve(response.text()).catch(fail);
  return { status: response.status, headers: response.headers, text };
}

/** An address without what may be secret: user, password, query and fragment. */
export const publicAddress = (url: string): string =>
  url.replace(/[?#].*/, '').replace(/\/\/[^/]*@/, '//');

/** Why a request fails on any network. Undefined: another attempt may succeed. */
function mistakeIn(url: string, headers: FetchInit['headers'], reason: string): string | undefined {
  for (const [name, value] of Object.entries(headers))
    if (isRefused(() => new Headers({ [name]: value }))) return `the header "${name}" is not valid`;
  const hasScheme = /^[^/?#]*:/.test(url);
  // In a page, a relative address is one on the server of the page.
  const isPossible = hasScheme ? /^https?:/i.test(url) : globalThis.location;
  if (!isPossible || isRefused(() => new Request(url)))
    return 'give a whole address, such as https://example.org/graphql';
  // Node refuses some headers that it writes itself.
  return /^(invalid .* header|expect )/.test(reason) ? reason : undefined;
}

/** Whether the platform refuses to construct this. If it lacks the class, it does not. */
function isRefused(construct: () => unknown): boolean {
  try {
    construct();
    return false;
  } catch (error) {
    return Object(error).name === 'TypeError';
  }
}

/**
 * The reason of a failure. Node's `fetch` only says "fetch failed", and has the reason in `cause`.
 */
export function reasonOf(error: unknown): string {
  const { cause, message } = Object(error);
  return String(cause?.message || cause?.code || message || error);
}
