import type { Point } from '../../values/point.ts';
import type { UnitRowColumns } from './unit-columns.ts';

/** The point that the columns of a unit give, WGS 84. Null: they give none. */
export function unitPoint({ latitude, longitude }: UnitRowColumns): Point | null {
  const [lat, lon] = [degrees(latitude), degrees(longitude)];
  return lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    ? { lat, lon }
    : null;
}

const degrees = (text: string): number | null =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
