import { describe, expect, test } from '@jest/globals';
import { parseDegrees, parseWholeNumber } from './numbers.ts';

describe('a whole number', () => {
  test.each([
    ['3', 3],
    ['3.0', 3],
    ['3.', 3],
    ['3.000', 3],
    ['1,200', 1200],
    ['1,200.0', 1200],
    ['1,200,300', 1_200_300],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['12\u2009345\u202f678', 12_345_678],
    ["1'200", 1200],
    ['1\u2019200', 1200],
    ['+5', 5],
    ["'7", 7],
    ['\u0663', 3],
    ['\u09e7\u09e8', 12],
    ['\u1041\u1042', 12],
    ['\uff11\uff12', 12],
    ['\u06f1\u06f2', 12],
    ['\u0661\u066c\u0662\u0660\u0660', 1200],
    ['\u0663\u066b\u0660', 3],
    ['\u0661\u060c\u0662\u0660\u0660', 1200],
    ['1e3', 1000],
    ['2E+05', 200_000],
  ])('with a decimal point may be %j', (text, number) => {
    expect(parseWholeNumber(text, '.')).toBe(number);
  });

  test.each([
    ['3,0', 3],
    ['3,000', 3],
    ['1.200', 1200],
    ['1.200.300', 1_200_300],
    ['1 200,0', 1200],
    ['\u0661\u066c\u0662\u0660\u0660', 1200],
  ])('with a decimal comma may be %j', (text, number) => {
    expect(parseWholeNumber(text, ',')).toBe(number);
  });

  test.each([
    ...['', '3.5', '0.5', '1.200', '12,34', '1,2000', '0,123', '1,200 300', '1.2.3', '-3'],
    ...['1.23E+03', '1e-3', '3,', ',300', 'about 20', '10-15', '20+', '\u0663\u066b\u0665', '.'],
  ])('with a decimal point is not %j', (text) => {
    expect(parseWholeNumber(text, '.')).toBeUndefined();
  });

  test.each(['1,200', '3,5', '1.20', '3.0', '1,200.0'])(
    'with a decimal comma is not %j',
    (text) => {
      expect(parseWholeNumber(text, ',')).toBeUndefined();
    },
  );
});

describe('degrees', () => {
  test.each([
    ['36.5', '.', 36.5],
    ['-7.25', '.', -7.25],
    ["'-7.25", '.', -7.25],
    ['\u22127.25', '.', -7.25],
    ['.5', '.', 0.5],
    ['36,5', ',', 36.5],
    ['36.5', ',', 36.5],
    ['\u0663\u0666\u066b\u0665', '.', 36.5],
  ] as const)('%j with the decimal sign %j are %d', (text, decimals, number) => {
    expect(parseDegrees(text, 90, decimals)).toBe(number);
  });

  test.each(['36,5', '1,234', '91', '3.6E+01', '36 5', '36.5N', '', '-'])('are not %j', (text) => {
    expect(parseDegrees(text, 90)).toBeUndefined();
  });
});
