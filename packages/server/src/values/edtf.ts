import parse, { type Extended } from 'edtf';
import { isCalendarDay } from './days.ts';

/** What an EDTF text says, without the bounds that its writer may add. Days are `YYYY-MM-DD`. */
export interface EdtfReading {
  interval: boolean;
  approximate: boolean;
  uncertain: boolean;
  timeOfDay: boolean;
  /** The first and last day of the text. Null: that side is open or unknown. */
  first: string | null;
  last: string | null;
  /** Whether those days are bounds. `~` and seasons name days without bounding them. */
  firm: boolean;
  /** Whether it has a season, whose days depend on the place and on the speaker. */
  season: boolean;
}

/**
 * Reads EDTF (ISO 8601-2) level 1, and `[a..b]` of level 2.
 * @throws Error with a message for the writer when it is not such a date.
 */
export function readEdtf(text: string): EdtfReading {
  const [, from, to] = /^\[([^[\]/]+?)\.\.([^[\]/]+)\]$/.exec(text) ?? [];
  if (from && to) return { ...span(one(from), one(to)), interval: false };
  const sides = text.split('/');
  if (sides.length === 1) return one(text);
  if (sides.length > 2) throw new Error('an interval has two sides');
  return span(
    ...(sides.map((side) => (side === '' || side === '..' ? undefined : one(side))) as [
      EdtfReading?,
      EdtfReading?,
    ]),
  );
}

/** The interval between two dates. A side that is undefined is open or unknown. */
function span(from: EdtfReading | undefined, to: EdtfReading | undefined): EdtfReading {
  if (from && to && from.first! > to.last!) throw new Error('the interval ends before it starts');
  const sides = [from, to].filter((side) => side !== undefined);
  return {
    interval: true,
    approximate: sides.some((side) => side.approximate),
    uncertain: sides.some((side) => side.uncertain),
    timeOfDay: false,
    first: from?.first ?? null,
    last: to?.last ?? null,
    firm: sides.every((side) => side.firm),
    season: sides.some((side) => side.season),
  };
}

/**
 * The forms of level 1 with a year of four digits. The library would read other numbers as
 * milliseconds.
 */
const levelOneDate =
  /^(\d{4}|\d{3}X|\d{2}XX|\d{4}-(\d{2}|XX)|\d{4}-\d{2}-(\d{2}|XX)|\d{4}-XX-XX)[?~%]?$/;
const levelOneTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}(:\d{2})?)?$/;

const notEdtf = () => new Error('it is not a valid EDTF date');

/** What most texts are. The library, which would read it alike, needs a fifth of a millisecond. */
const calendarDay = (day: string): EdtfReading => ({
  interval: false,
  approximate: false,
  uncertain: false,
  timeOfDay: false,
  first: day,
  last: day,
  firm: true,
  season: false,
});

function one(text: string): EdtfReading {
  if (isCalendarDay(text)) return calendarDay(text);
  if (!levelOneDate.test(text) && !levelOneTime.test(text)) throw notEdtf();
  let date: Extended;
  try {
    date = parse(text);
  } catch {
    throw notEdtf();
  }
  if (date.type === 'Set' || date.type === 'List')
    throw new Error('from EDTF level 2, only "[a..b]" (one of these days) is supported');
  if (date.type !== 'Date' && date.type !== 'Season')
    throw new Error('the year must be from 0001 to 9999');
  // The library accepts 29 February of any year, and converts a time with an offset to UTC. The day
  // is the one that is written.
  const written = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (written && !isCalendarDay(written)) throw notEdtf();
  const [first, last] = written ? [written, written] : [dayOf(date.min), dayOf(date.max)];
  return {
    interval: false,
    approximate: !!date.approximate?.value,
    uncertain: !!date.uncertain?.value,
    timeOfDay: date.type === 'Date' && date.precision === 0,
    first,
    last,
    firm: !date.approximate?.value && date.type !== 'Season',
    season: date.type === 'Season',
  };
}

/** Years have four digits here and in the columns of PostgreSQL. */
function dayOf(moment: number | null): string {
  const day = Number.isFinite(moment) ? new Date(moment!).toISOString().slice(0, 10) : '';
  if (!isCalendarDay(day)) throw new Error('the year must be from 0001 to 9999');
  return day;
}

/**
 * The days between which a writer may bound the date. A season of a year may begin in the year
 * before, and end in the year after: summer is in December south of the equator.
 */
export function daysAround({
  first,
  last,
  season,
}: EdtfReading): Pick<EdtfReading, 'first' | 'last'> {
  if (!season) return { first, last };
  const yearOf = (day: string, by: number) =>
    String(Math.min(9999, Math.max(1, Number(day.slice(0, 4)) + by))).padStart(4, '0');
  return {
    first: first && `${yearOf(first, -1)}-01-01`,
    last: last && `${yearOf(last, 1)}-12-31`,
  };
}
