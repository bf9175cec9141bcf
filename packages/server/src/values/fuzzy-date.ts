import { Field, InputType } from 'type-graphql';
import { Day, Enum, Flag, Rules, Text, Value } from './columns.ts';
import { isCalendarDay } from './days.ts';
import { type EdtfReading, readEdtf } from './edtf.ts';
import { Basis, DatePrecision, Extent } from './enums.ts';
import { badInput, Issues, type Path } from './errors.ts';
import { TextOf } from './input-fields.ts';
import { Edtf } from './scalars.ts';

const ordered = (column: (property: string) => string): [string, string] => [
  'order',
  `${column('earliest')} <= ${column('latest')}`,
];

@Value('One moment or day, as exact as it is known.')
@Rules(ordered)
export class FuzzyDate {
  @Text({ max: 200, type: () => Edtf, description: 'The date in EDTF, as the writer gave it.' })
  edtf: string;

  @Day({
    nullable: true,
    description:
      'The first civil day it may be, `YYYY-MM-DD`. Null: not known, or approximate without stated bounds.',
  })
  earliest: string | null;

  @Day({
    nullable: true,
    description:
      'The last civil day it may be, `YYYY-MM-DD`. Null as for `earliest`; filters treat a date without bounds as undated.',
  })
  latest: string | null;

  @Enum(() => DatePrecision, { description: 'The width of what is known, from the bounds.' })
  precision: DatePrecision;

  @Flag({ description: 'EDTF `~`: it may lie about there. It has no width of its own.' })
  approximate: boolean;

  @Flag({ description: 'EDTF `?`: whether it was then is open.' })
  uncertain: boolean;

  @Enum(() => Basis, { description: 'Stated by the report, or inferred by the analyst.' })
  basis: Basis;

  @Text({ nullable: true, description: 'The words it was read from. Null: not noted.' })
  asWritten: string | null;
}

@Value('A stretch of time, as far as it is known.')
@Rules(ordered)
export class FuzzyInterval {
  @Text({
    max: 200,
    type: () => Edtf,
    description: 'The interval or date in EDTF, as the writer gave it.',
  })
  edtf: string;

  @Day({
    nullable: true,
    description: 'The first civil day of it, `YYYY-MM-DD`. Null: the start is not known.',
  })
  earliest: string | null;

  @Day({
    nullable: true,
    description:
      'The last civil day of it, `YYYY-MM-DD`. Null: the end is not known (`edtf` ends in `/`), or it goes on (`/..`).',
  })
  latest: string | null;

  @Enum(() => DatePrecision, { description: 'The width between the bounds.' })
  precision: DatePrecision;

  @Flag({ description: 'EDTF `~` on either side.' })
  approximate: boolean;

  @Flag({ description: 'EDTF `?` on either side.' })
  uncertain: boolean;

  @Enum(() => Extent, {
    description: 'Whether it happened at some time in it, or held throughout.',
  })
  extent: Extent;

  @Enum(() => Basis, { description: 'Stated by the report, or inferred by the analyst.' })
  basis: Basis;

  @Text({ nullable: true, description: 'The words it was read from. Null: not noted.' })
  asWritten: string | null;
}

@InputType({
  description:
    'A moment or day. For `~` give bounds, or leave both out: the date then counts as undated in filters.',
})
export class FuzzyDateInput {
  @Field(() => Edtf, { description: 'One date in EDTF, such as `2018-07-10~`.' })
  edtf: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The first day it may be, `YYYY-MM-DD`. Left out: taken from `edtf` where that has bounds.',
  })
  earliest?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The last day it may be, `YYYY-MM-DD`. Left out: taken from `edtf` where that has bounds.',
  })
  latest?: string | null;

  @Field(() => Basis, {
    defaultValue: Basis.STATED,
    description: 'Stated by the report, or inferred by the analyst.',
  })
  basis: Basis = Basis.STATED;

  @TextOf(FuzzyDate, 'asWritten', {
    nullable: true,
    description: 'The report’s words for the date.',
  })
  asWritten?: string | null;
}

@InputType({ description: 'A stretch of time: a date or an interval.' })
export class FuzzyIntervalInput extends FuzzyDateInput {
  @Field(() => Edtf, {
    description:
      'A date or an interval in EDTF, such as `2018-06-19/2018-07-10~`, `2018-06-19/..`.',
  })
  declare edtf: string;

  @Field(() => Extent, {
    defaultValue: Extent.WITHIN,
    description: 'Whether it happened at some time in it, or held throughout.',
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
  issues.refuse();
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
  const { first, last } = reading;
  const { earliest, latest } = given;
  const refuse = (side: 'earliest' | 'latest', message: string): never => {
    throw badInput({ path: [...path, side], message });
  };
  if (earliest && latest && earliest > latest)
    refuse('latest', `latest (${latest}) lies before earliest (${earliest}).`);
  if (reading.firm) {
    if (earliest && first && earliest !== first)
      refuse('earliest', `"${edtf}" starts on ${first}, not on ${earliest}.`);
    if (latest && last && latest !== last)
      refuse('latest', `"${edtf}" ends on ${last}, not on ${latest}.`);
    const bounds = { earliest: first ?? earliest, latest: last ?? latest };
    if (bounds.earliest && bounds.latest && bounds.earliest > bounds.latest)
      refuse(latest ? 'latest' : 'earliest', 'It ends before it starts.');
    return bounds;
  }
  if (earliest && last && earliest > last)
    refuse('earliest', `earliest (${earliest}) lies after "${edtf}".`);
  if (latest && first && latest < first)
    refuse('latest', `latest (${latest}) lies before "${edtf}".`);
  return given;
}

/**
 * A civil day, or null when none is given.
 * @throws Refusal when the calendar has no such day.
 */
export function civilDay(text: string | null | undefined, path: Path): string | null {
  if (text == null) return null;
  if (!isCalendarDay(text))
    throw badInput({
      path,
      message: `"${text.slice(0, 40)}" is not a day of the calendar; write YYYY-MM-DD.`,
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
