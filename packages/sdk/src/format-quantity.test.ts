import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatQuantity, type NounForms, pluralNoun } from './format.ts';

const figure = (min: number | null, best: number | null, max: number | null, about = false) => ({
  min,
  best,
  max,
  approximate: about,
});

test.each([
  [figure(6000, null, null), 'at least 6,000', '6,000 على الأقل'],
  [figure(null, null, 9), 'at most 9', '9 على الأكثر'],
  [figure(2, null, 4), '2–4', 'من 2 إلى 4'],
  [figure(3, 4, 7), '3–7 (best estimate 4)', 'من 3 إلى 7 (أفضل تقدير 4)'],
  [figure(3, 5, null), 'at least 3 (best estimate 5)', '3 على الأقل (أفضل تقدير 5)'],
  [figure(5, 5, null), 'at least 5 (best estimate 5)', '5 على الأقل (أفضل تقدير 5)'],
  [figure(null, 0, 7), 'at most 7 (best estimate 0)', '7 على الأكثر (أفضل تقدير 0)'],
  [figure(11, 11, 11), '11', '11'],
  [figure(0, 0, 0), '0', '0'],
  [figure(2000, null, 2000, true), 'about 2,000', '2,000 تقريبًا'],
  [figure(null, 2000, null, true), 'about 2,000', '2,000 تقريبًا'],
  [figure(null, 0, null), 'best estimate 0', 'أفضل تقدير 0'],
  [figure(2, null, 4, true), 'about 2–4', 'من 2 إلى 4 تقريبًا'],
  [figure(6000, null, null, true), 'at least about 6,000', '6,000 تقريبًا على الأقل'],
  [figure(null, null, null), 'unknown', 'غير معروف'],
])('%j reads "%s"', (quantity, english, arabic) => {
  expect(formatQuantity(quantity)).toBe(english);
  expect(formatQuantity(quantity, { locale: 'ar' })).toBe(arabic);
});

test('Arabic-Indic digits are written when asked for, in every region', () => {
  const quantity = figure(1500, null, null);
  expect(formatQuantity(quantity, { locale: 'ar', digits: 'arab' })).toBe('١٬٥٠٠ على الأقل');
  for (const locale of ['ar-EG', 'ar-SY', 'ar-SA'] as const)
    expect(formatQuantity(quantity, { locale })).toBe('1,500 على الأقل');
});

describe('a noun', () => {
  const people: NounForms = {
    one: 'شخص واحد',
    two: 'شخصان',
    few: '# أشخاص',
    many: '# شخصًا',
    other: '# شخص',
  };
  const arabic = { locale: 'ar', noun: pluralNoun('ar', people) } as const;
  test.each([
    [figure(1, 1, 1), 'شخص واحد'],
    [figure(2, 2, 2), 'شخصان'],
    [figure(2, null, null), 'شخصان على الأقل'],
    [figure(3, 3, 3), '3 أشخاص'],
    [figure(10, 10, 10), '10 أشخاص'],
    [figure(11, null, 11, true), '11 شخصًا تقريبًا'],
    [figure(100, 100, 100), '100 شخص'],
    [figure(103, 103, 103), '103 أشخاص'],
    [figure(6000, null, null), '6,000 شخص على الأقل'],
    [figure(2, null, 4), 'من 2 إلى 4 أشخاص'],
    [figure(1, null, 2), 'من 1 إلى 2 شخص'],
    [figure(null, null, null), 'غير معروف'],
  ])('agrees with the number in Arabic: %j reads "%s"', (quantity, text) =>
    expect(formatQuantity(quantity, arabic)).toBe(text),
  );

  test('agrees with the number in English', () => {
    const noun = pluralNoun('en', { one: '# person', other: '# people' });
    expect(formatQuantity(figure(1, null, 1), { noun })).toBe('1 person');
    expect(formatQuantity(figure(1, null, null), { noun })).toBe('at least 1 person');
    expect(formatQuantity(figure(3, 4, 7), { noun })).toBe('3–7 people (best estimate 4)');
  });
});

const count = fc.option(fc.nat(2_000_000_000), { nil: null });

test('no number is left out and none is added, and open bounds stay open', () => {
  const figures = fc.tuple(fc.uniqueArray(count, { maxLength: 3 }), fc.boolean());
  fc.assert(
    fc.property(figures, count, count, ([given], best, max) => {
      const [min = null] = given;
      fc.pre(min === null || max === null || min <= max);
      fc.pre(best === null || ((min ?? best) <= best && best <= (max ?? best)));
      const text = formatQuantity(figure(min, best, max));
      const written = (text.match(/[\d,]+/g) ?? []).map((each) => Number(each.replace(/,/g, '')));
      const expected = min === max && min !== null ? [min] : [min, max, best];
      expect(written).toEqual(expected.filter((each) => each !== null));
      expect(/at least/.test(text)).toBe(min !== null && max === null);
      expect(/at most/.test(text)).toBe(min === null && max !== null);
    }),
  );
});
