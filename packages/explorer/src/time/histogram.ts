import { countOf } from '../data/events.ts';
import type { Band } from './band.ts';

/** Events that happened on known days, counted over some days. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** They are feared, predicted or denied: they have bars of their own. */
  readonly isFear: boolean;
}

/** Whether a band only counts events that happened on one known day. */
export const isCountedDay = ({ form, event }: Band): boolean =>
  form === 'day' && event.isSummary === true;

/**
 * Counts events on known days, `days` at a time. Events whose day is not known are in no bar, since
 * that would put them on days that nobody named.
 */
export function barsOf(bands: readonly Band[], days: number): Bar[] {
  const bars = new Map<string, Bar>();
  for (const { start, isFear, event } of bands) {
    if (start === undefined) continue;
    const first = Math.floor(start / days) * days;
    const key = `${first} ${isFear}`;
    const count = (bars.get(key)?.count ?? 0) + countOf([event]);
    bars.set(key, { start: first, end: first + days, count, isFear });
  }
  return [...bars.values()].sort((a, b) => a.start - b.start);
}
