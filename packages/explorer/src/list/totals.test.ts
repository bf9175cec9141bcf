import { formatQuantity } from '@claimgraph/sdk/format';
import { expect, test } from '@jest/globals';
import { figureOfTotal } from './totals.ts';

const total = { figures: 2, sumMin: 3, sumBest: 4, sumMax: 9, withBest: 2 };

test('a total is its bounds, and the best estimate only if every figure has one', () => {
  expect(formatQuantity(figureOfTotal(total))).toBe('3–9 (best estimate 4)');
  expect(formatQuantity(figureOfTotal({ ...total, withBest: 1 }))).toBe('3–9');
});

test('a total that is open above says at least', () => {
  expect(formatQuantity(figureOfTotal({ ...total, withBest: 0, sumMax: null }))).toBe('at least 3');
});
