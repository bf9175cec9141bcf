import { dayNumber, dayText } from '../state/days.ts';

/** A day, a month, a year or a part of a month, with its first and last day. */
export interface DateUnit {
  readonly edtf: string;
  readonly first: string;
  readonly last: string;
}

const pad = (number: string): string => number.padStart(2, '0');

/** A year, a month or a day. Undefined: the calendar does not have it. */
export function unitOf(year: string, month?: string, day?: string): DateUnit | undefined {
  if (!month) return { edtf: year, first: `${year}-01-01`, last: `${year}-12-31` };
  const prefix = `${year}-${pad(month)}`;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (!day)
    return { edtf: prefix, first: `${prefix}-01`, last: lastDayOf(Number(year), Number(month)) };
  const text = `${prefix}-${pad(day)}`;
  return dayNumber(text) === undefined ? undefined : { edtf: text, first: text, last: text };
}

/** Which days of a month are its early, middle and late part: ten each, and the rest. */
export function partOf(unit: DateUnit, part: 'early' | 'mid' | 'late'): DateUnit | undefined {
  if (!/^\d{4}-\d\d$/.test(unit.edtf)) return undefined;
  const [from, to] = { early: ['01', '10'], mid: ['11', '20'], late: ['21', ''] }[part];
  const first = `${unit.edtf}-${from}`;
  const last = to ? `${unit.edtf}-${to}` : unit.last;
  return { edtf: `${first}/${last}`, first, last };
}

/** The year, month or day before or after a unit. Part of a month: the day. */
export function textBeside({ edtf, first, last }: DateUnit, step: 1 | -1): string {
  const day = dayText((dayNumber(step < 0 ? first : last) ?? 0) + step);
  return edtf.includes('/') ? day : day.slice(0, edtf.length);
}

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
