import { expect, test } from '@jest/globals';
import { linesOf } from './lines-of.ts';

test('a value is shown line by line, and what it does not say is left out', () => {
  expect(linesOf(null)).toEqual([]);
  expect(linesOf('ASSERTED')).toEqual([['', 'ASSERTED']]);
  expect(linesOf({ edtf: '2018-07', latest: null, places: [{ role: 'AT' }] })).toEqual([
    ['edtf', '2018-07'],
    ['places › 0 › role', 'AT'],
  ]);
});
