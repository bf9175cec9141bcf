import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Point } from '../../values/point.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import type { OccurredColumns } from '../stage/dates.ts';
import { noteDates } from './date-contradictions.ts';

/**
 * Lists where columns of a row contradict each other, and codes that say something about the row
 * which no field of a claim can hold. The row is imported as it is.
 */
export function noteContradictions(
  row: CsvRow,
  occurred: OccurredColumns | null,
  point: Point | null,
  note: NoteIssue,
): void {
  const cell = (column: string) => cleanSpacing(row.get(column) ?? '');
  const add = (kind: string, column: string, reason: string) =>
    note({ kind, column, value: excerpt(cell(column)), reason });
  noteDates(cell, occurred, add);
  if (!['1', '2'].includes(cell('event_clarity')))
    add(
      'BAD_CODE',
      'event_clarity',
      'The codebook has 1 and 2. The event was taken as a single one.',
    );
  const status = cell('code_status');
  if (status !== '' && !/^clear$/i.test(status))
    add('NOT_CLEAR', 'code_status', 'UCDP marks this row as not final.');
  if (cell('type_of_violence') === '3' && !/^(civilians)?$/i.test(cell('side_b')))
    add('SIDES_CONTRADICT', 'side_b', 'In one-sided violence, side_b is civilians.');
  const dyad = ['side_a', 'side_b'].map(cell).join(' - ');
  if (cell('dyad_name') !== '' && isOther(cell('dyad_name'), dyad))
    add('SIDES_CONTRADICT', 'dyad_name', `The sides are ${dyad}. These were imported.`);
  if (point && isElsewhere(cell('geom_wkt'), point))
    add(
      'POINT_CONTRADICTS',
      'geom_wkt',
      `latitude and longitude are ${point.lat}, ${point.lon}. These were imported.`,
    );
  if (cell('where_prec') === '3' && cell('adm_2') === '')
    add('PLACE_CONTRADICTS', 'adm_2', 'where_prec 3 means a district, but the row names none.');
  if (cell('where_prec') === '4' && cell('adm_1') === '')
    add('PLACE_CONTRADICTS', 'adm_1', 'where_prec 4 means a governorate, but the row names none.');
}

/** Spaces and dashes differ between columns without meaning. */
const isOther = (one: string, other: string): boolean => plain(one) !== plain(other);
const plain = (text: string): string => normalizeForComparison(text).replace(/[\s–-]+/g, ' ');

/** Whether a text such as `POINT (36.25 32.5)` is more than about 1 km from a point. */
function isElsewhere(text: string, { lat, lon }: Point): boolean {
  const [, x, y] = /^POINT\s*\((-?[\d.]+)\s+(-?[\d.]+)\)$/i.exec(text) ?? [];
  if (x === undefined) return false;
  return Math.abs(Number(x) - lon) > 0.01 || Math.abs(Number(y) - lat) > 0.01;
}
