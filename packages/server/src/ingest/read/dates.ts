import { isCalendarDay } from '../../values/days.ts';
import { type EdtfReading, readEdtf } from '../../values/edtf.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import { monthNumber, monthPattern, withOneMonthName } from './months.ts';
import { withAsciiDigits, withoutTextMark } from './numbers.ts';

/** Forms of days. Any of `/ . -` may be between the parts; the form says their order. */
export const dateForms = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
  'MM.DD.YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'YYYYMMDD',
] as const;
export type DateForm = (typeof dateForms)[number];

/** What a text says about time. */
export interface WrittenDate {
  /** A date or an interval. */
  edtf: string;
  /** The bounds, `YYYY-MM-DD`. Null: that side is open, unknown, or has no sure bound. */
  first: string | null;
  last: string | null;
  approximate: boolean;
  uncertain: boolean;
  /** Whether its bounds are all that it says. `~` and seasons name days without bounding them. */
  firm: boolean;
}

/** Whether the years of a date are no years of conflicts in the Gregorian calendar. */
export const isOfOtherCalendar = ({ edtf }: WrittenDate): boolean =>
  edtf.split('/').some((side) => /^(?:1[0-4]|2[4-9]|[03-9]\d)[\dX]{2}/.test(side));

/**
 * Reads a date or an interval: EDTF, ISO 8601 with a time of day and an offset, days in `form`,
 * months and years, names of months, and two of these with a dash, `to` or `/` between
 * them. An offset never moves the day that is written. Nothing is made up: "early July
 * 2018" is July 2018, approximately, without bounds.
 *
 * @returns undefined if it is anything else.
 */
export function parseDate(text: string, form: DateForm): WrittenDate | undefined {
  const date = withOneMonthName(withoutTextMark(withAsciiDigits(cleanSpacing(text))))
    .replace(/^(\d{4})\.0+$/, '$1')
    .replace(dayWithOffset, '$1');
  const edtf = edtfOf(date, form) ?? rangeOf(date, form);
  return edtf === undefined ? undefined : readDate(edtf);
}

/** The interval from one date to another. Null: that side is not known. */
export function intervalOf(
  from: WrittenDate | null,
  to: WrittenDate | null,
): WrittenDate | undefined {
  if (from && to && from.edtf === to.edtf) return from;
  const side = (date: WrittenDate | null, bound: 'first' | 'last') =>
    date?.edtf.includes('/') ? (date[bound] ?? '') : (date?.edtf ?? '');
  return readDate(`${side(from, 'first')}/${side(to, 'last')}`);
}

function readDate(edtf: string): WrittenDate | undefined {
  // Most dates are days, and the library takes much longer.
  if (isCalendarDay(edtf))
    return { edtf, first: edtf, last: edtf, approximate: false, uncertain: false, firm: true };
  let reading: EdtfReading;
  try {
    reading = readEdtf(edtf);
  } catch {
    return undefined;
  }
  const { first, last, firm, approximate, uncertain } = reading;
  if (first === null && last === null) return undefined;
  return {
    edtf,
    first: firm ? first : null,
    last: firm ? last : null,
    approximate,
    uncertain,
    firm,
  };
}

/** A day of XML Schema: 2018-07-05Z, 2018-07-05+03:00. */
const dayWithOffset = /^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/;

/** A time of day, which may have an offset from UTC, after a day. */
const timeOfDay = new RegExp(
  '(?<=\\d)(?:T|,? )\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?' +
    '(?: ?[AP]\\.?M\\.?)?(?: ?(?:Z|UTC|GMT))?(?: ?[+-]\\d\\d(?::?\\d\\d)?)?$',
  'i',
);

/** What makes a date approximate. */
const qualifier = new RegExp(
  '^(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of|around|about|circa|ca?\\.|' +
    'approx\\.|approximately|roughly|~)[ -]*(?=[\\p{L}\\d])',
  'iu',
);

/** One date as EDTF, or an interval that is EDTF already. */
function edtfOf(text: string, form: DateForm): string | undefined {
  const approximately = qualifier.exec(text)?.[0];
  if (approximately) {
    const edtf = edtfOf(text.slice(approximately.length), form);
    return edtf && /^[\d-]+$/.test(edtf) ? `${edtf}~` : undefined;
  }
  const date = text
    .replace(timeOfDay, '')
    .replace(/^(?:on|in|during) /i, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i, '');
  if (readDate(date)) return date;
  return (
    numericDate(date, form) ?? dateWithMonthName(date) ?? seasonOf(date) ?? openDate(date, form)
  );
}

const two = (digits: string): string => digits.padStart(2, '0');
const day = (year: string, month: string, dayOfMonth: string): string | undefined => {
  const edtf = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return isCalendarDay(edtf) ? edtf : undefined;
};
const month = (year: string, number: string): string | undefined =>
  day(year, number, '1')?.slice(0, 7);

function numericDate(text: string, form: DateForm): string | undefined {
  const [, a = '', , b = '', c = ''] = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text) ?? [];
  if (a.length === 4 && c.length <= 2) return day(a, b, c);
  if (a.length <= 2 && c.length === 4) {
    if (form.startsWith('DD')) return day(c, b, a);
    if (form.startsWith('MM')) return day(c, a, b);
  }
  const [, y = '', m = '', d = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (form === 'YYYYMMDD' && y) return day(y, m, d);
  const [, monthFirst, yearLast] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (monthFirst && yearLast) return month(yearLast, monthFirst);
  // A number such as 2031.1 may have been 2031.10, so a point needs two digits after it.
  const [, yearFirst, monthLast] = /^(\d{4})(?:[-/](?=\d)|\.(?=\d\d))(\d{1,2})$/.exec(text) ?? [];
  return yearFirst && monthLast ? month(yearFirst, monthLast) : undefined;
}

const gap = '(?:[ ./-]|, )*(?:of )?';
const ordinal = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const monthName = `(?<name>${monthPattern})`;
const year = '(?<year>\\d{4})';
const datesWithMonthNames = [
  `^${ordinal}${gap}${monthName}${gap}${year}$`,
  `^${monthName}${gap}${ordinal},?${gap}${year}$`,
  `^${monthName}${gap}${year}$`,
  `^${year}${gap}${monthName}$`,
].map((pattern) => new RegExp(pattern, 'i'));

/** `5 July 2018`, `05-Jul-2018`, `July 5th, 2018`, `Jul 2018`. */
function dateWithMonthName(text: string): string | undefined {
  for (const pattern of datesWithMonthNames) {
    const parts = pattern.exec(text)?.groups;
    if (!parts?.name || !parts.year) continue;
    const number = String(monthNumber(parts.name));
    return parts.day ? day(parts.year, number, parts.day) : month(parts.year, number);
  }
  return undefined;
}

const seasons = ['spring', 'summer', 'autumn', 'winter'];

/** `summer 2018` is 2018-22 in EDTF. */
function seasonOf(text: string): string | undefined {
  const [, season = '', year] =
    /^(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/i.exec(text) ?? [];
  const number = seasons.indexOf(season.toLowerCase().replace('fall', 'autumn'));
  return year && `${year}-${21 + number}`;
}

/** `since 5 July 2018`, `until July 2018` */
function openDate(text: string, form: DateForm): string | undefined {
  const [, word = '', date = ''] = /^(since|from|until|till|up to) (.+)$/i.exec(text) ?? [];
  const edtf = date && edtfOf(date, form);
  if (!edtf || edtf.includes('/')) return undefined;
  return /^(?:since|from)$/i.test(word) ? `${edtf}/..` : `../${edtf}`;
}

/** What may be between the sides of an interval. */
const separators = [
  /\s+(?:[-/\u2013\u2014]|to|until|till|through|and)\s+/i,
  /\s*[\u2013\u2014]\s*/,
  /\s*\/\s*/,
  /\s*-\s*/,
];

/** The interval between two dates. The first may leave out what the second says. */
function rangeOf(text: string, form: DateForm): string | undefined {
  const range = text.replace(/^(?:from|between) /i, '');
  for (const separator of separators) {
    const [from, to, ...more] = range.split(separator);
    if (!from || !to || more.length > 0) continue;
    const last = edtfOf(to, form) ?? lastInMonth(from, to, form);
    if (last === undefined || last.includes('/')) continue;
    const rest = to.replace(/^\d{1,2}(?:st|nd|rd|th)?/i, '');
    const isDayOnly = /^\d{1,2}(?:st|nd|rd|th)?$/i.test(from);
    const first = isDayOnly
      ? /^\D*\p{L}/u.test(rest) && edtfOf(`${from}${rest}`, form)
      : (edtfOf(from, form) ??
        (/\p{L}/u.test(from) && edtfOf(`${from} ${last.slice(0, 4)}`, form)));
    if (first && !first.includes('/')) return `${first}/${last}`;
  }
  return undefined;
}

/** `June 21-24, 2017`: the second side has only a day and the year. */
function lastInMonth(from: string, to: string, form: DateForm): string | undefined {
  const [, name] = new RegExp(`^(${monthPattern}) \\d{1,2}$`, 'i').exec(from) ?? [];
  return name && /^\d{1,2}(?:st|nd|rd|th)?,? \d{4}$/.test(to)
    ? edtfOf(`${name} ${to}`, form)
    : undefined;
}
