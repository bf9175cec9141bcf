import { expect, test } from '@jest/globals';
import { parseWrittenDay } from './written-day.ts';

test.each([
  ['2031-04-02', '2031-04-02'],
  ['2 April 2031', '2031-04-02'],
  ['02-Apr-2031', '2031-04-02'],
  ['2031-04-02 00:00:00.000', '2031-04-02'],
  ['2031-04-02T23:30:00+03:00', '2031-04-02'],
  ['2031-02-30T10:00', undefined],
  ['2031-04-02 or later', undefined],
])('a day is read as it is written, at any time of day: %s', (text, day) => {
  expect(parseWrittenDay(text)).toBe(day);
});
