import type { ClaimEvent } from '../data/events.ts';
import { isNotSaidToHaveHappened, type MarkTime } from '../data/mark.ts';
import { dayNumber } from '../state/days.ts';

/** How the time of an event is drawn. Days are numbers; a band ends after its last day. */
export interface Band {
  readonly event: ClaimEvent;
  /** Undefined: it has no start that is known. */
  readonly start: number | undefined;
  /** The day after the last one. Undefined: it has no end that is known. */
  readonly end: number | undefined;
  /**
   * `day`: it happened on this one day. `throughout`: it lasted all the time. `within`: it happened
   * some time in the band, which is drawn as doubt.
   */
  readonly form: 'day' | 'throughout' | 'within';
  readonly isInferred: boolean;
  readonly isApproximate: boolean;
  readonly isFear: boolean;
}

/** The band of an event; undefined if it is undated. */
export function bandOf(event: ClaimEvent): Band | undefined {
  const claim = event.claims.find(({ occurred }) => occurred) ?? event.claims[0];
  const { occurred } = claim;
  if (!occurred) return undefined;
  const { start, end } = boundsOf(occurred);
  if (start === undefined && end === undefined) return undefined;
  const isDay = start !== undefined && end === start + 1;
  const isVague = occurred.approximate || occurred.uncertain;
  return {
    event,
    start,
    end,
    form: isDay && !isVague ? 'day' : occurred.extent === 'THROUGHOUT' ? 'throughout' : 'within',
    isInferred: occurred.basis === 'INFERRED',
    isApproximate: isVague,
    isFear: isNotSaidToHaveHappened(claim),
  };
}

function boundsOf({ earliest, latest }: MarkTime) {
  const last = dayNumber(latest);
  return { start: dayNumber(earliest), end: last === undefined ? undefined : last + 1 };
}

/** The first and last day of all bands, with some air around them. */
export function domainOf(
  bands: readonly Band[],
  from?: number,
  to?: number,
): readonly [start: number, end: number] | undefined {
  const known = bands.flatMap(({ start, end }) => [start, end]).filter((day) => day !== undefined);
  if (from === undefined && to === undefined && known.length === 0) return undefined;
  const first = from ?? Math.min(...known, ...(to === undefined ? [] : [to]));
  const last = to !== undefined ? to + 1 : Math.max(...known, first);
  const air = Math.max(1, (last - first) * 0.02);
  return [first - air, Math.max(last, first + 1) + air];
}
