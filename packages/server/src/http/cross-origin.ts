import type { RequestListener } from 'node:http';
import cors from 'cors';
import { setRequestId } from './request-id.ts';
import { fingerprintHeader } from './schema-fingerprint.ts';

/** Headers that pages may read, beside those that every page may. */
const exposedHeaders = [
  ...['Retry-After', 'X-Request-Id', 'Content-Disposition'],
  ...['Claimgraph-Named-Sources', 'Claimgraph-Schema', 'WWW-Authenticate'],
];

const allowedHeaders = [
  ...['Accept', 'Authorization', 'Content-Type', 'Idempotency-Key', 'X-Request-Id'],
  ...['Apollo-Require-Preflight', 'X-Apollo-Operation-Name', 'Claimgraph-Cost'],
];

/** For how many seconds browsers may store the answer to a preflight request. */
const preflightMaxAge = 600;

/**
 * Puts three things before a listener. Each answer gets the header `X-Request-Id`, with the
 * client's own id if it sent one, and the fingerprint of the schema. And pages of the given origins
 * may read answers, by the Fetch standard's CORS protocol
 * (https://fetch.spec.whatwg.org/#http-cors-protocol). Without origins, no page of another origin
 * can.
 */
export function withRequestIds(
  origins: readonly string[],
  fingerprint: string,
  next: RequestListener,
): RequestListener {
  const allowOrigins = cors({
    origin: origins.length > 0 ? [...origins] : false,
    // The origins are listed one by one, so their pages may use a session.
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowedHeaders,
    exposedHeaders,
    maxAge: preflightMaxAge,
  });
  return (request, response) => {
    setRequestId(request, response);
    response.setHeader(fingerprintHeader, fingerprint);
    if (origins.length === 0 || request.headers.origin === undefined)
      return next(request, response);
    allowOrigins(request, response, () => next(request, response));
  };
}
