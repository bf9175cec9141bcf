import { registerEnumType } from 'type-graphql';
import { type RecordName, recordNames, recordTypes } from './record-types.ts';

/** Registers a closed list: what it is, and what each value means. The key published is the value stored. */
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

export const Basis = closedList('Basis', 'How we come to a value.', {
  STATED: 'The report says so.',
  INFERRED: 'The analyst concluded it from the report and its circumstances.',
});
export type Basis = keyof typeof Basis;

export const Extent = closedList('Extent', 'How something fills a stretch of time.', {
  WITHIN: 'It happened at some time in it.',
  THROUGHOUT: 'It held on every day of it.',
});
export type Extent = keyof typeof Extent;

export const DatePrecision = closedList('DatePrecision', 'The width of what is known of a date.', {
  TIME: 'A time of day.',
  DAY: 'One day.',
  DAYS: 'Two to six days.',
  WEEK: 'Seven days.',
  MONTH: 'Eight to 31 days.',
  YEAR: '32 to 366 days.',
  DECADE: 'Longer than 366 days.',
  UNKNOWN: 'No width can be told: a side is open, unknown, or approximate without bounds.',
});
export type DatePrecision = keyof typeof DatePrecision;

export const GeoPrecision = closedList(
  'GeoPrecision',
  'How exactly a place is known; UCDP `where_prec`, widest meaning last.',
  {
    EXACT: 'The place itself (UCDP 1, ACLED 1).',
    WITHIN_25_KM: 'Within about 25 km of it (UCDP 2, ACLED 2).',
    DISTRICT: 'Somewhere in the district (UCDP 3).',
    GOVERNORATE: 'Somewhere in the governorate (UCDP 4, ACLED 3).',
    LINE_OR_REGION: 'A line, or a region without sharp borders (UCDP 5).',
    COUNTRY: 'Somewhere in the country (UCDP 6).',
    INTERNATIONAL: 'Waters or air space of no country (UCDP 7).',
  },
);
export type GeoPrecision = keyof typeof GeoPrecision;

export const Direction = closedList(
  'Direction',
  'Which end of an order comes first. What has no value comes last either way.',
  {
    ASC: 'Smallest, earliest, A first.',
    DESC: 'Largest, latest, Z first.',
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
