import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { validate } from 'uuid';
import { isCalendarDay } from '../values/days.ts';
import { badInput, type Path } from '../values/errors.ts';
import type { SortKey } from './listing.ts';
import { join, literal, type Sql, sql } from './sql.ts';

/** Stands in no id, number, date or moment, nor in the digits that spell a text. */
const separator = '~';

const moment = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** Whether a text is a value of a PostgreSQL type, as PostgreSQL itself writes it. */
const isWellFormed: Record<SortKey['cast'] | 'uuid', (value: string) => boolean> = {
  date: isCalendarDay,
  timestamptz: (value) => isCalendarDay(moment.exec(value)?.[1] ?? ''),
  int: (value) => /^-?\d{1,9}$/.test(value),
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  text: (value) =>
    /^([0-9a-f]{2})*$/.test(value) &&
    isUtf8(Buffer.from(value, 'hex')) &&
    !Buffer.from(value, 'hex').includes(0),
  uuid: (value) => validate(value),
};

/**
 * Cursors of one field in one order are of one family; no other list takes them. Nor does that of another question, where the list is of
 * what one finds.
 */
export function cursorTag(field: string, order: string, question?: string): string {
  const list = `${field} ${order}`;
  if (question !== undefined) return tag(`${list} ${question}`);
  let name = cursorTags.get(list);
  if (!name) {
    name = tag(list);
    cursorTags.set(list, name);
  }
  return name;
}

const tag = (list: string): string =>
  createHash('sha256').update(list).digest('base64url').slice(0, 6);

const cursorTags = new Map<string, string>();

/**
 * A cursor in SQL: the family, the primary key and, where there is one, the sort key; a text by its bytes. Made by PostgreSQL, so that no
 * microsecond is lost; and of no more than JSON can hold as it stands, since a page has a hundred of them.
 */
export const cursorText = (
  kin: Sql,
  cast: SortKey['cast'],
  key: Sql,
  primary: readonly Sql[],
): Sql => {
  const spelt = cast === 'text' ? sql`encode(convert_to(${key}, 'UTF8'), 'hex')` : key;
  const place = join([kin, ...primary.map((each) => sql`${each}::text`)], ` || '${separator}' || `);
  return sql`${place} || coalesce(${literal(separator)} || ${spelt}, '')`;
};

/** What primary keys are made of. */
export type PrimaryCast = 'uuid' | 'int';

/** A place in a list: the sort key there (null among those without one) and the primary key. */
export interface Position {
  key: string | null;
  primary: readonly string[];
}

/** @throws Refusal when it is no cursor, or that of another list or order. */
export function readCursor(
  cursor: string,
  kin: string,
  { cast, nullable }: SortKey,
  primaryCasts: readonly PrimaryCast[],
  path: Path,
): Position {
  const [tag = '', ...rest] = cursor.split(separator);
  const primary = rest.slice(0, primaryCasts.length);
  const [key, ...more] = rest.slice(primaryCasts.length);
  const holds =
    primary.length === primaryCasts.length &&
    primary.every((value, i) => isWellFormed[primaryCasts[i]!](value)) &&
    more.length === 0 &&
    (key === undefined ? nullable === true : isWellFormed[cast](key));
  if (tag === kin && holds)
    return {
      key: key === undefined ? null : cast === 'text' ? Buffer.from(key, 'hex').toString() : key,
      primary,
    };
  const another = /^[\w-]{6}$/.test(tag) && tag !== kin && rest.length > 0;
  throw badInput({
    path,
    message: another
      ? 'This cursor belongs to another list, order or question. Take one from this list, in this order.'
      : 'This is not a cursor. Take one from pageInfo or from an edge of this list.',
  });
}
