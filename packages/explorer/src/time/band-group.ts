import type { Band } from './band.ts';

/** Bands that look the same, because their dates are the same. They share one band. */
export interface BandGroup {
  readonly key: string;
  readonly bands: readonly [Band, ...Band[]];
}

/** Joins bands with the same date and doubt. Events on a single day stay apart, and pile up. */
export function groupBands(bands: readonly Band[]): BandGroup[] {
  const groups = new Map<string, [Band, ...Band[]]>();
  for (const band of bands) {
    const { start, end, form, isInferred, isApproximate, isFear, event } = band;
    const key =
      form === 'day' || event.isSummary
        ? event.claims[0].id
        : [start, end, form, isInferred, isApproximate, isFear].join(' ');
    const group = groups.get(key);
    if (group) group.push(band);
    else groups.set(key, [band]);
  }
  return [...groups].map(([key, each]) => ({ key, bands: each }));
}
