import { describe, expect, test } from '@jest/globals';
import { formatFuzzyDate } from './format.ts';

const arabic = { locale: 'ar' } as const;

describe('a date reads as precisely as it is known', () => {
  test.each([
    ['2018-07-10', '10 July 2018', '10 يوليو 2018'],
    ['2018-07', 'July 2018', 'يوليو 2018'],
    ['2018', '2018', '2018'],
    ['0099-01-02', '2 January 0099', '2 يناير 0099'],
    ['2018-07-XX', 'a day in July 2018', 'يوم في يوليو 2018'],
    ['2018-XX-XX', 'a day in 2018', 'يوم في 2018'],
    ['2018-XX', 'a month in 2018', 'شهر في 2018'],
    ['201X', '2010–2019', '2010–2019'],
    ['20XX', '2000–2099', '2000–2099'],
    ['2018-07-10~', 'about 10 July 2018', '10 يوليو 2018 تقريبًا'],
    ['2018-07-10?', 'possibly 10 July 2018', '10 يوليو 2018 (غير مؤكد)'],
    ['2018%', 'possibly about 2018', '2018 تقريبًا (غير مؤكد)'],
    ['2018-21', 'spring 2018', 'ربيع 2018'],
    ['2018-24', 'winter 2018', 'شتاء 2018'],
    ['2018-07-10T13:05:00Z', '10 July 2018 13:05:00Z', '10 يوليو 2018 13:05:00Z'],
    ['2018-07-10T00:30:00-05:00', '10 July 2018 00:30:00-05:00', '10 يوليو 2018 00:30:00-05:00'],
    ['2018-07-10T13:05:00', '10 July 2018 13:05:00', '10 يوليو 2018 13:05:00'],
    [
      '2018-06-19/2018-07-10~',
      'from 19 June 2018 to about 10 July 2018',
      'من 19 يونيو 2018 إلى 10 يوليو 2018 تقريبًا',
    ],
    ['2018-06-19/..', 'from 19 June 2018 to an open date', 'من 19 يونيو 2018 إلى تاريخ مفتوح'],
    ['2018-06-19/', 'from 19 June 2018 to an unknown date', 'من 19 يونيو 2018 إلى تاريخ غير معروف'],
    ['../2018-07', 'from an open date to July 2018', 'من تاريخ مفتوح إلى يوليو 2018'],
    ['/2018-07', 'from an unknown date to July 2018', 'من تاريخ غير معروف إلى يوليو 2018'],
    [
      '[2018-07-08..2018-07-14]',
      'between 8 July 2018 and 14 July 2018',
      'بين 8 يوليو 2018 و14 يوليو 2018',
    ],
    ['2018-33', 'EDTF 2018-33', 'EDTF 2018-33'],
  ])('%s: "%s"', (edtf, english, inArabic) => {
    expect(formatFuzzyDate({ edtf })).toBe(english);
    expect(formatFuzzyDate({ edtf }, arabic)).toBe(inArabic);
  });

  test.each(['2018-07-1X', '2018-XX-15', '20X8', '2018-13', '2018-22-05', '1/2', 'Y17E7', 'July'])(
    'another form is shown as it is: %s',
    (edtf) => {
      for (const text of [edtf, `2018/${edtf}`, `${edtf}/2018`, `2017/2018/${edtf}`])
        expect(formatFuzzyDate({ edtf: text })).toBe(`EDTF ${text}`);
    },
  );

  test('no date is undated', () => {
    expect(formatFuzzyDate(null)).toBe('undated');
    expect(formatFuzzyDate(undefined, arabic)).toBe('دون تاريخ');
  });
});

describe('an interval', () => {
  const edtf = '2018-06-19/2018-07-10';
  test('says whether something happened within it or held throughout', () => {
    expect(formatFuzzyDate({ edtf, extent: 'WITHIN' })).toBe(
      'between 19 June 2018 and 10 July 2018',
    );
    expect(formatFuzzyDate({ edtf, extent: 'THROUGHOUT' })).toBe(
      'from 19 June 2018 to 10 July 2018 (throughout)',
    );
    expect(formatFuzzyDate({ edtf: '2018-07', extent: 'THROUGHOUT' }, arabic)).toBe(
      'يوليو 2018 (طوال المدة)',
    );
    expect(formatFuzzyDate({ edtf: '2018-06-19/..', extent: 'WITHIN' })).toBe(
      'between 19 June 2018 and an open date',
    );
  });
});

describe('bounds that the EDTF text does not have, and the basis, follow in parentheses', () => {
  const earliest = '2018-06-19';
  const latest = '2018-07-14';
  test.each([
    [
      { edtf: '2018-07-10~', earliest, latest },
      'about 10 July 2018 (not before 19 June 2018, not after 14 July 2018)',
    ],
    [{ edtf: '2018-22', earliest, latest: null }, 'summer 2018 (not before 19 June 2018)'],
    [{ edtf: '2018-33', earliest: null, latest }, 'EDTF 2018-33 (not after 14 July 2018)'],
    [
      { edtf: '2018-07-10~', earliest: '2018-07-10', latest },
      'about 10 July 2018 (not before 10 July 2018, not after 14 July 2018)',
    ],
    [
      { edtf: '2018-06-19/..', earliest, latest },
      'from 19 June 2018 to an open date (not after 14 July 2018)',
    ],
    [{ edtf: '2018-06-19/..', earliest, latest: null }, 'from 19 June 2018 to an open date'],
    [{ edtf: '2018-07-10~', earliest: null, latest: null }, 'about 10 July 2018'],
    [{ edtf: '2018-07-10', earliest: '2018-07-10', latest: '2018-07-10' }, '10 July 2018'],
    [{ edtf: '2018-07', basis: 'INFERRED' }, 'July 2018 (inferred)'],
    [{ edtf: '2018-07', basis: 'STATED' }, 'July 2018'],
    [
      { edtf: '2018-06-19/2018-07-10~', earliest, latest, extent: 'WITHIN', basis: 'INFERRED' },
      'between 19 June 2018 and about 10 July 2018 (not after 14 July 2018, inferred)',
    ],
  ])('%j reads "%s"', (date, text) => expect(formatFuzzyDate(date)).toBe(text));

  test('in Arabic too', () => {
    const date = { edtf: '2018-07-10~', earliest: null, latest, basis: 'INFERRED' };
    expect(formatFuzzyDate(date, arabic)).toBe(
      '10 يوليو 2018 تقريبًا (ليس بعد 14 يوليو 2018، مستنتج)',
    );
  });
});

describe('a region', () => {
  test('has its own names of months, but the same calendar and digits', () => {
    const date = { edtf: '2018-07-10' };
    expect(formatFuzzyDate(date, { locale: 'ar-SY' })).toBe('10 تموز 2018');
    expect(formatFuzzyDate(date, { locale: 'ar-SA' })).toBe('10 يوليو 2018');
    expect(formatFuzzyDate(date, { locale: 'en-GB' })).toBe('10 July 2018');
  });

  test('writes Arabic-Indic digits when asked for', () => {
    expect(formatFuzzyDate({ edtf: '2018-07-10T13:05:00Z' }, { ...arabic, digits: 'arab' })).toBe(
      '١٠ يوليو ٢٠١٨ ١٣:٠٥:٠٠Z',
    );
  });
});
