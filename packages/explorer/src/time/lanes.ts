import type { Band } from './band.ts';

/** A band with its lane, from the top. */
export interface LaidBand {
  readonly band: Band;
  readonly lane: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Lays bands into lanes so that none covers another. A side that is open reaches to the edge of
 * the domain. Narrow bands come first: what is known well is on top. `gap` is the least distance
 * in days. Bands for which `maxLanes` has no space are counted, not hidden in others.
 */
export function layLanes(
  bands: readonly Band[],
  [first, last]: readonly [number, number],
  { gap, minWidth, maxLanes }: { gap: number; minWidth: number; maxLanes: number },
): { laid: LaidBand[]; lanes: number; overflow: number } {
  const visible = bands
    .map((band) => ({ band, start: band.start ?? first, end: band.end ?? last }))
    .filter(({ start, end }) => end > first && start < last)
    .map(({ band, start, end }) => ({
      band,
      start: Math.max(start, first),
      end: Math.min(Math.max(end, start + minWidth), last),
    }))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const lanes: { start: number; end: number }[][] = [];
  const laid: LaidBand[] = [];
  let overflow = 0;
  for (const each of visible) {
    const lane = lanes.findIndex((bandsInLane) =>
      bandsInLane.every(({ start, end }) => each.start >= end + gap || each.end + gap <= start),
    );
    if (lane >= 0) lanes[lane]?.push(each);
    else if (lanes.length < maxLanes) lanes.push([each]);
    else {
      overflow += 1;
      continue;
    }
    laid.push({ ...each, lane: lane >= 0 ? lane : lanes.length - 1 });
  }
  return { laid, lanes: lanes.length, overflow };
}
