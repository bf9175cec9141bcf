import type { Point } from './counts.ts';
import type { Args, Knowledge } from './model.ts';

/*
 * What share of the claims an area on the map has, by the points of a sample.
 */

const kmPerDegree = 111;

/** A sample of this size sees no point of an area that has fewer than one in as many claims. */
const unseen = 0.2;

type IsInside = (point: Point) => boolean;

/** The share of claims at a point in all areas of a filter of places. 1: it has no area. */
export function shareInAreas({ near, bbox, polygon }: Args, { counts }: Knowledge): number {
  const areas = [near && inCircle(near), bbox && inBox(bbox), polygon && aroundOutlines(polygon)];
  const tests = areas.filter((each): each is IsInside => typeof each === 'function');
  if (tests.length === 0) return 1;
  const points = counts.points.get('claim.point') ?? [];
  const found = points.filter((point) => tests.every((isInside) => isInside(point))).length;
  return (found + unseen) / (points.length + 2 * unseen);
}

function inCircle(near: unknown): IsInside {
  const { lat, lon, withinKm } = Object(near) as Record<string, number>;
  const narrowing = Math.cos(((lat ?? 0) * Math.PI) / 180);
  return (point) => {
    const [y, x] = [point.lat - (lat ?? 0), (point.lon - (lon ?? 0)) * narrowing];
    return Math.hypot(y, x) * kmPerDegree <= (withinKm ?? 0);
  };
}

function inBox(box: unknown): IsInside {
  const { west = 0, south = 0, east = 0, north = 0 } = Object(box) as Record<string, number>;
  return ({ lat, lon }) =>
    lat >= south &&
    lat <= north &&
    (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
}

/** In the smallest box around all outlines, because an index answers boxes. */
function aroundOutlines(geometry: unknown): IsInside {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  widen(box, (Object(geometry) as Args).coordinates);
  return inBox(box);
}

/** Widens a box by coordinates of GeoJSON: a position, or lists of lists of them. */
function widen(box: Record<'west' | 'south' | 'east' | 'north', number>, coordinates: unknown) {
  if (!Array.isArray(coordinates)) return;
  const [lon, lat] = coordinates;
  if (typeof lon !== 'number') {
    for (const each of coordinates) widen(box, each);
    return;
  }
  box.west = Math.min(box.west, lon);
  box.east = Math.max(box.east, lon);
  box.south = Math.min(box.south, Number(lat));
  box.north = Math.max(box.north, Number(lat));
}
