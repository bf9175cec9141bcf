import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEdtf } from '../../server/src/values/edtf.ts';
import { Basis, Extent } from '../../server/src/values/enums.ts';
import { type FuzzyInterval, fuzzyInterval } from '../../server/src/values/fuzzy-date.ts';
import { formatFuzzyDate } from './format.ts';

/** Dates in all forms that the server accepts. What it does not accept is left out. */
const accepted = (edtf: string): boolean => {
  try {
    readEdtf(edtf);
    return true;
  } catch {
    return false;
  }
};
const digits = (from: number, to: number, length = 2) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(length, '0'));
const year = fc.oneof(
  digits(1990, 2030),
  digits(1, 9999, 4),
  digits(1, 999, 3).map((decade) => `${decade}X`),
  digits(1, 99).map((century) => `${century}XX`),
);
const month = fc.oneof(digits(1, 12), digits(21, 41), fc.constant('XX'));
const day = fc.oneof(digits(1, 31), fc.constant('XX'));
const time = fc
  .tuple(digits(0, 23), digits(0, 59), digits(0, 59))
  .map((parts) => `T${parts.join(':')}`);
const zone = fc.oneof(
  fc.constantFrom('', 'Z'),
  fc
    .tuple(fc.constantFrom('+', '-'), digits(0, 14), fc.constantFrom('', ':00', ':30'))
    .map((parts) => parts.join('')),
);
const oneDate = fc
  .oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join('-')),
    fc.tuple(year, month, day).map((parts) => parts.join('-')),
    fc
      .tuple(digits(1900, 2100), digits(1, 12), digits(1, 28))
      .chain((parts) => fc.tuple(fc.constant(parts.join('-')), time, zone))
      .map((parts) => parts.join('')),
  )
  .chain((text) => fc.constantFrom('', '', '~', '?', '%').map((qualifier) => text + qualifier))
  .filter(accepted);
const side = fc.oneof({ weight: 5, arbitrary: oneDate }, fc.constantFrom('', '..'));
const edtfText = fc.oneof(
  oneDate,
  fc.tuple(side, side).map((sides) => sides.join('/')),
  fc.tuple(oneDate, oneDate).map((sides) => `[${sides.join('..')}]`),
);

/** A date as the server stores it, with bounds that a writer gives where it accepts them. */
const stored = fc
  .record({
    edtf: edtfText,
    earliest: fc.option(fc.constantFrom('0001-01-01', '1989-12-31'), { nil: null }),
    latest: fc.option(fc.constantFrom('2150-06-05', '9999-12-31'), { nil: null }),
    extent: fc.constantFrom(Extent.WITHIN, Extent.THROUGHOUT),
    basis: fc.constantFrom(Basis.STATED, Basis.INFERRED),
  })
  .map((input): FuzzyInterval | null => {
    for (const bounds of [input, { ...input, earliest: null, latest: null }])
      try {
        return fuzzyInterval(bounds, []);
      } catch {}
    return null;
  })
  .filter((date) => date !== null);

const months =
  'January February March April May June July August September October November December';
const seasons = 'spring summer autumn winter';
const indexIn = (list: string, word: string, first: number) =>
  String(list.split(' ').indexOf(word) + first).padStart(2, '0');

/** Reads the words of one date back as EDTF. */
function readSide(words: string): string {
  if (words === 'an unknown date') return '';
  if (words === 'an open date') return '..';
  const [, possibly, about, text = ''] = /^(possibly )?(about )?(.*)$/.exec(words) ?? [];
  return readDate(text) + (possibly ? (about ? '%' : '?') : about ? '~' : '');
}
function readDate(words: string): string {
  if (words.startsWith('a month in ')) return `${words.slice(11)}-XX`;
  if (words.startsWith('a day in '))
    return `${readDate(words.slice(9))}${/^a day in \d+$/.test(words) ? '-XX' : ''}-XX`;
  const span = /^(\d+?)(0+)–\1(9+)$/.exec(words);
  if (span) return span[1] + 'X'.repeat(span[3]!.length);
  const season = /^(spring|summer|autumn|winter) (\d{4})$/.exec(words);
  if (season) return `${season[2]}-${indexIn(seasons, season[1]!, 21)}`;
  const [, d, m, y, t = ''] =
    /^(?:(\d\d?) )?(?:([A-Z][a-z]+) )?(\d{4})(?: (.*))?$/.exec(words) ?? [];
  if (!y) throw new Error(`"${words}" cannot be read.`);
  return (
    y +
    (m ? `-${indexIn(months, m, 1)}` : '') +
    (d ? `-${d.padStart(2, '0')}` : '') +
    (t && `T${t}`)
  );
}

const hasLevelTwoSeason = (edtf: string) => /\d{4}-(2[5-9]|3\d|4\d)/.test(edtf);
const inParentheses = / \(([^()]*)\)$/;

describe('every date that the server accepts', () => {
  test('can be read back from its words, so nothing is lost and nothing added', () => {
    fc.assert(
      fc.property(stored, (date) => {
        const text = formatFuzzyDate(date).replace(inParentheses, '');
        if (hasLevelTwoSeason(date.edtf)) return expect(text).toBe(`EDTF ${date.edtf}`);
        const isSet = date.edtf.startsWith('[');
        const isInterval = isSet || date.edtf.includes('/');
        const sides = isInterval
          ? text
              .replace(/^(between|from) /, '')
              .split(text.startsWith('between') ? ' and ' : ' to ')
          : [text];
        const read = sides.map(readSide);
        expect(isSet ? `[${read.join('..')}]` : read.join('/')).toBe(date.edtf);
        expect(text.startsWith('between ')).toBe(isInterval && (isSet || date.extent === 'WITHIN'));
      }),
      { numRuns: 500 },
    );
  });

  test('shows each bound in its EDTF text or beside it, and adds no other', () => {
    fc.assert(
      fc.property(stored, (date) => {
        const [, notes = ''] = inParentheses.exec(formatFuzzyDate(date)) ?? [];
        const { earliest, latest, edtf } = date;
        const reading = readEdtf(edtf);
        const [start, end = start] = edtf.split(/\/|\.\.(?=.+\])/);
        const isShown = (bound: string | null, side: string | undefined, own: string | null) =>
          bound !== null && (reading.firm ? own === null : bound !== side);
        const words = (bound: string | null) => formatFuzzyDate({ edtf: bound ?? '' });
        expect(notes.match(/not before ([^,]*)/)?.[1]).toBe(
          isShown(earliest, start, reading.first) ? words(earliest) : undefined,
        );
        expect(notes.match(/not after ([^,]*)/)?.[1]).toBe(
          isShown(latest, end, reading.last) ? words(latest) : undefined,
        );
        expect(notes.includes('throughout')).toBe(date.extent === 'THROUGHOUT');
        expect(notes.includes('inferred')).toBe(date.basis === 'INFERRED');
      }),
      { numRuns: 500 },
    );
  });

  test('has the same numbers in Arabic, in the digits that are asked for', () => {
    const numbers = (text: string) => text.match(/\d+/g) ?? [];
    fc.assert(
      fc.property(stored, (date) => {
        const english = formatFuzzyDate(date);
        const arabic = formatFuzzyDate(date, { locale: 'ar' });
        expect(numbers(arabic)).toEqual(numbers(english));
        expect(arabic.replace(/EDTF .*|Z/g, '')).not.toMatch(/[a-z]/i);
        const indic = formatFuzzyDate(date, { locale: 'ar', digits: 'arab' });
        expect(indic).not.toMatch(/\d/);
        expect(indic.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))).toBe(
          arabic,
        );
      }),
    );
  });
});
