import { expect, test } from '@jest/globals';
import { understandPoint } from './said-point.ts';

test('a position is read in degrees, latitude first', () => {
  expect(understandPoint('32.69, 36.10')).toEqual({ lat: 32.69, lon: 36.1 });
  expect(understandPoint('32.69° 36.1°')).toEqual({ lat: 32.69, lon: 36.1 });
  expect(understandPoint('٣٢.٦٩، ٣٦.١')).toEqual({ lat: 32.69, lon: 36.1 });
  expect(understandPoint('٣٢٫٦٩، ٣٦٫١')).toEqual({ lat: 32.69, lon: 36.1 });
  expect(understandPoint('32.69,36.10')).toEqual({ lat: 32.69, lon: 36.1 });
  expect(understandPoint('-1, -179.5')).toEqual({ lat: -1, lon: -179.5 });
});

test.each([
  '',
  '32.69',
  '91, 10',
  '10, 181',
  'north of the mill',
  '32,69, 36,10',
  '1, 2, 3',
  '32,69',
  '32 ,69',
  '32 41.5',
  '32° 41.5',
  '32.69 36',
  '32 36',
])('"%s" is not a position', (text) => {
  expect(understandPoint(text)).toBeUndefined();
});
