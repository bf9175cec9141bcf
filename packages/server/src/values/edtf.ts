import parse, { type Extended } from 'edtf';

/** What an EDTF text says by itself, without anything that its writer adds. Days are `YYYY-MM-DD`. */
export interface Reading {
  interval: boolean;
  approximate: boolean;
  uncertain: boolean;
  timeOfDay: boolean;
  /** The first and last day the text names; null: open or not known. */
  first: string | null;
  last: string | null;
  /** Whether those days are bounds. `~` and seasons name days without bounding them. */
  firm: boolean;
}

const oneOfTheseDays = /^\[(\S+)\.\.(\S+)\]$/;

const day = (moment: number | null): string | null =>
  moment === null || !Number.isFinite(moment) ? null : new Date(moment).toISOString().slice(0, 10);

/** PostgreSQL and this house count years in four digits. */
const within = ({ min, max }: Extended): boolean => {
  const [from, to] = [Date.parse('0001-01-01'), Date.parse('9999-12-31T23:59:59.999Z')];
  return [min, max].every((side) => side === null || Math.abs(side) === Number.POSITIVE_INFINITY || (side >= from && side <= to));
};

/** Reads ISO 8601-2 level 1, and of level 2 `[a..b]`. @throws Error with words for a person when it is no such date. */
export function readEdtf(text: string): Reading {
  const span = oneOfTheseDays.exec(text);
  if (span) return oneOf(date(span[1]!), date(span[2]!));
  const whole = library(text);
  if (whole.type === 'Set' || whole.type === 'List') throw new Error('of level 2 only "[a..b]" is understood, one day of these');
  const sides =
    whole.type === 'Interval' ? [whole.lower, whole.upper].filter((side) => typeof side === 'object' && side !== null) : [whole];
  return {
    interval: whole.type === 'Interval',
    approximate: sides.some((side) => !!side.approximate?.value),
    uncertain: sides.some((side) => !!side.uncertain?.value),
    timeOfDay: whole.type === 'Date' && whole.precision === 0,
    first: day(whole.min),
    last: day(whole.max),
    firm: sides.every((side) => !side.approximate?.value && side.type !== 'Season'),
  };
}

function oneOf(from: Reading, to: Reading): Reading {
  if (from.interval || to.interval) throw new Error('"[a..b]" takes two dates');
  if (from.first! > to.last!) throw new Error('it ends before it starts');
  return {
    interval: false,
    approximate: from.approximate || to.approximate,
    uncertain: from.uncertain || to.uncertain,
    timeOfDay: false,
    first: from.first,
    last: to.last,
    firm: from.firm && to.firm,
  };
}

const date = (text: string): Reading => readEdtf(text.startsWith('[') ? '' : text);

function library(text: string): Extended {
  let found: Extended;
  try {
    found = parse(text);
  } catch (error) {
    const reason =
      error instanceof Error && /upper bound/.test(error.message) ? 'it ends before it starts' : 'there is no such date in EDTF';
    throw new Error(reason);
  }
  if (!within(found) || found.type === 'Year' || found.type === 'Century' || found.type === 'Decade')
    throw new Error('the year must be from 0001 to 9999');
  return found;
}
