import type { LatLon } from '../data/mark.ts';
import { type Flat, flatten } from './mercator.ts';

/** The center of an area's largest part: where its number is written, not where it happened. */
export function centroid(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon): LatLon {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const parts = polygons.map(([outer = []]) => centerOf(outer));
  const largest = parts.reduce((a, b) => (b.area > a.area ? b : a));
  return { lat: largest.lat, lon: largest.lon };
}

function centerOf(ring: readonly GeoJSON.Position[]) {
  let [area, sumX, sumY] = [0, 0, 0];
  ring.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    const cross = x * nextY - nextX * y;
    area += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  });
  const [firstX = 0, firstY = 0] = ring[0] ?? [];
  return area === 0
    ? { area, lon: firstX, lat: firstY }
    : { area: Math.abs(area / 2), lon: sumX / (3 * area), lat: sumY / (3 * area) };
}

/** Two corners of the smallest box around an area, on the flat map. */
export function cornersOf(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon): readonly Flat[] {
  const positions = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flat(2);
  const range = (i: 0 | 1) =>
    positions.reduce<Flat>(
      ([low, high], position) => [
        Math.min(low, position[i] ?? low),
        Math.max(high, position[i] ?? high),
      ],
      [Infinity, -Infinity],
    );
  const [west, east] = range(0);
  const [south, north] = range(1);
  return [flatten({ lat: north, lon: west }), flatten({ lat: south, lon: east })];
}
