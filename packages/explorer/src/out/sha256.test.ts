import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('equals the SHA-256 of Node for every length around a block, and for a long text', () => {
  for (const length of [...Array(140).keys(), 100_003]) {
    const bytes = randomBytes(length);
    expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
