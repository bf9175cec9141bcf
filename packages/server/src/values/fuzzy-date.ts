import { Field, InputType } from 'type-graphql';
import { Day, Enum, Flag, Rules, Text, Value } from './columns.ts';
import { isCalendarDay } from './days.ts';
import { daysAround, type EdtfReading, readEdtf } from './edtf.ts';
import { Basis, DatePrecision, Extent } from './enums.ts';
import { badInput, Issues, type Path } from './errors.ts';
import { TextOf } from './input-fields.ts';
import { Edtf } from './scalars.ts';

const ordered = (column: (property: string) => string): [string, string] => [
  'order',
  `${column('earliest')} <= ${column('latest')}`,
];

@Value('One moment or day, as precisely as it is known.')
@Rules(ordered)
export class FuzzyDate {
  @Text({
    max: 200,
    type: () => Edtf,
    description: 'The date in EDTF (ISO 8601-2), as the writer gave it.',
  })
  edtf: string;

  @Day({
    nullable: true,
    description:
      'The first possible civil day, `YYYY-MM-DD`. Null: unknown, or approximate without stated ' +
      'bounds.',
  })
  earliest: string | null;

  @Day({
    nullable: true,
    description:
      'The last possible civil day, `YYYY-MM-DD`. Null: unknown, or approximate without stated ' +
      'bounds. Filters treat a date without bounds as undated.',
  })
  latest: string | null;

  @Enum(() => DatePrecision, {
    description: 'The width of the range from `earliest` to `latest`, as a unit of time.',
  })
  precision: DatePrecision;

  @Flag({
    description:
      'Whether the date is approximate (EDTF `~`). EDTF does not define how wide `~` is.',
  })
  approximate: boolean;

  @Flag({ description: 'Whether the date is uncertain (EDTF `?`).' })
  uncertain: boolean;

  @Enum(() => Basis, {
    description: 'Whether the report states the date or the analyst inferred it.',
  })
  basis: Basis;

  @Text({ nullable: true, description: 'The date as the report words it. Null: not recorded.' })
  asWritten: string | null;
}

@Value('An interval of time, as precisely as it is known.')
@Rules(ordered)
export class FuzzyInterval {
  @Text({
    max: 200,
    type: () => Edtf,
    description: 'The date or interval in EDTF (ISO 8601-2), as the writer gave it.',
  })
  edtf: string;

  @Day({
    nullable: true,
    description:
      'The first possible civil day of the interval, `YYYY-MM-DD`. Null: the start is unknown.',
  })
  earliest: string | null;

  @Day({
    nullable: true,
    description:
      'The last possible civil day of the interval, `YYYY-MM-DD`. Null: the end is unknown ' +
      '(`edtf` ends in `/`) or open (`/..`).',
  })
  latest: string | null;

  @Enum(() => DatePrecision, {
    description: 'The width of the range from `earliest` to `latest`, as a unit of time.',
  })
  precision: DatePrecision;

  @Flag({ description: 'Whether the start or the end is approximate (EDTF `~`).' })
  approximate: boolean;

  @Flag({ description: 'Whether the start or the end is uncertain (EDTF `?`).' })
  uncertain: boolean;

  @Enum(() => Extent, {
    description:
      'Whether what is described happened at some time in the interval, or held throughout.',
  })
  extent: Extent;

  @Enum(() => Basis, {
    description: 'Whether the report states the interval or the analyst inferred it.',
  })
  basis: Basis;

  @Text({ nullable: true, description: 'The interval as the report words it. Null: not recorded.' })
  asWritten: string | null;
}

@InputType({
  description:
    'A moment or day. Give both bounds for an approximate date (`~`) or a season (`2018-22`). ' +
    'Without bounds, filters treat the date as undated, and the write has a warning.',
})
export class FuzzyDateInput {
  @Field(() => Edtf, { description: 'One date in EDTF (ISO 8601-2), such as `2018-07-10~`.' })
  edtf: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The first possible civil day, `YYYY-MM-DD`. If omitted, the day is derived from `edtf` ' +
      'where that has bounds.',
  })
  earliest?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The last possible civil day, `YYYY-MM-DD`. If omitted, the day is derived from `edtf` ' +
      'where that has bounds.',
  })
  latest?: string | null;

  @Field(() => Basis, {
    defaultValue: Basis.STATED,
    description: 'Whether the report states the date or the analyst inferred it.',
  })
  basis: Basis = Basis.STATED;

  @TextOf(FuzzyDate, 'asWritten', {
    nullable: true,
    description: 'The date or interval as the report words it.',
  })
  asWritten?: string | null;
}

@InputType({ description: 'An interval of time, given as an EDTF date or interval.' })
export class FuzzyIntervalInput extends FuzzyDateInput {
  @Field(() => Edtf, {
    description:
      'A date or an interval in EDTF (ISO 8601-2), such as `2018-06-19/2018-07-10~` or ' +
      '`2018-06-19/..`.',
  })
  declare edtf: string;

  @Field(() => Extent, {
    defaultValue: Extent.WITHIN,
    description:
      'Whether what is described happened at some time in the interval, or held throughout.',
  })
  extent: Extent = Extent.WITHIN;
}

/** @throws Refusal that names `edtf`, `earliest` or `latest`. */
export function fuzzyDate(input: FuzzyDateInput, path: Path): FuzzyDate {
  return dateOf(input, path, (reading) => {
    if (!reading.interval) return reading;
    const message = `"${input.edtf}" is an interval; one date is wanted here.`;
    throw badInput({ path: [...path, 'edtf'], message });
  });
}

/** @throws Refusal that names `edtf`, `earliest` or `latest`. */
export const fuzzyInterval = (input: FuzzyIntervalInput, path: Path): FuzzyInterval => ({
  ...dateOf(input, path, (reading) => reading),
  extent: input.extent,
});

function dateOf(
  input: FuzzyDateInput,
  path: Path,
  check: (reading: EdtfReading) => EdtfReading,
): FuzzyDate {
  const issues = new Issues();
  const reading = issues.try(() => check(readText(input.edtf, path)));
  const given = {
    earliest: issues.try(() => civilDay(input.earliest, [...path, 'earliest'])) ?? null,
    latest: issues.try(() => civilDay(input.latest, [...path, 'latest'])) ?? null,
  };
  issues.throwIfAny();
  const { timeOfDay, approximate, uncertain } = reading!;
  const { earliest, latest } = boundsOf(input.edtf, reading!, given, path);
  return {
    edtf: input.edtf,
    earliest,
    latest,
    precision: timeOfDay ? DatePrecision.TIME : precisionOf(earliest, latest),
    approximate,
    uncertain,
    basis: input.basis,
    asWritten: input.asWritten ?? null,
  };
}

function readText(edtf: string, path: Path): EdtfReading {
  try {
    return readEdtf(edtf);
  } catch (error) {
    throw badInput({
      path: [...path, 'edtf'],
      message: `"${edtf}" cannot be read: ${(error as Error).message}.`,
    });
  }
}

type Bounds = Pick<FuzzyDate, 'earliest' | 'latest'>;

/**
 * The bounds of a date. Where its EDTF text has bounds, those that the writer gives must be the
 * same; where it has none, the writer’s count. Nothing is made up.
 */
function boundsOf(edtf: string, reading: EdtfReading, given: Bounds, path: Path): Bounds {
  const { first, last } = daysAround(reading);
  const { earliest, latest } = given;
  const refuse = (side: 'earliest' | 'latest', message: string): never => {
    throw badInput({ path: [...path, side], message });
  };
  if (earliest && latest && earliest > latest)
    refuse('latest', `latest (${latest}) is before earliest (${earliest}).`);
  if (reading.firm) {
    if (earliest && first && earliest !== first)
      refuse('earliest', `"${edtf}" starts on ${first}, not on ${earliest}.`);
    if (latest && last && latest !== last)
      refuse('latest', `"${edtf}" ends on ${last}, not on ${latest}.`);
    const bounds = { earliest: first ?? earliest, latest: last ?? latest };
    if (bounds.earliest && bounds.latest && bounds.earliest > bounds.latest)
      refuse(latest ? 'latest' : 'earliest', 'The interval ends before it starts.');
    return bounds;
  }
  if (earliest && last && earliest > last)
    refuse('earliest', `earliest (${earliest}) is after "${edtf}".`);
  if (latest && first && latest < first)
    refuse('latest', `latest (${latest}) is before "${edtf}".`);
  return given;
}

/**
 * A civil day, or null when none is given.
 * @throws Refusal if the calendar has no such day.
 */
export function civilDay(text: string | null | undefined, path: Path): string | null {
  if (text == null) return null;
  if (!isCalendarDay(text))
    throw badInput({
      path,
      message: `"${text.slice(0, 40)}" is not a calendar day. Write YYYY-MM-DD.`,
    });
  return text;
}

/** The width between two civil days, `YYYY-MM-DD`, both included. */
export function precisionOf(earliest: string | null, latest: string | null): DatePrecision {
  if (!earliest || !latest) return DatePrecision.UNKNOWN;
  const days = (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1;
  if (days === 1) return DatePrecision.DAY;
  if (days < 7) return DatePrecision.DAYS;
  if (days === 7) return DatePrecision.WEEK;
  if (days <= 31) return DatePrecision.MONTH;
  return days <= 366 ? DatePrecision.YEAR : DatePrecision.DECADE;
}
