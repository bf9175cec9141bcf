import { describe, expect, test } from '@jest/globals';
import { excerptAround, isQuotation, partsOf } from './passage.ts';

test('only a verbatim or translated text is quoted', () => {
  expect(isQuotation('VERBATIM')).toBe(true);
  expect(isQuotation('TRANSLATION')).toBe(true);
  for (const kind of ['PARAPHRASE', 'EXCERPT', 'NEW_KIND', null, undefined])
    expect(isQuotation(kind)).toBe(false);
});

describe('a text with passages', () => {
  const text = 'Shops were emptied at night. Nobody saw by whom.';
  const marked = (passages: { start: number; end: number }[]) =>
    partsOf(text, passages).flatMap((part) => (part.isMarked ? [part.text] : []));

  test('marks each passage, and loses nothing', () => {
    const passages = [
      { start: 29, end: 48 },
      { start: 0, end: 5 },
    ];
    expect(marked(passages)).toEqual(['Shops', 'Nobody saw by whom.']);
    expect(
      partsOf(text, passages)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  test('marks passages that overlap as one', () => {
    const passages = [
      { start: 0, end: 18 },
      { start: 6, end: 10 },
      { start: 11, end: 28 },
    ];
    expect(marked(passages)).toEqual(['Shops were emptied at night.']);
  });

  test('is not longer than itself when a passage ends beyond it', () => {
    expect(marked([{ start: 29, end: 500 }])).toEqual(['Nobody saw by whom.']);
  });

  test('is cut between words far from a passage, and says where', () => {
    const long = `${'before '.repeat(100)}THE PASSAGE${' after'.repeat(100)}`;
    const start = long.indexOf('THE');
    const parts = excerptAround(partsOf(long, [{ start, end: start + 11 }]), 20);
    expect(parts.map((part) => part.text)).toEqual([
      '… before before ',
      'THE PASSAGE',
      ' after after after …',
    ]);
  });
});
