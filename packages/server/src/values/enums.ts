import { registerEnumType } from 'type-graphql';
import { type RecordName, recordNames, recordTypes } from './record-types.ts';

/**
 * Registers an enum with the meaning of each value. The API publishes the values that are stored.
 */
export function closedList<T extends string>(
  name: string,
  description: string,
  meanings: Record<T, string>,
): { readonly [K in T]: K } {
  const list = Object.fromEntries(Object.keys(meanings).map((key) => [key, key])) as {
    readonly [K in T]: K;
  };
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(meanings).map(([key, meaning]) => [key, { description: meaning }]),
  ) as Record<T, { description: string }>;
  registerEnumType<typeof list>(list, { name, description, valuesConfig });
  return list;
}

export const Basis = closedList('Basis', 'How a value came to be known.', {
  STATED: 'The report states the value.',
  INFERRED: 'The analyst inferred the value from the report and its circumstances.',
});
export type Basis = keyof typeof Basis;

export const Extent = closedList(
  'Extent',
  'How what a claim describes fills an interval of time.',
  {
    WITHIN: 'What is described happened at some time in the interval.',
    THROUGHOUT: 'What is described held on every day of the interval.',
  },
);
export type Extent = keyof typeof Extent;

export const DatePrecision = closedList(
  'DatePrecision',
  'How wide the range of possible dates is, in days.',
  {
    TIME: 'A time of day is known.',
    DAY: 'One civil day is known.',
    DAYS: 'A range of two to six days.',
    WEEK: 'A range of seven days.',
    MONTH: 'A range of 8 to 31 days.',
    YEAR: 'A range of 32 to 366 days.',
    DECADE: 'A range of more than 366 days.',
    UNKNOWN:
      'The range has no width: one bound is open or unknown, or the date is approximate without ' +
      'bounds.',
  },
);
export type DatePrecision = keyof typeof DatePrecision;

export const GeoPrecision = closedList(
  'GeoPrecision',
  'How precisely a place is known. Brackets give the codes of UCDP `where_prec` and ACLED ' +
    '`geo_precision`.',
  {
    EXACT: 'The place itself (UCDP 1, ACLED 1).',
    WITHIN_25_KM: 'Within about 25 km of the place (UCDP 2, ACLED 2).',
    DISTRICT: 'Somewhere in the district (UCDP 3).',
    GOVERNORATE: 'Somewhere in the governorate (UCDP 4, ACLED 3).',
    LINE_OR_REGION: 'Along a line, or in a region without sharp borders (UCDP 5).',
    COUNTRY: 'Somewhere in the country (UCDP 6).',
    INTERNATIONAL: 'In international waters or airspace (UCDP 7).',
  },
);
export type GeoPrecision = keyof typeof GeoPrecision;

export const Direction = closedList(
  'Direction',
  'The direction in which a list is sorted. Records without a value come last in either direction.',
  {
    ASC: 'Smallest, earliest or alphabetically first value first.',
    DESC: 'Largest, latest or alphabetically last value first.',
  },
);

type RecordTypeValue = (typeof recordTypes)[RecordName]['enum'];

export const RecordType = closedList(
  'RecordType',
  'The five record types.',
  Object.fromEntries(
    recordNames.map((name) => [recordTypes[name].enum, recordTypes[name].description]),
  ) as Record<RecordTypeValue, string>,
);
export type RecordType = keyof typeof RecordType;
