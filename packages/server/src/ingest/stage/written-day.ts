import { isCalendarDay } from '../../values/days.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A time of day that some programs write after a day. It never moves the day. */
const timeOfDay = /(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A day, `YYYY-MM-DD`, from `2018-07-05`, with a time of day or without, or `5 July 2018`.
 * Undefined: it is not one.
 */
export function parseWrittenDay(text: string): string | undefined {
  const [, day = '', monthName = '', year] =
    /^(\d{1,2})\.?[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/.exec(text.trim()) ?? [];
  const month = months.findIndex((name) =>
    [name, name.slice(0, 3)].includes(monthName.toLowerCase()),
  );
  const iso =
    month >= 0
      ? `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
      : text.trim().replace(timeOfDay, '');
  return isCalendarDay(iso) ? iso : undefined;
}
