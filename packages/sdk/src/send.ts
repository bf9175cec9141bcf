import { SdkError } from './errors.ts';

/** The part of `fetch` that the client uses: the platform's own, or any compatible function. */
export type Fetch = (
  url: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    signal: AbortSignal;
    redirect: 'manual';
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** An HTTP response, read to its end. */
export interface RawResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

/** Sends one request. @throws SdkError of kind `network` without a complete response. */
export async function send(
  fetch: Fetch,
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<RawResponse> {
  try {
    // A redirected POST would become a GET, or take the caller's token to another host.
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal,
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    if (cause instanceof SdkError) throw cause;
    throw new SdkError('network', `No complete response from ${url}: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

/**
 * The reason of a failure. Node's `fetch` only says "fetch failed", and has the reason in `cause`.
 */
export const reasonOf = (error: unknown): string => {
  const { cause, message } = Object(error);
  return cause?.message || cause?.code || message || error;
};
