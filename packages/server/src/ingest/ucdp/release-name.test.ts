import { describe, expect, test } from '@jest/globals';
import { parseRelease } from './release-name.ts';
import { ucdp } from './ucdp.ts';

describe('a file name', () => {
  test.each([
    ['ged191.csv', '19.1'],
    ['ged251-csv.zip', '25.1'],
    ['GEDEvent_v23_1.csv', '23.1'],
    ['/data/ged-22.1.csv.gz', '22.1'],
    ['GEDEvent_v25_0_10.csv', '25.0.10'],
    ['GEDEvent_v25_0_2 (1).csv', '25.0.2'],
    ['GEDEvent_v25_01_25_12.csv', '25.01.25.12'],
    ['ged_syria.csv', undefined],
    ['ged_2016-2019.csv', undefined],
    ['daraa_2018-06_07.csv', undefined],
    ['export-2023-11-02.csv', undefined],
    ['table_12_5.csv', undefined],
  ])('%s says release %s', (path, release) => expect(ucdp.releaseOf?.(path)).toBe(release));

  test.each([
    'ged1234.csv',
    'GEDEvent_v25.csv',
    'GEDEvent_v25_0_13.csv',
    'GEDEvent_v25_01_26_12.csv',
    'ged_syria_v3.csv',
    'ged20251015.csv',
  ])('%s leaves it open, so --release is asked for', (path) =>
    expect(() => ucdp.releaseOf?.(path)).toThrow(/--release/),
  );
});

test.each([
  ['v31_0_11', '31.0.11'],
  ['191', '19.1'],
  ['GED 31.1', '31.1'],
  ['latest', undefined],
])('the release %s is %s', (text, release) => expect(parseRelease(text)).toBe(release));
