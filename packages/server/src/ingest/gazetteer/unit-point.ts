import type { Point } from '../../values/point.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import { parseDegrees } from '../read/numbers.ts';
import type { UnitRowColumns } from './unit-columns.ts';

/** The point that the columns of a unit give, WGS 84. Null, with an issue if they have text. */
export function unitPoint({ latitude, longitude }: UnitRowColumns, note: NoteIssue): Point | null {
  const [lat, lon] = [degrees(latitude, 90), degrees(longitude, 180)];
  if (lat !== undefined && lon !== undefined) return { lat, lon };
  if (latitude !== '' || longitude !== '')
    note({
      kind: 'BAD_POINT',
      column: 'latitude',
      value: excerpt(`${latitude}, ${longitude}`),
      reason: 'This is not a point in WGS 84 (decimal degrees). It was imported without a point.',
    });
  return null;
}

/** Degrees have no thousands, so either sign is that of decimals. */
const degrees = (text: string, max: 90 | 180): number | undefined =>
  parseDegrees(text, max, '.') ?? parseDegrees(text, max, ',');
