import { expect, test } from '@jest/globals';
import { titleOf } from './headlines.ts';

test.each([
  ['Four ""Grey"" fighters seize a mill', 'Four "Grey" fighters seize a mill'],
  ['""We left""', '"We left"'],
  ['A "quiet" night', 'A "quiet" night'],
  ['Mill &quot;burns&quot;  &amp; falls', 'Mill "burns" & falls'],
])('the title of an article has its quotes once: %s', (headline, title) => {
  expect(titleOf(headline)).toBe(title);
});
