import { dayText } from '../state/days.ts';

/** A line of the time axis. */
export interface Tick {
  readonly day: number;
  readonly unit: 'year' | 'month' | 'week' | 'day';
}

const dayOf = (year: number, month: number, day = 1): number =>
  Date.UTC(year, month, day) / 86_400_000;

/** Days at which the axis has lines: years, months, weeks or days, whichever fits `most` lines. */
export function ticksOf([first, last]: readonly [number, number], most: number): Tick[] {
  const [year = 0, month = 1] = dayText(first).split('-').map(Number);
  const [lastYear = 0] = dayText(last).split('-').map(Number);
  const span = last - first;
  const inside = (ticks: Tick[]) => ticks.filter(({ day }) => day >= first && day < last);
  const every = (days: number, unit: Tick['unit']) => {
    // Weeks begin on Mondays: 5 January 1970 was one.
    const start = days === 7 ? Math.ceil((first - 4) / 7) * 7 + 4 : Math.ceil(first);
    return Array.from(
      { length: Math.ceil(span / days) + 1 },
      (_, i): Tick => ({
        day: start + i * days,
        unit,
      }),
    );
  };
  if (span <= most) return inside(every(1, 'day'));
  if (span / 7 <= most) return inside(every(7, 'week'));
  for (const step of [1, 3, 6])
    if (span / (30.4 * step) <= most)
      return inside(
        Array.from({ length: Math.ceil(span / (30 * step)) + 2 }, (_, i): Tick => {
          const at = Math.ceil((month - 1) / step) * step + i * step;
          return { day: dayOf(year, at), unit: at % 12 === 0 ? 'year' : 'month' };
        }),
      );
  const step = Math.ceil(span / 365.25 / most);
  return inside(
    Array.from(
      { length: Math.floor((lastYear - year) / step) + 2 },
      (_, i): Tick => ({
        day: dayOf(year + i * step, 0),
        unit: 'year',
      }),
    ),
  );
}
