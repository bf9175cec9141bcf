import { SdkError } from './errors.ts';

/**
 * Further options of `fetch`, such as `credentials` and `cache`, or a framework's own, such as
 * `next` of Next.js. The client sets method, headers, body, signal and redirect itself.
 */
export interface RequestOptions {
  /** Whether a browser sends cookies. */
  readonly credentials?: 'include' | 'omit' | 'same-origin';
  /** How a browser uses its stored answers. */
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
  /** GraphQL requests are sent with POST. */
  readonly method: 'POST';
  /** Their names are in lower case. */
  readonly headers: Record<string, string>;
  /** The request as JSON. */
  readonly body: string;
  /** Is aborted when the call ends. */
  readonly signal: AbortSignal;
  /** A redirect is an error. */
  readonly redirect: 'manual';
}

/** The part of `fetch` that the client uses: the platform's own, or any compatible function. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** The part of a response that the client uses. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  text(): Promise<string>;
}

/** The headers of a response, such as `Headers` of the platform. */
export interface ResponseHeaders {
  /** The value of a header. Null: there is none. */
  get(name: string): string | null;
}

/**
 * Explains why `fetch` rejects.
 * @throws SdkError of kind `network` if there was no complete response, of kind `badInput` if there
 * can never be one.
 */
export function failRequest(cause: unknown, url: string, headers: FetchInit['headers']): never {
  // A `fetch` function of the caller's may throw one.
  if (cause instanceof SdkError) throw cause;
  const address = publicAddress(url);
  const header = Object.keys(headers).find((name) => !canRequest(url, { [name]: headers[name]! }));
  // The platform's own error may quote the header, or the password in the address.
  if (header)
    throw new SdkError(
      'badInput',
      canRequest(url)
        ? `The header "${header}" is not valid.`
        : `"${address}" is not a complete address, or has a password.`,
    );
  const reason = reasonOf(cause).split(url).join(address);
  throw new SdkError(
    // Node refuses some headers that it writes itself.
    /^(invalid|expect) .*header/.test(reason) ? 'badInput' : 'network',
    `No complete response from ${address}: ${reason}`,
    { cause },
  );
}

/**
 * Whether the platform can make a request: in a page, an address may be relative. A platform that
 * lacks the class is tried.
 */
function canRequest(url: string, headers: FetchInit['headers'] = {}): boolean {
  try {
    return /^http/.test(new Request(url, { headers }).url);
  } catch (error) {
    return Object(error).name !== 'TypeError';
  }
}

/** An address without what may be secret: user, password, query and fragment. */
export const publicAddress = (url: string): string =>
  url.replace(/[?#].*/, '').replace(/\/\/[^/]*@/, '//');

/**
 * The reason of a failure. Node's `fetch` only says "fetch failed", and has the reason in `cause`.
 */
export function reasonOf(error: unknown): string {
  const { cause, message } = Object(error);
  return String(cause?.message || cause?.code || message || error);
}
