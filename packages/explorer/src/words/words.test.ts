import { expect, test } from '@jest/globals';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { writingAr } from './writing-ar.ts';
import { writingEn } from './writing-en.ts';

test.each([
  ['page', en, ar],
  ['forms', writingEn, writingAr],
])(
  'every text of the %s exists in both languages, and Arabic ones are Arabic',
  (_, english, arabic) => {
    expect(Object.keys(arabic).sort()).toEqual(Object.keys(english).sort());
    const latin = Object.entries(arabic).filter(
      ([key, text]) =>
        typeof text === 'string' &&
        !/[\u0600-\u06ff]/.test(text) &&
        !['dayHint', 'language', 'tools'].includes(key),
    );
    expect(latin).toEqual([]);
  },
);
