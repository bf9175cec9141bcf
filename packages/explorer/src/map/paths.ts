import { flatten } from './mercator.ts';

/** Paths are made once, on a world of this width, and scaled by the canvas. */
export const pathWorld = 1_000;

/** The outline of polygons on the flat map. Rings are drawn as they are, whichever way they turn. */
export function pathOf(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon): Path2D {
  const path = new Path2D();
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  for (const ring of polygons.flat()) {
    ring.forEach(([lon = 0, lat = 0], i) => {
      const [x, y] = flatten({ lat, lon });
      if (i) path.lineTo(x * pathWorld, y * pathWorld);
      else path.moveTo(x * pathWorld, y * pathWorld);
    });
    path.closePath();
  }
  return path;
}
