import { describe, expect, test } from '@jest/globals';
import { hashOf, isSecret, newSecret } from './api-key.ts';

describe('a key', () => {
  const key = newSecret('key');

  test('has a prefix that scanners recognise, and letters and digits that no editor breaks', () => {
    expect(key).toMatch(/^cgk_[0-9A-Za-z]{49}$/);
    expect(newSecret('session')).toMatch(/^cgs_[0-9A-Za-z]{49}$/);
  });

  test('is a new one each time', () => {
    const keys = Array.from({ length: 1_000 }, () => newSecret('key'));
    expect(new Set(keys).size).toBe(1_000);
    expect(keys.every((each) => isSecret('key', each))).toBe(true);
  });

  test('is recognised as mistyped wherever a character is wrong', () => {
    for (let i = 4; i < key.length; i++) {
      const other = key[i] === 'a' ? 'b' : 'a';
      expect(isSecret('key', `${key.slice(0, i)}${other}${key.slice(i + 1)}`)).toBe(false);
    }
  });

  test('is recognised as cut off, extended, or of another kind', () => {
    expect(isSecret('key', key.slice(0, -1))).toBe(false);
    expect(isSecret('key', `${key}a`)).toBe(false);
    expect(isSecret('session', key)).toBe(false);
    expect(isSecret('key', '')).toBe(false);
  });

  test('cannot be read from its hash', () => {
    expect(hashOf(key)).not.toContain(key.slice(4, 12));
    expect(hashOf(key)).toHaveLength(44);
  });
});
