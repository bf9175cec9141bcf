import type { MarkTime } from '../data/mark.ts';

/** When something is said to have happened, or to have held. */
export type Time = Omit<MarkTime, 'edtf' | 'basis'>;

export type Certainty = 'surely' | 'maybe' | 'never';

const order = ['never', 'maybe', 'surely'] as const;

export const weaker = (a: Certainty, b: Certainty): Certainty =>
  order.indexOf(a) < order.indexOf(b) ? a : b;

export const stronger = (a: Certainty, b: Certainty): Certainty =>
  order.indexOf(a) < order.indexOf(b) ? b : a;

/** Whether the times of two claims have a day in common. An unknown bound excludes nothing. */
export function overlapOf(a: Time | null | undefined, b: Time | null | undefined): Certainty {
  if (isBefore(a?.latest, b?.earliest) || isBefore(b?.latest, a?.earliest)) return 'never';
  if (!a || !b || !isFirm(a) || !isFirm(b)) return 'maybe';
  const isSure =
    (isEveryDay(a) && isEveryDay(b)) ||
    (isEveryDay(a) && contains(a, b)) ||
    (isEveryDay(b) && contains(b, a));
  return isSure ? 'surely' : 'maybe';
}

type Day = string | null | undefined;

const isBefore = (a: Day, b: Day): boolean => a != null && b != null && a < b;

/** Both bounds are known, and nobody doubts them. */
const isFirm = ({ earliest, latest, approximate, uncertain }: Time): boolean =>
  Boolean(earliest && latest) && !approximate && !uncertain;

const isEveryDay = ({ earliest, latest, extent }: Time): boolean =>
  extent === 'THROUGHOUT' || earliest === latest;

const contains = (outer: Time, inner: Time): boolean =>
  !isBefore(inner.earliest, outer.earliest) && !isBefore(outer.latest, inner.latest);

/** The days that two times may have in common. Null: at least one is unknown. */
export function timeInCommon(a: Time | null | undefined, b: Time | null | undefined): Time | null {
  if (!a || !b) return null;
  return {
    ...(isEveryDay(a) ? b : a),
    earliest: (isBefore(a.earliest, b.earliest) ? b.earliest : (a.earliest ?? b.earliest)) ?? null,
    latest: (isBefore(b.latest, a.latest) ? b.latest : (a.latest ?? b.latest)) ?? null,
    approximate: a.approximate || b.approximate,
    uncertain: a.uncertain || b.uncertain,
  };
}

/** Whether something that is said to hold for a time holds on all days of another one. */
export function holdsThrough(held: Time | null | undefined, time: Time | null): Certainty {
  // It is not stated when, so it may be on every day, and nothing else is said.
  if (!held) return 'surely';
  if (overlapOf(held, time) === 'never') return 'never';
  const isSure = time && isFirm(held) && isFirm(time) && isEveryDay(held) && contains(held, time);
  return isSure ? 'surely' : 'maybe';
}
