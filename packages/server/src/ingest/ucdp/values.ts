import { isCalendarDay } from '../../values/days.ts';
import type { CsvRow } from '../read/csv.ts';

/** Something of a row that was mended or left out. */
export interface Issue {
  kind: string;
  column: string | null;
  value: string | null;
  reason: string;
}

export type Note = (issue: Issue) => void;

/** The day in a cell that may have a time of midnight behind it; null and a note when there is none. */
export function dayOf(row: CsvRow, column: string, note: Note): string | null {
  const text = (row.get(column) ?? '').trim();
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:[ T]00:00:00(?:\.0+)?)?$/.exec(text) ?? [];
  if (day && isCalendarDay(day)) return day;
  note({
    kind: 'BAD_DATE',
    column,
    value: text || null,
    reason: 'This is no day of the calendar; it was left out.',
  });
  return null;
}

const greatest = 2 ** 31 - 1;

/** The whole number, 0 or more, in a cell; null and a note when there is none. */
export function countOf(row: CsvRow, column: string, note: Note): number | null {
  const text = (row.get(column) ?? '').trim();
  if (/^\d{1,10}$/.test(text) && Number(text) <= greatest) return Number(text);
  note({
    kind: 'BAD_NUMBER',
    column,
    value: text || null,
    reason: 'This is no whole number from 0 on; it was left out.',
  });
  return null;
}

/** The row's point, WGS 84; null and a note when it has none that can be. */
export function pointOf(row: CsvRow, note: Note): { lat: number; lon: number } | null {
  const [lat, lon] = ['latitude', 'longitude'].map((column) => degrees(row.get(column)));
  if (lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180)
    return { lat, lon };
  const value = `${row.get('latitude') ?? ''}, ${row.get('longitude') ?? ''}`;
  note({
    kind: 'BAD_POINT',
    column: 'latitude',
    value,
    reason: 'This is no point on WGS 84; the claim has none.',
  });
  return null;
}

const degrees = (text = ''): number | undefined =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
