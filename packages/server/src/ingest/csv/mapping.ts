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

const listOf = <T extends Record<string, string>>(list: T) =>
  z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]);
const column = z.string().min(1);

/** A value of a closed list: always the same, or by what stands in a column. */
const chosen = <T extends Record<string, string>>(list: T) =>
  z.union([
    z.strictObject({ always: listOf(list) }),
    z.strictObject({
      column,
      values: z.record(z.string(), listOf(list)).default({}),
      otherwise: listOf(list).optional(),
    }),
  ]);

export const dateForms = ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY'] as const;

/** How a desk's own table is read: which column is what. Whatever it does not name is left out of the ledger, but kept with the row as it stood. */
const form = z.strictObject({
  /** Who keeps the table: it speaks last in every chain. Ids of rows are its own too. */
  dataset: z.strictObject({
    name: z.string().min(1).max(50),
    kind: listOf(SourceKind).default('ORGANISATION'),
  }),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  /** What parts several names in one cell. */
  separator: z.string().min(1).max(3).default(';'),
  dates: z.enum(dateForms).default('YYYY-MM-DD'),
  decimals: z.enum(['.', ',']).default('.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 language tag such as en')
    .default('en'),
  /** What tells a row from all others, for ever. */
  id: z.strictObject({ column }),
  statement: z.strictObject({ column }),
  kind: chosen(ClaimKind).default({ always: 'OTHER' }),
  modality: chosen(Modality).default({ always: 'ASSERTED' }),
  /** `to` left out: one day. */
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
      precision: chosen(GeoPrecision).optional(),
    })
    .optional(),
  parties: z
    .array(
      z.strictObject({
        column,
        role: listOf(PartyRole),
        kind: listOf(FactionKind).default('UNKNOWN'),
        collective: z.boolean().default(false),
      }),
    )
    .default([]),
  /** `value` is one figure; or its bounds. */
  figures: z
    .array(
      z
        .strictObject({
          measure: listOf(Measure),
          value: column.optional(),
          min: column.optional(),
          best: column.optional(),
          max: column.optional(),
          category: listOf(PersonCategory).optional(),
        })
        .refine(
          ({ value, min, best, max }) => (value ? !(min || best || max) : min || best || max),
          'give value, or some of min, best and max',
        ),
    )
    .default([]),
  /** Who said so, before the table's keeper. */
  sources: z
    .array(z.strictObject({ column, kind: listOf(SourceKind).default('UNKNOWN') }))
    .default([]),
  /** Where it was read; left out, or empty in a row: the table itself. */
  report: z
    .strictObject({
      title: column,
      url: column.optional(),
      publisher: column.optional(),
      published: column.optional(),
      kind: listOf(ReportKind).default('ARTICLE'),
    })
    .optional(),
});

export type Mapping = z.infer<typeof form>;
export type MappingInput = z.input<typeof form>;

/** The mapping that JSON is. @throws FileRefused naming the key that is wrong. */
export function readMapping(given: unknown, name = 'The mapping'): Mapping {
  const { data, error } = form.safeParse(given);
  if (data) return data;
  const issues = error.issues
    .slice(0, 5)
    .map(closest)
    .map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new FileRefused(`${name} is not as it must be. ${issues.join('. ')}.`);
}

type Issue = z.core.$ZodIssue;

/** Of what may be one thing or another, the issue of that which fits furthest. */
function closest(issue: Issue): Pick<Issue, 'path' | 'message'> {
  if (issue.code !== 'invalid_union') return issue;
  const all = issue.errors.flat().sort((one, other) => other.path.length - one.path.length);
  return all[0] ? { path: [...issue.path, ...all[0].path], message: all[0].message } : issue;
}

/** Every column that a mapping names. */
export function columnsOf(mapping: Mapping): string[] {
  const named: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string' && columnKeys.has(key)) named.push(value);
    else if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (value !== null && typeof value === 'object')
      for (const [inner, each] of Object.entries(value)) if (inner !== 'values') walk(each, inner);
  };
  const { dataset: _, ...rest } = mapping;
  walk(rest, '');
  return [...new Set(named)];
}

const columnKeys = new Set([
  'column',
  'from',
  'to',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'name',
  'latitude',
  'longitude',
  'value',
  'min',
  'best',
  'max',
  'title',
  'url',
  'publisher',
  'published',
]);
