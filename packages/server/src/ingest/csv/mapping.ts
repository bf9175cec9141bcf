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
import { cleanSpacing } from '../../values/normalize.ts';
import { pathText, plainIssue } from '../../values/plain-issues.ts';
import { FileRefused } from '../problem.ts';
import { dateForms } from '../read/dates.ts';

const keyOf = <T extends Record<string, string>>(values: T) =>
  z.enum(Object.keys(values) as [keyof T & string, ...(keyof T & string)[]]);
const column = z.string().overwrite(cleanSpacing).min(1).describe('The header of a column.');

/** A value of a closed list: always the same one, or one for each value of a column. */
const valueChoice = <T extends Record<string, string>>(values: T) =>
  z.union([
    z.strictObject({ always: keyOf(values).describe('The value of every row.') }),
    z.strictObject({
      column,
      values: z
        .record(z.string(), keyOf(values))
        .default({})
        .describe('What the values of the column mean, in any letter case.'),
      otherwise: keyOf(values).optional().describe('For all other values. Left out: none.'),
    }),
  ]);

export const delimiters = [',', ';', '\t', '|'] as const;

/**
 * How a desk's own table is read: which column is what. Columns that it does not name are not
 * imported, but they are stored with the original row.
 */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional().describe('The address of this JSON Schema, for editors.'),
  dataset: z
    .strictObject({
      name: z.string().min(1).max(50),
      kind: keyOf(SourceKind).default('ORGANISATION'),
    })
    .describe(
      'Who maintains the table: the last speaker of every chain. Ids of rows are unique within it.',
    ),
  delimiter: z
    .enum(delimiters)
    .default(',')
    .describe('What separates cells. A first line such as sep=; outranks it.'),
  separator: z.string().min(1).max(3).default(';').describe('Separates several names in one cell.'),
  dates: z
    .enum(dateForms)
    .default('YYYY-MM-DD')
    .describe(
      'The order of day, month and year in dates of digits. EDTF such as 2018-07, months by ' +
        'their English or Arabic names, and times with offsets are read as well.',
    ),
  decimals: z
    .enum(['.', ','])
    .default('.')
    .describe('The sign of decimals. The other one, spaces and apostrophes separate thousands.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 language tag such as en')
    .default('en')
    .describe('The language of the statements, a BCP 47 tag.'),
  nobody: z
    .array(z.string().min(1).max(200))
    .max(100)
    .default([])
    .describe(
      'Names that stand for nobody and for no place, such as Unknown, in any letter case. Cells ' +
        'with them name no faction, source, publisher or place.',
    ),
  id: z.strictObject({ column }).describe('Identifies a row permanently.'),
  statement: z.strictObject({ column }).describe('What is claimed, in one sentence.'),
  kind: valueChoice(ClaimKind).default({ always: 'OTHER' }).describe('What a claim is about.'),
  modality: valueChoice(Modality)
    .default({ always: 'ASSERTED' })
    .describe('How the speaker puts a claim.'),
  occurred: z
    .strictObject({
      from: column,
      to: column.optional(),
      whole: column
        .optional()
        .describe(
          'The whole date, as in EDTF. Of its row, `from` and `to` are read only if it is empty, ' +
            'or names days without bounding them, as 2018~ does.',
        ),
    })
    .optional()
    .describe('When it is said to have happened. Without `to`, `from` has the whole date.'),
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
    .optional()
    .describe('Where it happened: the units from the largest to the place itself, and its point.'),
  parties: z
    .array(
      z.strictObject({
        column,
        role: keyOf(PartyRole),
        kind: keyOf(FactionKind).default('UNKNOWN'),
        collective: z.boolean().default(false),
      }),
    )
    .default([])
    .describe('The parties to the conflict that took part.'),
  figures: z
    .array(
      z
        .strictObject({
          measure: keyOf(Measure),
          value: column.optional().describe('An exact figure.'),
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
    .default([])
    .describe('An exact figure (`value`), or bounds and a best estimate.'),
  sources: z
    .array(z.strictObject({ column, kind: keyOf(SourceKind).default('UNKNOWN') }))
    .default([])
    .describe('Who made the claim, before the table passed it on.'),
  report: z
    .strictObject({
      title: column,
      url: column.optional(),
      publisher: column.optional(),
      published: column.optional(),
      kind: keyOf(ReportKind).default('ARTICLE'),
    })
    .optional()
    .describe('The report that a row was read in. Left out, or empty in a row: the table itself.'),
});

/** The published JSON Schema (2020-12) of a mapping. */
export const mappingJsonSchema = () => ({
  ...z.toJSONSchema(mappingSchema, { io: 'input' }),
  title: 'A mapping of claimgraph import csv',
});

export type Mapping = Omit<z.infer<typeof mappingSchema>, '$schema'>;
/** A mapping without the defaults filled in. */
export type MappingInput = z.input<typeof mappingSchema>;

/** Checks a mapping and fills in defaults. @throws FileRefused with the keys that are wrong. */
export function readMapping(value: unknown, name = 'The mapping'): Mapping {
  const { data, error } = mappingSchema.safeParse(value, { error: plainIssue });
  if (data) {
    // It describes the mapping, and changes nothing about how rows are read.
    const { $schema: _, ...mapping } = data;
    return mapping;
  }
  const issues = error.issues
    .slice(0, 5)
    .map(mostSpecific)
    .map(({ path, message }) => `${pathText(path) || 'the mapping'}: ${message}`);
  throw new FileRefused(`${name} is not valid. ${issues.join('. ')}.`, 'BAD_MAPPING');
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
    occurred?.whole,
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
