import { describe, expect, test } from '@jest/globals';
import { layLanes } from './lanes.ts';
import { ticksOf } from './ticks.ts';

interface Span {
  start: number | undefined;
  end: number | undefined;
}
const options = { spanOf: (span: Span) => span, gap: 0.5, minLength: 0.1, maxLanes: 3 };

describe('lanes', () => {
  test('never let one band cover another', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 2, end: 3 },
      { start: 2, end: 4 },
      { start: 6, end: 7 },
    ];
    const { laid, lanes } = layLanes(spans, [0, 10], options);
    expect(lanes).toBe(3);
    for (const a of laid)
      for (const b of laid)
        if (a !== b && a.lane === b.lane)
          expect(a.end + options.gap <= b.start || b.end + options.gap <= a.start).toBe(true);
  });

  test('let open sides reach the edge of the view', () => {
    const { laid } = layLanes([{ start: 4, end: undefined }], [0, 10], options);
    expect(laid).toMatchObject([{ start: 4, end: 10 }]);
  });

  test('return what has no lane, so that the page can say how much it is', () => {
    const spans = Array.from({ length: 5 }, () => ({ start: 1, end: 9 }));
    const { laid, overflow } = layLanes(spans, [0, 10], options);
    expect([laid.length, overflow.length]).toEqual([3, 2]);
  });

  test('leave out what is outside the view', () => {
    expect(layLanes([{ start: 20, end: 30 }], [0, 10], options).laid).toEqual([]);
  });
});

describe('the lines of the axis', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

  test.each([
    ['2018-07-01', '2018-07-08', 'day'],
    ['2018-06-01', '2018-08-01', 'week'],
    ['2018-01-01', '2018-09-01', 'month'],
    ['1990-01-01', '2020-01-01', 'year'],
  ])('from %s to %s are of the unit %s', (first, last, unit) => {
    const ticks = ticksOf([day(first), day(last)], 10);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(11);
    expect(ticks.map((tick) => tick.unit)).toContain(unit);
  });

  test('are Mondays when they are weeks', () => {
    for (const tick of ticksOf([day('2018-06-01'), day('2018-08-01')], 10))
      expect(new Date(tick.day * 86_400_000).getUTCDay()).toBe(1);
  });
});
