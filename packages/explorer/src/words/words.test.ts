import { expect, test } from '@jest/globals';
import { ar } from './ar.ts';
import { en } from './en.ts';

test('every text exists in both languages, and Arabic ones are Arabic', () => {
  expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
  const latin = Object.entries(ar).filter(
    ([key, text]) =>
      typeof text === 'string' &&
      !/[\u0600-\u06ff]/.test(text) &&
      !['dayHint', 'language', 'tools'].includes(key),
  );
  expect(latin).toEqual([]);
});
