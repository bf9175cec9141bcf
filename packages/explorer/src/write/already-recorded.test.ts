import { expect, test } from '@jest/globals';
import { hashOfText, urlSpellings } from './already-recorded.ts';

test('a URL is looked for with and without its last slash and fragment, by both schemes', () => {
  expect(urlSpellings(' https://example.org/a#part ')).toEqual([
    'https://example.org/a#part',
    'https://example.org/a',
    'http://example.org/a',
    'https://example.org/a/',
    'http://example.org/a/',
  ]);
  expect(urlSpellings('example')).toEqual([]);
});

test('the hash of a text is that of its UTF-8, as the server computes it', () => {
  expect(hashOfText('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  expect(hashOfText('')).toBeUndefined();
});
