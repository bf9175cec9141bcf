import { z } from 'zod';
import {
  ClaimKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
} from '../../claims/claim.enums.ts';
import { FactionKind } from '../../factions/faction.enums.ts';
import { ReportKind } from '../../reports/report.enums.ts';
import { SourceKind } from '../../sources/source.enums.ts';
import { GeoPrecision } from '../../values/enums.ts';
import { FileRefused } from '../problem.ts';

const keyOf = <T extends Record<string, string>>(values: T) =>
  z.enum(Object.keys(values) as [keyof T & string, ...(keyof T & string)[]]);
const column = z.string().min(1);

/** A value of a closed list: always the same one, or one for each value of a column. */
const valueChoice = <T extends Record<string, string>>(values: T) =>
  z.union([
    z.strictObject({ always: keyOf(values) }),
    z.strictObject({
      column,
      values: z.record(z.string(), keyOf(values)).default({}),
      otherwise: keyOf(values).optional(),
    }),
  ]);

export const dateFormats = ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY'] as const;
export const delimiters = [',', ';', '\t', '|'] as const;

/**
 * How a desk's own table is read: which column is what. Columns that it does not name are not
 * imported, but they are stored with the original row.
 */
const mappingSchema = z.strictObject({
  /** Who maintains the table: the last speaker of every chain. Ids of rows are unique within it. */
  dataset: z.strictObject({
    name: z.string().min(1).max(50),
    kind: keyOf(SourceKind).default('ORGANISATION'),
  }),
  delimiter: z.enum(delimiters).default(','),
  /** Separates several names in one cell. */
  separator: z.string().min(1).max(3).default(';'),
  dates: z.enum(dateFormats).default('YYYY-MM-DD'),
  decimals: z.enum(['.', ',']).default('.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 language tag such as en')
    .default('en'),
  /** Identifies a row permanently. */
  id: z.strictObject({ column }),
  statement: z.strictObject({ column }),
  kind: valueChoice(ClaimKind).default({ always: 'OTHER' }),
  modality: valueChoice(Modality).default({ always: 'ASSERTED' }),
  /** Without `to`, it is one day. */
  occurred: z.strictObject({ from: column, to: column.optional() }).optional(),
  place: z
    .strictObject({
      country: column.optional(),
      admin1: column.optional(),
      admin2: column.optional(),
      admin3: column.optional(),
      name: column.optional(),
      latitude: column.optional(),
      longitude: column.optional(),
      precision: valueChoice(GeoPrecision).optional(),
    })
    .optional(),
  parties: z
    .array(
      z.strictObject({
        column,
        role: keyOf(PartyRole),
        kind: keyOf(FactionKind).default('UNKNOWN'),
        collective: z.boolean().default(false),
      }),
    )
    .default([]),
  /** An exact figure (`value`), or bounds and a best estimate. */
  figures: z
    .array(
      z
        .strictObject({
          measure: keyOf(Measure),
          value: column.optional(),
          min: column.optional(),
          best: column.optional(),
          max: column.optional(),
          category: keyOf(PersonCategory).optional(),
        })
        .refine(
          ({ value, min, best, max }) => (value ? !(min || best || max) : min || best || max),
          'give value, or some of min, best and max',
        ),
    )
    .default([]),
  /** Who made the claim, before the table passed it on. */
  sources: z
    .array(z.strictObject({ column, kind: keyOf(SourceKind).default('UNKNOWN') }))
    .default([]),
  /** The report that a row was read in. Left out, or empty in a row: the table itself. */
  report: z
    .strictObject({
      title: column,
      url: column.optional(),
      publisher: column.optional(),
      published: column.optional(),
      kind: keyOf(ReportKind).default('ARTICLE'),
    })
    .optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;
/** A mapping without the defaults filled in. */
export type MappingInput = z.input<typeof mappingSchema>;

/** Checks a mapping and fills in defaults. @throws FileRefused with the keys that are wrong. */
export function readMapping(value: unknown, name = 'The mapping'): Mapping {
  const { data, error } = mappingSchema.safeParse(value);
  if (data) return data;
  const issues = error.issues
    .slice(0, 5)
    .map(mostSpecific)
    .map(({ path, message }) => `${path.join('.') || 'the mapping'}: ${message}`);
  throw new FileRefused(`${name} is not valid. ${issues.join('. ')}.`);
}

type ZodIssue = z.core.$ZodIssue;

/** For a union, the issue of the alternative that matches furthest. */
function mostSpecific(issue: ZodIssue): Pick<ZodIssue, 'path' | 'message'> {
  if (issue.code !== 'invalid_union') return issue;
  const [deepest] = issue.errors.flat().sort((one, other) => other.path.length - one.path.length);
  return deepest ? { path: [...issue.path, ...deepest.path], message: deepest.message } : issue;
}

/** Every column that a mapping names. */
export function columnsOf(mapping: Mapping): string[] {
  const { id, statement, kind, modality, occurred, place, parties, figures, sources, report } =
    mapping;
  const columns = [
    id.column,
    statement.column,
    choiceColumn(kind),
    choiceColumn(modality),
    occurred?.from,
    occurred?.to,
    place?.country,
    place?.admin1,
    place?.admin2,
    place?.admin3,
    place?.name,
    place?.latitude,
    place?.longitude,
    place?.precision && choiceColumn(place.precision),
    ...parties.map((party) => party.column),
    ...figures.flatMap(({ value, min, best, max }) => [value, min, best, max]),
    ...sources.map((source) => source.column),
    report?.title,
    report?.url,
    report?.publisher,
    report?.published,
  ];
  return [...new Set(columns.filter((each) => each !== undefined))];
}

const choiceColumn = (choice: { always: string } | { column: string }): string | undefined =>
  'column' in choice ? choice.column : undefined;
