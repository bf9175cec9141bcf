import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { validate } from 'uuid';
import { isCalendarDay } from '../values/days.ts';
import { badInput, type Path } from '../values/errors.ts';
import type { SortKey } from './listing.ts';
import { join, literal, type Sql, sql } from './sql.ts';

/** Occurs in no tag, id, number, date or timestamp, nor in the hexadecimal digits of a text. */
const separator = '~';

const timestamp = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** What primary keys consist of. */
export type PrimaryCast = 'uuid' | 'int';

/** Whether a text is a value of a PostgreSQL type, spelled as PostgreSQL spells it. */
const isWellFormed: Record<SortKey['cast'] | PrimaryCast, (value: string) => boolean> = {
  date: isCalendarDay,
  timestamptz: (value) => isCalendarDay(timestamp.exec(value)?.[1] ?? ''),
  int: (value) => /^-?\d{1,9}$/.test(value),
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  text: (value) => {
    const bytes = Buffer.from(value, 'hex');
    return /^([0-9a-f]{2})*$/.test(value) && isUtf8(bytes) && !bytes.includes(0);
  },
  uuid: (value) => validate(value),
};

/**
 * Begins the cursors of a list, so that no other list, and no other order of the list, accepts
 * them. The cursors of a search are only valid for its question.
 */
export function cursorTag(field: string, order: string, question?: string): string {
  const list = [field, order, ...(question === undefined ? [] : [question])].join(' ');
  return createHash('sha256').update(list).digest('base64url').slice(0, 6);
}

/**
 * The SQL of a cursor: the tag, the primary key and the sort key, if the row has one. A text is
 * spelled as hexadecimal bytes. PostgreSQL writes the cursor so that no microsecond is lost, and no
 * character of it needs escaping in JSON.
 */
export function cursorText(
  tag: Sql,
  cast: SortKey['cast'],
  key: Sql,
  primary: readonly Sql[],
): Sql {
  const spelled = cast === 'text' ? sql`encode(convert_to(${key}, 'UTF8'), 'hex')` : key;
  const parts = [tag, ...primary.map((each) => sql`${each}::text`)];
  const position = join(parts, ` || '${separator}' || `);
  return sql`${position} || coalesce(${literal(separator)} || ${spelled}, '')`;
}

/** A position in a list: the sort key (null for a row without one) and the primary key. */
export interface Position {
  key: string | null;
  primary: readonly string[];
}

const notACursor = 'This is not a cursor. Take one from pageInfo or from an edge of this list.';
const wrongList =
  'This cursor belongs to another list, order or question. ' +
  'Take one from this list, in this order.';

/** @throws Refusal if it is not a cursor, or belongs to another list, order or question. */
export function readCursor(
  cursor: string,
  tag: string,
  { cast, nullable }: SortKey,
  primaryCasts: readonly PrimaryCast[],
  path: Path,
): Position {
  const [itsTag = '', ...parts] = cursor.split(separator);
  const primary = parts.slice(0, primaryCasts.length);
  const [key, ...rest] = parts.slice(primaryCasts.length);
  const isValid =
    primary.length === primaryCasts.length &&
    primaryCasts.every((each, i) => isWellFormed[each](primary[i] ?? '')) &&
    rest.length === 0 &&
    (key === undefined ? nullable === true : isWellFormed[cast](key));
  if (itsTag === tag && isValid) {
    if (key === undefined) return { key: null, primary };
    return { key: cast === 'text' ? Buffer.from(key, 'hex').toString() : key, primary };
  }
  const isOfAnotherList = /^[\w-]{6}$/.test(itsTag) && itsTag !== tag && parts.length > 0;
  throw badInput({
    path,
    message: isOfAnotherList ? wrongList : notACursor,
  });
}
