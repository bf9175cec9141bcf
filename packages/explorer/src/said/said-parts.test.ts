import { expect, test } from '@jest/globals';
import { splitParts } from './said-parts.ts';

test.each([
  ['40, including 12 children', { whole: '40', part: { text: '12', category: 'CHILDREN' } }],
  ['at least 40, among them 7', { whole: 'at least 40', part: { text: '7' } }],
  ['40 منهم 12 طفلا', { whole: '40', part: { text: '12', category: 'CHILDREN' } }],
  ['9 of whom two women', { whole: '9', part: { text: 'two', category: 'WOMEN' } }],
] as const)('%s is a figure and a part of it', (text, said) => {
  expect(splitParts(text)).toEqual(said);
});

test.each(['40', '40, including children', 'many, including 12', '9, including 2, including 1'])(
  '%s is not split',
  (text) => {
    expect(splitParts(text)).toBeUndefined();
  },
);
