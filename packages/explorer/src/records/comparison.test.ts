import { expect, test } from '@jest/globals';
import { comparisonRows } from './comparison.ts';

test('what one source does not speak of is zero, and nothing is left out', () => {
  const first = [['LOOTING', 3] as const, [null, 1] as const];
  const second = [['CLASH', 4] as const, ['LOOTING', 2] as const];
  expect(comparisonRows([first, second])).toEqual([
    ['LOOTING', [3, 2]],
    ['CLASH', [0, 4]],
  ]);
});
