/** Civil days as text, `YYYY-MM-DD`, and as numbers: days since 1970-01-01. */

const millisecondsOfDay = 86_400_000;

/** The number of a day. Undefined: the text is not a day, such as `2018-02-30`. */
export function dayNumber(text: string | null | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || dayText(time / millisecondsOfDay) !== day) return undefined;
  return time / millisecondsOfDay;
}

/** The text of a day. */
export const dayText = (day: number): string =>
  new Date(Math.floor(day) * millisecondsOfDay).toISOString().slice(0, 10);

/** The first or last day of a typed year, month or day: `2018-06` is 1 or 30 June. */
export function dayOfTyped(text: string, end: 'first' | 'last'): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?\s*$/.exec(text) ?? [];
  if (!year) return undefined;
  if (day) return validDay(`${year}-${pad(month)}-${pad(day)}`);
  if (end === 'first') return validDay(`${year}-${pad(month ?? '1')}-01`);
  const monthNumber = Number(month ?? 12);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  return new Date(Date.UTC(Number(year), monthNumber, 0)).toISOString().slice(0, 10);
}

const pad = (number = ''): string => number.padStart(2, '0');
const validDay = (text: string): string | undefined =>
  dayNumber(text) === undefined ? undefined : text;
