import { expect, test } from '@jest/globals';
import { Fan } from './fan.ts';

const fan = new Fan(
  [
    [1, 99, 99],
    [901, 1, 1],
  ],
  100,
);
const mean = (count: number, referredBy?: 'ROWS' | 'PLACES') =>
  fan.mean(Number.POSITIVE_INFINITY, { count, referredBy });

test('a few owners may be those with most of the rows', () => {
  expect(mean(1e9)).toBeCloseTo(10, 1);
  expect(mean(10)).toBeGreaterThan(5 * mean(1e9));
  expect(mean(1)).toBeGreaterThan(mean(10));
});

test('owners that rows refer to are found as often as they are referred to', () => {
  expect(mean(1, 'ROWS')).toBeCloseTo(10);
  expect(mean(1, 'PLACES')).toBeCloseTo((99 + 901 * 901) / 1_000);
});
