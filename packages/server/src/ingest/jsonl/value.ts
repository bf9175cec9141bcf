import { validate as isUuid } from 'uuid';
import type { LineValue } from '../../export/line-forms.ts';
import { isCalendarDay } from '../../values/days.ts';
import { prefixes } from '../../values/ids.ts';
import { RowRefused } from '../problem.ts';
import { meanings } from './meaning.ts';

/** PostgreSQL stores no NUL, and half of a surrogate pair is no character. */
const unstorable = /\0|\p{Cs}/u;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

type Check = (value: unknown) => boolean;

/** What JSON a column of each type takes, and the words for it. What the value may be beside that, the database checks. */
const types: Record<string, [check: Check, what: string]> = {
  text: [
    (value) => typeof value === 'string' && !unstorable.test(value),
    'text, without NUL and half characters',
  ],
  int: [
    (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
    'a whole number of 32 bits',
  ],
  'double precision': [(value) => typeof value === 'number', 'a number'],
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  date: [
    (value) => typeof value === 'string' && isCalendarDay(value),
    'a day of the calendar, YYYY-MM-DD',
  ],
  timestamptz: [
    (value) => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value)),
    'a moment in UTC, RFC 3339 with Z',
  ],
  jsonb: [
    (value) =>
      value !== null && typeof value === 'object' && !unstorable.test(JSON.stringify(value)),
    'a JSON object',
  ],
  uuid: [(value) => typeof value === 'string' && isUuid(value), 'a UUID'],
};

/** The value that goes into the column. @throws RowRefused naming the key. */
export function valueFor(
  { key, type, id, nullable }: LineValue,
  value: unknown,
  path: readonly string[],
): unknown {
  const refuse = (kind: string, reason: string) =>
    new RowRefused(
      kind,
      path.join('.'),
      value == null ? null : JSON.stringify(value).slice(0, 200),
      reason,
    );
  if (value === null) {
    if (nullable) return null;
    throw refuse('MISSING', 'It must be there.');
  }
  if (id) {
    const prefix = prefixes[id];
    if (typeof value === 'string' && value.startsWith(prefix) && isUuid(value.slice(4)))
      return value.slice(4).toLowerCase();
    throw refuse('WRONG_ID', `This is an id that starts with ${prefix}.`);
  }
  const [check, what] = types[type]!;
  if (!check(value)) throw refuse('WRONG_TYPE', `This is ${what}.`);
  const [means, meaning] = meanings[key] ?? [];
  if (means && !means(value)) throw refuse('WRONG_VALUE', `This is ${meaning}.`);
  return Object.is(value, -0) ? '-0' : value;
}
