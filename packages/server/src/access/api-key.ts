import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * Secrets that identify a viewer: a prefix, 32 random bytes, and a checksum. Scanners recognise the
 * prefix, so that a key that was published by mistake is found. The checksum shows that a key was
 * mistyped or cut off without asking the database.
 */
const prefixes = { key: 'cgk_', session: 'cgs_' } as const;
export type SecretKind = keyof typeof prefixes;

// cspell:disable-next-line
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62, which no editor breaks and a double click selects. */
function base62(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text.padStart(length, '0');
}

/** 62^43 is more than 2^256, and 62^6 more than 2^32. */
const randomLength = 43;
const checksumLength = 6;
const form = /^cg[ks]_[0-9A-Za-z]{49}$/;

const checksumOf = (text: string): string => base62(BigInt(crc32(text)), checksumLength);

/** Makes a secret. Only its hash is stored. */
export function newSecret(kind: SecretKind): string {
  const number = BigInt(`0x${randomBytes(32).toString('hex')}`);
  const text = prefixes[kind] + base62(number, randomLength);
  return text + checksumOf(text);
}

/** Whether a text has the form of a secret, checksum included. */
export const isSecret = (kind: SecretKind, text: string): boolean =>
  text.startsWith(prefixes[kind]) &&
  form.test(text) &&
  checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength);

/** Whether a text begins like an API key. */
export const looksLikeKey = (text: string): boolean => text.startsWith(prefixes.key);

/**
 * The hash by which a secret is stored and found. A secret has 256 random bits, so a slow hash
 * would not make it harder to guess. As text, because it is the key of a map.
 */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64');

/** A hash as the database stores it. */
export const hashBytes = (text: string): Buffer => Buffer.from(text, 'base64');
