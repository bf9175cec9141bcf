import { expect, test } from '@jest/globals';
import { cutText } from './cut-text.ts';

test.each([
  ['abc', 2, 'ab'],
  ['abc', 9, 'abc'],
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
  ['😀', 1, ''],
  ['', 5, ''],
])('the first characters of %j, at most %i units, are %j', (text, maxLength, cut) => {
  expect(cutText(text, maxLength)).toBe(cut);
});
