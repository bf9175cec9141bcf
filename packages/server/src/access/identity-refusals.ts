import type { ErrorCode } from '../values/errors.ts';
import { roles } from './roles.ts';
import type { RequestIdentity } from './viewer.ts';

type Refused = Exclude<RequestIdentity, { viewer: unknown }>;

const refuse = (
  status: number,
  code: ErrorCode,
  message: string,
  headers: Record<string, string>,
): Refused => ({ refusal: { status, code, message, headers } });

/** The challenge of RFC 6750, section 3. */
const challenge = (error?: string) => ({
  'www-authenticate': `Bearer realm="claimgraph"${error ? `, error="${error}"` : ''}`,
});

const unauthenticated = (message: string) =>
  refuse(401, 'UNAUTHENTICATED', message, challenge('invalid_token'));

/** What is wrong with a token whose signature is right (RFC 7519, section 4.1). */
const claimFaults: Record<string, string | undefined> = {
  exp: 'The token has expired, by its claim `exp`. Get a new one.',
  nbf: 'The token is not valid yet, by its claim `nbf`.',
  iss: 'The token is from an issuer (`iss`) whose tokens this server does not accept.',
  aud: 'The token is for another audience (`aud`) than this server.',
};

const retry = { 'retry-after': '1' };

/** All reasons why a request has no viewer. None of them quotes the credential. */
export const refusals = {
  missing: refuse(
    401,
    'UNAUTHENTICATED',
    'This needs a key. Send it in the header `Authorization: Bearer KEY`, or sign in at /explorer.',
    challenge(),
  ),
  proxied: refuse(
    401,
    'UNAUTHENTICATED',
    'This request came through a proxy. On loopback, only this machine reads without a key. ' +
      'Send a key, or set CLAIMGRAPH_PUBLIC_READ=1 to let everyone read.',
    challenge(),
  ),
  malformed: unauthenticated(
    'The Authorization header is wrong. It must be `Bearer`, a space, and a key or token.',
  ),
  mistypedKey: unauthenticated('The key is mistyped or cut off: its checksum is wrong.'),
  invalidKey: unauthenticated('The key is not valid. It is unknown, expired or revoked.'),
  unknownCredential: unauthenticated(
    'The credential is neither a key of Claimgraph, which begins with `cgk_`, nor a token that ' +
      'this server accepts.',
  ),
  invalidToken: unauthenticated(
    'The token is not valid. Its form, its signing key, its signature or its algorithm is wrong.',
  ),
  /** `reason`: `missing`, `invalid` or `check_failed`. */
  wrongClaim: (claim: string, reason: string) => {
    if (reason === 'missing')
      return unauthenticated(`The token has no claim \`${claim}\`, which this server needs.`);
    const fault = reason === 'check_failed' ? claimFaults[claim] : undefined;
    return unauthenticated(fault ?? `The claim \`${claim}\` of the token is wrong.`);
  },
  namelessToken: (claim: string) =>
    unauthenticated(`The token says no usable name in its claim \`${claim}\`.`),
  tokenWithoutRole: (claim: string) =>
    refuse(
      403,
      'FORBIDDEN',
      `The token has no role in its claim \`${claim}\`. It must be one of ${roles.join(', ')}.`,
      challenge('insufficient_scope'),
    ),
  foreignPage: refuse(
    403,
    'FORBIDDEN',
    'A session only counts for pages of this server. CLAIMGRAPH_ORIGINS lists further ones.',
    {},
  ),
  tooManyFailures: (seconds: number) =>
    refuse(
      429,
      'RATE_LIMITED',
      `Too many wrong keys came from this address. Try again in ${seconds} s.`,
      { 'retry-after': String(seconds) },
    ),
  invalidSession: (noCookie: string) =>
    refuse(401, 'UNAUTHENTICATED', 'The session has ended. Sign in again.', {
      ...challenge('invalid_token'),
      'set-cookie': noCookie,
    }),
  unreachable: refuse(
    503,
    'UNAVAILABLE',
    'The key cannot be checked now, because the database cannot be reached. Try again in a moment.',
    retry,
  ),
  issuerUnreachable: refuse(
    503,
    'UNAVAILABLE',
    'The token cannot be checked now, because its issuer’s keys cannot be fetched. Try again in ' +
      'a moment.',
    retry,
  ),
};
