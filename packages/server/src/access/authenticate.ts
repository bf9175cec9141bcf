import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import { isLoopback } from '../config.ts';
import { type AddressOf, clientOf } from './address.ts';
import { looksLikeKey } from './api-key.ts';
import { refusals } from './identity-refusals.ts';
import type { TokenVerifier } from './jwt.ts';
import type { KeyRing } from './key-ring.ts';
import type { Quota } from './quota.ts';
import { isFromOwnPage, noSessionCookie, sessionSecretOf } from './sessions.ts';
import { type RequestIdentity, setIdentity, type Viewer } from './viewer.ts';

/** How the viewers of requests are found. */
export interface Authentication {
  keyRing: KeyRing;
  /** Left out: tokens are not accepted. */
  tokens?: TokenVerifier | undefined;
  /** The viewer of requests without a credential. Left out: they are refused. */
  anonymous?: Viewer | undefined;
  /** Whether requests without a credential must come from this machine, not through a proxy. */
  isAnonymousLocal?: boolean | undefined;
  /** Counts failed sign-ins of each address. Left out: nobody does. */
  failures?: SignInFailures | undefined;
  /** Origins whose pages may use a session, in addition to the server's own. */
  origins?: readonly string[] | undefined;
}

/** Wrong credentials, by the address that they come from. */
export interface SignInFailures {
  quota: Quota;
  addressOf: AddressOf;
}

type Authenticate = (request: IncomingMessage) => RequestIdentity | Promise<RequestIdentity>;

/**
 * Finds the viewer of each request before anything of it is parsed, and hands it on to `admit`. A
 * request whose credential has to be looked up waits unread. A wrong credential never makes a
 * request anonymous.
 */
export function withIdentity(
  authentication: Authentication,
  next: RequestListener,
): RequestListener {
  const authenticate = createAuthenticate(authentication);
  const { failures } = authentication;
  return (request, response) => {
    const found = authenticate(request);
    const identity = failures ? withFailures(request, found, failures) : found;
    if (identity instanceof Promise) {
      void identity
        .catch(() => refusals.unreachable)
        .then((found) => {
          setIdentity(request, found);
          next(request, response);
        });
      return;
    }
    setIdentity(request, identity);
    next(request, response);
  };
}

/**
 * Counts a wrong credential. From an address of too many, only credentials are accepted that need
 * no looking up, so others behind the same address keep working.
 */
function withFailures(
  request: IncomingMessage,
  found: RequestIdentity | Promise<RequestIdentity>,
  { quota, addressOf }: SignInFailures,
): RequestIdentity | Promise<RequestIdentity> {
  const isWrong = (identity: RequestIdentity) =>
    'refusal' in identity && identity !== refusals.missing && identity.refusal.status === 401;
  if (!(found instanceof Promise) && !isWrong(found)) return found;
  const client = clientOf(addressOf(request));
  const wait = quota.waitOf(client);
  if (wait !== undefined) {
    if (found instanceof Promise) found.catch(() => undefined);
    return refusals.tooManyFailures(wait);
  }
  const note = (identity: RequestIdentity) => {
    if (isWrong(identity)) quota.spend(client);
    return identity;
  };
  return found instanceof Promise ? found.then(note) : note(found);
}

export function createAuthenticate(authentication: Authentication): Authenticate {
  const { anonymous, isAnonymousLocal, origins } = authentication;
  const anonymousIdentity: RequestIdentity = anonymous ? { viewer: anonymous } : refusals.missing;
  return ({ headers }) => {
    const { authorization, cookie } = headers;
    if (authorization !== undefined) return identifyBearer(authorization, authentication);
    if (cookie !== undefined) {
      const isSecure = needsSecureCookie(headers);
      const secret = sessionSecretOf(cookie, isSecure);
      if (secret !== undefined)
        return isFromOwnPage(headers, origins)
          ? identifySession(secret, isSecure, authentication.keyRing)
          : refusals.foreignPage;
    }
    return anonymous && isAnonymousLocal && isForwarded(headers)
      ? refusals.proxied
      : anonymousIdentity;
  };
}

/** Whether cookies must be sent over TLS only. Browsers trust loopback without it. */
export function needsSecureCookie({ host = '' }: IncomingHttpHeaders): boolean {
  return !isLoopback(host.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''));
}

/** Whether a proxy says that it passes the request on. */
const isForwarded = (headers: IncomingHttpHeaders): boolean =>
  headers.forwarded !== undefined ||
  headers['x-forwarded-for'] !== undefined ||
  headers.via !== undefined;

/** Reads `Bearer CREDENTIAL` (RFC 6750, section 2.1). */
const bearer = /^Bearer +([\w.~+/-]+=*)$/i;

function identifyBearer(
  authorization: string,
  { keyRing, tokens }: Authentication,
): RequestIdentity | Promise<RequestIdentity> {
  const credential = bearer.exec(authorization)?.[1];
  if (credential === undefined) return refusals.malformed;
  if (looksLikeKey(credential)) return identifyKey(credential, keyRing);
  return tokens && credential.split('.').length === 3
    ? tokens.identify(credential)
    : refusals.unknownCredential;
}

function identifyKey(secret: string, keyRing: KeyRing): RequestIdentity | Promise<RequestIdentity> {
  const credential = keyRing.find('key', secret);
  if (credential instanceof Promise)
    return credential.then((found) => found ?? refusals.invalidKey);
  return credential ?? refusals.mistypedKey;
}

function identifySession(
  secret: string,
  isSecure: boolean,
  keyRing: KeyRing,
): RequestIdentity | Promise<RequestIdentity> {
  const invalid = () => refusals.invalidSession(noSessionCookie(isSecure));
  const credential = keyRing.find('session', secret);
  if (credential instanceof Promise) return credential.then((found) => found ?? invalid());
  return credential ?? invalid();
}
