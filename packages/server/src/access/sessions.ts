import type { IncomingHttpHeaders } from 'node:http';
import type pg from 'pg';
import { hashBytes, hashOf, newSecret } from './api-key.ts';

/** How long a browser stays signed in, in seconds. */
export const sessionSeconds = 12 * 60 * 60;

/**
 * The name of the cookie. Off loopback, the prefix `__Host-` makes browsers accept it only over
 * TLS, from this host and for this host.
 */
const cookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-claimgraph' : 'claimgraph-session';

/** The secret of a session in the Cookie header of a request. */
export function sessionSecretOf(cookies: string, isSecure: boolean): string | undefined {
  const start = `${cookieName(isSecure)}=`;
  for (const pair of cookies.split(';')) {
    const cookie = pair.trim();
    if (cookie.startsWith(start)) return cookie.slice(start.length);
  }
  return undefined;
}

const cookieOf = (isSecure: boolean, value: string, maxAge: number): string =>
  `${cookieName(isSecure)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict` +
  (isSecure ? '; Secure' : '');

/** A Set-Cookie header that stores the secret of a session. */
export const sessionCookie = (isSecure: boolean, secret: string): string =>
  cookieOf(isSecure, secret, sessionSeconds);

/** A Set-Cookie header that removes the cookie. */
export const noSessionCookie = (isSecure: boolean): string => cookieOf(isSecure, '', 0);

/**
 * Whether a request comes from a page of this server, or of an origin that the settings list, or
 * from the browser itself. Only then a cookie counts: browsers send it with requests that a page of
 * another port or subdomain makes, too.
 */
export function isFromOwnPage(
  headers: IncomingHttpHeaders,
  origins: readonly string[] = [],
): boolean {
  const { origin, host } = headers;
  if (origin !== undefined)
    return origins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
  // Browsers send no origin with a GET request to the same origin, but this.
  const site = headers['sec-fetch-site'];
  return site === 'same-origin' || site === 'none';
}

/** How many sessions of a key count at once. All servers read all sessions again and again. */
const maxSessions = 50;

/**
 * Starts a session of a key, and returns its secret. Sessions that have ended are removed, and the
 * oldest ones of a key that has too many.
 */
export async function startSession(pool: pg.Pool, keyId: string): Promise<string> {
  const secret = newSecret('session');
  await pool.query(
    `delete from viewer_session where expires_at < now() or hash in (
       select hash from viewer_session where key_id = $1
       order by expires_at desc, hash offset ${maxSessions - 1})`,
    [keyId],
  );
  await pool.query(
    `insert into viewer_session (hash, key_id, expires_at)
     values ($1, $2, now() + make_interval(secs => $3))`,
    [hashBytes(hashOf(secret)), keyId, sessionSeconds],
  );
  return secret;
}

/** Ends a session. */
export async function endSession(pool: pg.Pool, secret: string): Promise<void> {
  await pool.query('delete from viewer_session where hash = $1', [hashBytes(hashOf(secret))]);
}
