import { describe, expect, test } from '@jest/globals';
import { Basis, Extent } from './enums.ts';
import { Refusal } from './errors.ts';
import { civilDay, fuzzyDate, fuzzyInterval } from './fuzzy-date.ts';

type Bounds = { earliest?: string; latest?: string };

const date = (edtf: string, more: Bounds = {}) =>
  fuzzyDate({ edtf, basis: Basis.STATED, ...more }, ['published']);
const interval = (edtf: string, more: Bounds = {}) =>
  fuzzyInterval({ edtf, basis: Basis.STATED, extent: Extent.WITHIN, ...more }, ['occurred']);
const blame = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BAD_USER_INPUT')
      return error.issues.map(({ path }) => path.join('.')).join();
    throw error;
  }
  return 'accepted';
};

describe('a date that says its bounds has them', () => {
  test.each([
    ['2018-07-10', '2018-07-10', '2018-07-10', 'DAY'],
    ['2018-02', '2018-02-01', '2018-02-28', 'MONTH'],
    ['2016-02', '2016-02-01', '2016-02-29', 'MONTH'],
    ['2018', '2018-01-01', '2018-12-31', 'YEAR'],
    ['2018-07-XX', '2018-07-01', '2018-07-31', 'MONTH'],
    ['2018-XX', '2018-01-01', '2018-12-31', 'YEAR'],
    ['2018-XX-XX', '2018-01-01', '2018-12-31', 'YEAR'],
    ['201X', '2010-01-01', '2019-12-31', 'DECADE'],
    ['[2018-07-08..2018-07-14]', '2018-07-08', '2018-07-14', 'WEEK'],
    ['[2018-07-08..2018-07-09]', '2018-07-08', '2018-07-09', 'DAYS'],
    ['2018-07-10T13:05:00Z', '2018-07-10', '2018-07-10', 'TIME'],
    ['2018-07-10T23:30:00-05:00', '2018-07-10', '2018-07-10', 'TIME'],
    ['2018-07-10T00:30:00+03:00', '2018-07-10', '2018-07-10', 'TIME'],
    ['0001-01-01', '0001-01-01', '0001-01-01', 'DAY'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'DAY'],
  ])('%s: %s to %s, %s', (edtf, earliest, latest, precision) => {
    expect(date(edtf)).toEqual({
      edtf,
      earliest,
      latest,
      precision,
      approximate: false,
      uncertain: false,
      basis: 'STATED',
      asWritten: null,
    });
    expect(interval(edtf)).toMatchObject({ edtf, earliest, latest, precision, extent: 'WITHIN' });
  });
});

describe('an interval goes from the first day of its start to the last of its end', () => {
  test.each([
    ['2018-06-19/2018-07-10', '2018-06-19', '2018-07-10', 'MONTH'],
    ['2018-06/2018-07', '2018-06-01', '2018-07-31', 'YEAR'],
    ['2018-07-04/2018-07-10', '2018-07-04', '2018-07-10', 'WEEK'],
    ['2018-07-10/2018-07-10', '2018-07-10', '2018-07-10', 'DAY'],
    ['2018-06-19/..', '2018-06-19', null, 'UNKNOWN'],
    ['2018-06-19/', '2018-06-19', null, 'UNKNOWN'],
    ['../2018-07-10', null, '2018-07-10', 'UNKNOWN'],
    ['/2018-07-10', null, '2018-07-10', 'UNKNOWN'],
    ['2018-07/2018-07', '2018-07-01', '2018-07-31', 'MONTH'],
    ['2011/2018', '2011-01-01', '2018-12-31', 'DECADE'],
  ])('%s: %s to %s, %s', (edtf, earliest, latest, precision) => {
    expect(interval(edtf)).toEqual({
      edtf,
      earliest,
      latest,
      precision,
      approximate: false,
      uncertain: false,
      basis: 'STATED',
      asWritten: null,
      extent: 'WITHIN',
    });
    expect(blame(() => date(edtf))).toBe('published.edtf');
  });
});

describe('what is about then has no width of its own', () => {
  test.each([
    ['2018-07-10~', true, false],
    ['2018~', true, false],
    ['2018-07-10%', true, true],
    ['2018-06-19/2018-07-10~', true, false],
    ['2018-06-19~/2018-07-10', true, false],
    ['2018-06-19~/..', true, false],
    ['2018-06-19?/2018-07-10~', true, true],
  ])('%s has no bounds unless they are stated', (edtf, approximate, uncertain) => {
    expect(interval(edtf)).toMatchObject({
      earliest: null,
      latest: null,
      precision: 'UNKNOWN',
      approximate,
      uncertain,
    });
    const bounds = { earliest: '2018-06-18', latest: '2018-07-14' };
    expect(interval(edtf, bounds)).toMatchObject({
      ...bounds,
      precision: 'MONTH',
      approximate,
      uncertain,
    });
  });

  test('seasons have none either', () => {
    expect(date('2018-22')).toMatchObject({ earliest: null, latest: null, precision: 'UNKNOWN' });
    expect(date('2018-22', { earliest: '2018-06-01', latest: '2018-08-31' })).toMatchObject({
      earliest: '2018-06-01',
      precision: 'YEAR',
    });
  });

  test('one stated bound leaves the other open', () => {
    expect(date('2018-07-10~', { latest: '2018-07-14' })).toMatchObject({
      earliest: null,
      latest: '2018-07-14',
      precision: 'UNKNOWN',
    });
  });

  test('what is uncertain alone keeps its bounds', () => {
    expect(date('2018-07-10?')).toMatchObject({
      earliest: '2018-07-10',
      latest: '2018-07-10',
      approximate: false,
      uncertain: true,
      precision: 'DAY',
    });
    expect(interval('2018-06?/2018-07')).toMatchObject({
      earliest: '2018-06-01',
      latest: '2018-07-31',
      uncertain: true,
    });
  });
});

describe('stated bounds must agree', () => {
  test.each<[string, Bounds, string]>([
    ['2018-07-10', { earliest: '2018-07-10', latest: '2018-07-10' }, 'accepted'],
    ['2018-07', { earliest: '2018-07-02' }, 'occurred.earliest'],
    ['2018-07', { latest: '2018-07-30' }, 'occurred.latest'],
    ['2018-07-10~', { earliest: '2018-07-14', latest: '2018-07-08' }, 'occurred.latest'],
    ['2018-07-10~', { earliest: '2018-07-11' }, 'occurred.earliest'],
    ['2018-07-10~', { latest: '2018-07-09' }, 'occurred.latest'],
    ['2018-06-19/2018-07-10~', { earliest: '2018-06-19', latest: '2018-07-14' }, 'accepted'],
    ['2018-06-19/..', { latest: '2018-06-18' }, 'occurred.latest'],
    ['2018-06-19/..', { latest: '2018-07-14' }, 'accepted'],
    ['2018-07-10~', { earliest: '2018-02-30' }, 'occurred.earliest'],
    ['2018-07-10~', { earliest: '2018' }, 'occurred.earliest'],
    ['2018-07-10~', { latest: '' }, 'occurred.latest'],
  ])('%s with %j: %s', (edtf, bounds, expected) => {
    expect(blame(() => interval(edtf, bounds))).toBe(expected);
  });
});

describe('a text that is not a date is refused', () => {
  const none = [
    '',
    ' ',
    '2018-02-30',
    '2018-13',
    '2018-00',
    '2018-07-00',
    '2018-02-29',
    '10/07/2018',
    '10 July 2018',
    'July 2018',
    'last summer',
  ];
  const beyond = [
    'Y12018',
    'Y-12018',
    '-0044',
    '0000',
    '10000-01-01',
    '19',
    '2018-07-10T25:00:00Z',
  ];
  const sets = [
    '{2018-07-08,2018-07-10}',
    '[2018-07-08,2018-07-10]',
    '{2018-07-08..2018-07-10}',
    '[..2018]',
    '[2018..]',
  ];
  const backwards = ['2018-07-02/2018-07-01', '2018-08/2018-07', '[2018-07-14..2018-07-08]'];
  const noise = [
    '2018-07-10 ',
    '2018-07-10\n',
    '2018-07-10; drop table claim',
    '٢٠١٨-٠٧-١٠',
    'null',
    'a'.repeat(200),
  ];
  test.each([...none, ...beyond, ...sets, ...backwards, ...noise])('%j', (edtf) => {
    expect(blame(() => interval(edtf))).toBe('occurred.edtf');
  });
});

describe('a day of the calendar', () => {
  test.each(['2018-07-10', '2016-02-29', '0001-01-01', '9999-12-31', '0099-12-31'])(
    '%s is one',
    (day) => {
      expect(civilDay(day, ['at'])).toBe(day);
    },
  );

  test.each([
    '2018-02-29',
    '1900-02-29',
    '2018-04-31',
    '2018-13-01',
    '2018-00-10',
    '2018-07-00',
    '0000-01-01',
    '2018-7-1',
    '20180710',
    '2018-07-10T00:00:00Z',
    '',
  ])('%j is none', (day) => {
    expect(blame(() => civilDay(day, ['at']))).toBe('at');
  });

  test('may be left out', () => {
    expect([civilDay(null, []), civilDay(undefined, [])]).toEqual([null, null]);
  });
});
