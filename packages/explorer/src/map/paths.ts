import { flatten } from './mercator.ts';

/** Paths are made once, on a world of this width, and scaled by the canvas. */
export const pathWorld = 1_000;

/** The outline of polygons on the flat map. It does not matter which way their rings turn. */
export function pathOf(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon): Path2D {
  const path = new Path2D();
  for (const ring of ringsOf(shape)) {
    ring.forEach(([lon = 0, lat = 0], i) => {
      const [x, y] = flatten({ lat, lon });
      if (i) path.lineTo(x * pathWorld, y * pathWorld);
      else path.moveTo(x * pathWorld, y * pathWorld);
    });
    path.closePath();
  }
  return path;
}

/** The rings of polygons, as they are drawn on the flat map. */
export function ringsOf(
  shape: GeoJSON.Polygon | GeoJSON.MultiPolygon,
): (readonly GeoJSON.Position[])[] {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return polygons.flat().flatMap((ring) => copiesOf(unwrap(ring)));
}

/**
 * A ring without jumps at the antimeridian: its longitudes go beyond 180. A ring around a pole is
 * closed along the pole.
 */
export function unwrap(ring: readonly GeoJSON.Position[]): GeoJSON.Position[] {
  let shift = 0;
  let before = ring[0]?.[0] ?? 0;
  const unwrapped = ring.map(([lon = 0, lat = 0]) => {
    if (lon - before > 180) shift -= 360;
    if (before - lon > 180) shift += 360;
    before = lon;
    return [lon + shift, lat];
  });
  const [first, last] = [unwrapped[0], unwrapped.at(-1)];
  if (shift === 0 || !first || !last) return unwrapped;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...unwrapped, [last[0] ?? 0, pole], [first[0] ?? 0, pole]];
}

/** What goes beyond one edge of the map appears at the other one, too. */
function copiesOf(ring: readonly GeoJSON.Position[]): (readonly GeoJSON.Position[])[] {
  const shifted = (by: number) => ring.map(([lon = 0, lat = 0]) => [lon + by, lat]);
  const isBeyond = (edge: 1 | -1) => ring.some(([lon = 0]) => lon * edge > 180.001);
  return [ring, ...(isBeyond(1) ? [shifted(-360)] : []), ...(isBeyond(-1) ? [shifted(360)] : [])];
}
