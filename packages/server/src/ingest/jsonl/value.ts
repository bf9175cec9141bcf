import { validate as isUuid } from 'uuid';
import type { LineValue } from '../../export/line-forms.ts';
import { cutText } from '../../values/cut-text.ts';
import { isCalendarDay } from '../../values/days.ts';
import { prefixes } from '../../values/ids.ts';
import { RowRefused } from '../problem.ts';
import { type IsValid, valueRules } from './value-rules.ts';

/** How much of a value a refusal shows. */
export const maxExcerptLength = 200;

/** What a refusal shows of a value. Null: there is none. */
export const jsonExcerpt = (value: unknown): string | null =>
  value === undefined || value === null ? null : cutText(JSON.stringify(value), maxExcerptLength);

/** The refusal of a row for the value of a key, such as `names.0.text`. */
export const refusalOf = (
  kind: string,
  path: readonly string[],
  value: unknown,
  reason: string,
): RowRefused => new RowRefused(kind, path.join('.'), jsonExcerpt(value), reason);

/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs. */
const notStorable = /\0|\p{Cs}/u;

const isStorableText: IsValid = (value) => typeof value === 'string' && !notStorable.test(value);
const isDay: IsValid = (value) => typeof value === 'string' && isCalendarDay(value);
const isInt: IsValid = (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
const isInstant: IsValid = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isStorableObject: IsValid = (value) =>
  value !== null && typeof value === 'object' && !notStorable.test(JSON.stringify(value));

/**
 * Which JSON values a column takes, by its type, with a description. All other rules are checked by
 * the database.
 */
const columnTypes: Record<string, [isValid: IsValid, description: string]> = {
  text: [isStorableText, 'a text without NUL and without half a surrogate pair'],
  int: [isInt, 'a whole number of 32 bits'],
  'double precision': [(value) => typeof value === 'number', 'a number'],
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  date: [isDay, 'a calendar day, YYYY-MM-DD'],
  timestamptz: [isInstant, 'a time in UTC, RFC 3339 with Z'],
  jsonb: [isStorableObject, 'a JSON object'],
  uuid: [(value) => typeof value === 'string' && isUuid(value), 'a UUID'],
};

/** The value for the column. @throws RowRefused with the key. */
export function valueFor(
  { key, type, id, nullable }: LineValue,
  value: unknown,
  path: readonly string[],
): unknown {
  if (value === null) {
    if (nullable) return null;
    throw refusalOf('MISSING', path, value, 'This key is required.');
  }
  if (id) {
    const prefix = prefixes[id];
    if (typeof value === 'string' && value.startsWith(prefix) && isUuid(value.slice(4)))
      return value.slice(4).toLowerCase();
    throw refusalOf('WRONG_ID', path, value, `This must be an id that begins with ${prefix}.`);
  }
  const columnType = columnTypes[type];
  if (!columnType) throw new Error(`jsonl cannot read columns of type ${type}`);
  const [hasType, typeDescription] = columnType;
  if (!hasType(value))
    throw refusalOf('WRONG_TYPE', path, value, `This must be ${typeDescription}.`);
  const [isValid, description] = valueRules[key] ?? [];
  if (isValid && !isValid(value))
    throw refusalOf('WRONG_VALUE', path, value, `This must be ${description}.`);
  // JavaScript writes -0 as 0.
  return Object.is(value, -0) ? '-0' : value;
}
