import type { LatLon } from '../data/mark.ts';

/** A position on the flat map: the world is 1 wide, north is 0. */
export type Flat = readonly [x: number, y: number];

/** What part of the world is in view: its center, and how many pixels the world is wide. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** The size of the map on the screen, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const maxLatitude = 85;
const earthKm = 40_075;

/** Projects a position (web Mercator). */
export function flatten({ lat, lon }: LatLon): Flat {
  const phi = (Math.max(-maxLatitude, Math.min(maxLatitude, lat)) * Math.PI) / 180;
  return [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
}

/** The length on the flat map of kilometres at a latitude. */
export const flatLength = (km: number, lat: number): number =>
  km / (earthKm * Math.cos((Math.min(Math.abs(lat), maxLatitude) * Math.PI) / 180));

/** Where a flat position is on the screen. */
export const onScreen = ([x, y]: Flat, view: View, { width, height }: Size): Flat => [
  (x - view.x) * view.k + width / 2,
  (y - view.y) * view.k + height / 2,
];

/** How much more than the map is drawn at each side, as a share, so that it can be dragged. */
export const marginShare = 0.25;

/** The size of the drawing: the map with its margin. */
export const withMargin = ({ width, height }: Size): Size => ({
  width: width * (1 + 2 * marginShare),
  height: height * (1 + 2 * marginShare),
});

export const minScale = 500;
export const maxScale = 4_000_000;

/** A view of the same center line that is nearer by a factor, with a screen position fixed. */
export function zoom(view: View, factor: number, at: Flat, { width, height }: Size): View {
  const k = Math.max(minScale, Math.min(maxScale, view.k * factor));
  const [dx, dy] = [at[0] - width / 2, at[1] - height / 2];
  return {
    x: view.x + dx / view.k - dx / k,
    y: view.y + dy / view.k - dy / k,
    k,
  };
}

/** The view that shows all positions, but is not nearer than a district. */
export function fit(positions: readonly Flat[], { width, height }: Size): View {
  if (positions.length === 0) return { x: 0.5, y: 0.4, k: Math.max(minScale, width) };
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const [left, right] = bounds(xs);
  const [top, bottom] = bounds(ys);
  const air = 0.88;
  const k = Math.min(
    (width * air) / Math.max(right - left, 1e-9),
    (height * air) / Math.max(bottom - top, 1e-9),
    200_000,
  );
  return { x: (left + right) / 2, y: (top + bottom) / 2, k: Math.max(k, minScale) };
}

const bounds = (values: readonly number[]): Flat =>
  values.reduce<Flat>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
