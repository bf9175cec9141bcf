import { describe, expect, test } from '@jest/globals';
import { eventOf, timeOf } from '../data/mark.testing.ts';
import { dayNumber } from '../state/days.ts';
import { bandOf, domainOf } from './band.ts';
import { groupBands } from './band-group.ts';

const band = (...time: Parameters<typeof timeOf>) => bandOf(eventOf({ occurred: timeOf(...time) }));

describe('the band of an event', () => {
  test('is a day only if it happened on one day that is stated without doubt', () => {
    expect(band('2018-07-05', '2018-07-05')?.form).toBe('day');
    expect(band('2018-07-05', '2018-07-05', { approximate: true })?.form).toBe('within');
    expect(band('2018-07-05', '2018-07-05', { uncertain: true })?.form).toBe('within');
    expect(band('2018-07-05', '2018-07-06')?.form).toBe('within');
  });

  test('is as wide as its bounds: some day in July is all of July, never its middle', () => {
    expect(band('2018-07-01', '2018-07-31')).toMatchObject({
      start: dayNumber('2018-07-01'),
      end: dayNumber('2018-08-01'),
      form: 'within',
    });
  });

  test('that lasted all the time differs from one some time in it', () => {
    expect(band('2018-06-19', '2018-07-10', { extent: 'THROUGHOUT' })?.form).toBe('throughout');
  });

  test('has an open side where a bound is unknown', () => {
    expect(band('2018-06-19', null)).toMatchObject({ end: undefined });
    expect(band(null, '2018-07-10')).toMatchObject({ start: undefined });
  });

  test('marks inferred dates and fears', () => {
    expect(band('2018-06-19', '2018-07-10', { basis: 'INFERRED' })?.isInferred).toBe(true);
    const fear = eventOf({ modality: 'FEARED', occurred: timeOf('2018-07-05', '2018-07-05') });
    expect(bandOf(fear)?.isFear).toBe(true);
  });

  test('does not exist for what is undated', () => {
    expect(bandOf(eventOf())).toBeUndefined();
    expect(band(null, null)).toBeUndefined();
  });
});

test('the view ends where the period ends, even if a band is open', () => {
  const bands = [band('2018-06-19', null)].filter((each) => each !== undefined);
  const [first = 0, last = 0] = domainOf(bands, undefined, dayNumber('2018-07-31')) ?? [];
  expect(first).toBeLessThanOrEqual(dayNumber('2018-06-19') ?? 0);
  expect(last).toBeLessThan(dayNumber('2018-08-10') ?? 0);
  expect(domainOf([])).toBeUndefined();
});

test('equal bands share one, with all their events; events on a day stay apart', () => {
  const within = () => band('2018-06-19', '2018-07-10');
  const inferred = band('2018-06-19', '2018-07-10', { basis: 'INFERRED' });
  const day = () => band('2018-07-05', '2018-07-05');
  const bands = [within(), day(), within(), inferred, day()].filter((each) => each !== undefined);
  expect(groupBands(bands).map((group) => group.bands.length)).toEqual([2, 1, 1, 1]);
});
