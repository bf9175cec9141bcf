import { Field, InputType } from 'type-graphql';
import { Day, Enum, Flag, Rules, Text, Value } from './columns.ts';
import { isCalendarDay } from './days.ts';
import { type EdtfReading, readEdtf } from './edtf.ts';
import { Basis, DatePrecision, Extent } from './enums.ts';
import { badInput, type Path } from './errors.ts';
import { NonBlank } from './input-fields.ts';
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

  @Field(() => String, { nullable: true, description: 'The words it was read from.' })
  @NonBlank(500)
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

/** @throws Refusal naming `edtf`, `earliest` or `latest`. */
export function fuzzyDate(input: FuzzyDateInput, path: Path): FuzzyDate {
  const reading = read(input, path);
  if (reading.interval)
    throw badInput({
      path: [...path, 'edtf'],
      message: `"${input.edtf}" is an interval; one date is wanted here.`,
    });
  return dated(input, reading, path);
}

/** @throws Refusal naming `edtf`, `earliest` or `latest`. */
export const fuzzyInterval = (input: FuzzyIntervalInput, path: Path): FuzzyInterval => ({
  ...dated(input, read(input, path), path),
  extent: input.extent,
});

function read(input: FuzzyDateInput, path: Path): EdtfReading {
  try {
    return readEdtf(input.edtf);
  } catch (error) {
    throw badInput({
      path: [...path, 'edtf'],
      message: `"${input.edtf}" cannot be read: ${(error as Error).message}.`,
    });
  }
}

function dated(input: FuzzyDateInput, reading: EdtfReading, path: Path): FuzzyDate {
  const { earliest, latest } = bounds(input, reading, path);
  return {
    edtf: input.edtf,
    earliest,
    latest,
    precision: reading.timeOfDay ? DatePrecision.TIME : precisionOf(earliest, latest),
    approximate: reading.approximate,
    uncertain: reading.uncertain,
    basis: input.basis,
    asWritten: input.asWritten ?? null,
  };
}

/** The writer's bounds win where EDTF has none of its own; where it has, they must be the same. Nothing is made up. */
function bounds(
  input: FuzzyDateInput,
  reading: EdtfReading,
  path: Path,
): { earliest: string | null; latest: string | null } {
  const said = {
    earliest: civilDay(input.earliest, [...path, 'earliest']),
    latest: civilDay(input.latest, [...path, 'latest']),
  };
  const refuse = (side: 'earliest' | 'latest', message: string): never => {
    throw badInput({ path: [...path, side], message });
  };
  if (said.earliest && said.latest && said.earliest > said.latest)
    refuse('latest', `latest (${said.latest}) lies before earliest (${said.earliest}).`);
  if (reading.firm) {
    if (said.earliest && reading.first && said.earliest !== reading.first)
      refuse('earliest', `"${input.edtf}" starts on ${reading.first}, not on ${said.earliest}.`);
    if (said.latest && reading.last && said.latest !== reading.last)
      refuse('latest', `"${input.edtf}" ends on ${reading.last}, not on ${said.latest}.`);
    const whole = { earliest: reading.first ?? said.earliest, latest: reading.last ?? said.latest };
    if (whole.earliest && whole.latest && whole.earliest > whole.latest)
      refuse(said.latest ? 'latest' : 'earliest', 'It ends before it starts.');
    return whole;
  }
  if (said.earliest && reading.first && said.earliest > reading.last!)
    refuse('earliest', `earliest (${said.earliest}) lies after "${input.edtf}".`);
  if (said.latest && reading.last && said.latest < reading.first!)
    refuse('latest', `latest (${said.latest}) lies before "${input.edtf}".`);
  return said;
}

/** A day of the calendar. @throws Refusal when there is no such day. */
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
