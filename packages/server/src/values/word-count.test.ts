import { expect, test } from '@jest/globals';
import { wordCount } from './word-count.ts';

test.each([
  ['', 0],
  ['— … !', 0],
  ['They left: all of them, by night.', 7],
  ["It’s 6,000 people, isn't it?", 5],
  ['تل شهاب\n🙂', 2],
])('%j has so many words: %i', (text, words) => {
  expect(wordCount(text)).toBe(words);
});

test.each([
  ['They left, ', 181_818],
  ['漢', 1_000_000],
  ['a', 1],
])('a text of a million characters is counted whole: %j repeated', (part, expected) => {
  expect(wordCount(part.repeat(1_000_000 / part.length))).toBe(expected);
});
