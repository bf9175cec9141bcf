import { createHmac } from 'node:crypto';

// cspell:ignore GHJKMNPQRSTVWXYZ

/** Crockford's base 32: digits and letters that nobody confuses. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const shortest = 4;

/**
 * The pseudonyms that the protected source with this number may have, the shortest first: `Source
 * 7F3K`. They follow from a key of the ledger and the number, so they say nothing about the source.
 */
export function* pseudonymsOf(key: Buffer, ordinal: number): Generator<string> {
  const bytes = createHmac('sha256', key).update(`pseudonym ${ordinal}`).digest();
  const text = [...bytes].map((byte) => digits[byte & 31]).join('');
  for (let length = shortest; length <= text.length; length += 1)
    yield `Source ${text.slice(0, length)}`;
}
