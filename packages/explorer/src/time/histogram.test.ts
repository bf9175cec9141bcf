import { expect, test } from '@jest/globals';
import { eventsByTime } from '../data/summaries.ts';
import { bandOf } from './band.ts';
import { barsOf, isCountedDay } from './histogram.ts';

const mark = { extent: 'WITHIN', isInferred: false, isVague: false, modality: 'ASSERTED' };
const bands = eventsByTime([
  { ...mark, earliest: '2018-07-02', latest: '2018-07-02', count: 3 },
  { ...mark, earliest: '2018-07-03', latest: '2018-07-03', count: 4 },
  { ...mark, earliest: '2018-07-03', latest: '2018-07-03', count: 1, modality: 'FEARED' },
  { ...mark, earliest: '2018-07-01', latest: '2018-07-31', count: 9 },
]).flatMap((event) => bandOf(event) ?? []);

test('bars count events of known days only, and fears apart from them', () => {
  const days = bands.filter(isCountedDay);
  expect(days).toHaveLength(3);
  expect(barsOf(days, 7).map(({ count, isFear }) => [count, isFear])).toEqual([
    [7, false],
    [1, true],
  ]);
  expect(barsOf(days, 1).map(({ count }) => count)).toEqual([3, 4, 1]);
});
