import { SdkError } from './errors.ts';

/** As much of `fetch` as the client uses: the platform's own, or any that behaves like it. */
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

/** What came over the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

/** One request. @throws SdkError `network` when no whole answer comes. */
export async function send(
  fetch: Fetch,
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<RawResponse> {
  try {
    // A redirected POST comes out as a GET, or takes the caller's token to another host.
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
    throw new SdkError('network', `No whole answer from ${url}: ${reasonOf(cause)}`, { cause });
  }
}

/** Node's `fetch` says "fetch failed" and keeps the reason in the cause. */
export const reasonOf = (error: unknown): string => {
  const { cause, message } = Object(error);
  return cause?.message || cause?.code || message || error;
};
