import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { LRUCache } from 'lru-cache';
import type { JwtSettings } from '../config.ts';
import { refusals } from './identity-refusals.ts';
import { lifetimeUntil } from './lifetime.ts';
import { includesRole, type Role, roles } from './roles.ts';
import {
  credentialOfToken,
  isViewerName,
  type RequestIdentity,
  reservedNames,
  type Viewer,
} from './viewer.ts';

/** How far the clocks of this server and of the issuer may differ, in seconds. */
const clockSkew = 30;
/**
 * How long a verified token is not verified again, in milliseconds, and how long the signing keys
 * are not fetched again. So a signing key that the issuer removes is refused after ten minutes.
 */
const cacheMs = 5 * 60 * 1_000;
/** The shortest time between two requests for the signing keys because a token has a new one. */
const cooldownMs = 5_000;
const timeoutMs = 3_000;
/**
 * For how long the last signing keys count while the issuer cannot be reached, in milliseconds:
 * long enough for a restart of the issuer, and short, because nobody learns which keys it removed.
 */
const graceMs = 60 * 60 * 1_000;

type Identified = Extract<RequestIdentity, { viewer: Viewer }>;

/** Verifies JSON Web Tokens (RFC 7519) by the signing keys that their issuer publishes. */
export class TokenVerifier {
  private readonly signingKeys: ReturnType<typeof createRemoteJWKSet>;
  private readonly verified = new LRUCache<string, Identified>({ max: 10_000 });

  /** When the signing keys were last fetched, by the process's clock. */
  private fetchedAt = Number.NEGATIVE_INFINITY;

  /** `maxAgeMs`: how long the signing keys are not fetched again. */
  constructor(
    private readonly settings: JwtSettings,
    maxAgeMs = cacheMs,
  ) {
    this.signingKeys = createRemoteJWKSet(new URL(settings.jwks), {
      cacheMaxAge: maxAgeMs,
      cooldownDuration: cooldownMs,
      timeoutDuration: timeoutMs,
    });
  }

  /** Who a token is about, or why it is not accepted. */
  identify(token: string): RequestIdentity | Promise<RequestIdentity> {
    const hash = createHash('sha256').update(token).digest('base64');
    return this.verified.get(hash) ?? this.verify(token, hash);
  }

  private async verify(token: string, hash: string): Promise<RequestIdentity> {
    const { issuer, audience, algorithms } = this.settings;
    try {
      const { payload } = await jwtVerify(token, this.keyOf, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: clockSkew,
        requiredClaims: ['exp'],
      });
      const viewer = this.viewerOf(payload);
      if ('refusal' in viewer) return viewer;
      const end = (Number(payload.exp) + clockSkew) * 1_000;
      const identity = { viewer, lifetime: lifetimeUntil(end) };
      const ttl = Math.min(end - Date.now(), cacheMs);
      if (ttl >= 1) this.verified.set(hash, identity, { ttl });
      return identity;
    } catch (error) {
      if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired)
        return refusals.wrongClaim(error.claim, error.reason);
      return isAboutToken(error) ? refusals.invalidToken : refusals.issuerUnreachable;
    }
  }

  /** The key of a token: one that was fetched before, while the issuer cannot be reached. */
  private readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    try {
      const wasFresh = this.signingKeys.fresh;
      const key = await this.signingKeys(header, token);
      if (!wasFresh || this.fetchedAt < 0) this.fetchedAt = performance.now();
      return key;
    } catch (error) {
      const known = this.signingKeys.jwks();
      const isUsable = known && performance.now() - this.fetchedAt < graceMs;
      if (isAboutToken(error) || !isUsable) throw error;
      return createLocalJWKSet(known)(header, token).catch(() => Promise.reject(error));
    }
  };

  private viewerOf(payload: JWTPayload): Viewer | Exclude<RequestIdentity, { viewer: Viewer }> {
    const { nameClaim, roleClaim } = this.settings;
    const name = claimOf(payload, nameClaim);
    if (typeof name !== 'string' || !isViewerName(name) || reservedNames.includes(name))
      return refusals.namelessToken(nameClaim);
    const role = highestRole(claimOf(payload, roleClaim));
    if (!role) return refusals.tokenWithoutRole(roleClaim);
    const { iss, sub } = payload;
    // A name may be one that people choose. Only the issuer and the subject identify somebody.
    return { name, role, ...(iss && sub && { credentialId: credentialOfToken(iss, sub) }) };
  }
}

/** The value of a claim. Where no claim has the name, dots lead into an object. */
function claimOf(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The highest of the roles that a claim lists: one name, or a list that may have other values. */
function highestRole(claim: unknown): Role | undefined {
  const values = Array.isArray(claim) ? claim : [claim];
  const listed = roles.filter((role) =>
    values.some((value) => typeof value === 'string' && value.toUpperCase() === role),
  );
  return listed.reduce<Role | undefined>(
    (highest, role) => (highest && includesRole(highest, role) ? highest : role),
    undefined,
  );
}

/** Whether the token is at fault. Otherwise the signing keys could not be fetched. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys;
