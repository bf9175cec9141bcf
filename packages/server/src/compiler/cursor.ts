import { createHash } from 'node:crypto';
import { validate } from 'uuid';
import { isCalendarDay } from '../values/days.ts';
import { badInput, type Path } from '../values/errors.ts';
import type { Order } from './declare.ts';
import { join, raw, type Sql, sql } from './sql.ts';

/** Unit separator: stands in no date or id; the sort key, which may hold anything, comes last. */
const separator = '\u001f';

const moment = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** Whether a text is a value of a PostgreSQL type, as PostgreSQL itself writes it. */
const sound: Record<Order['cast'] | 'uuid', (value: string) => boolean> = {
  date: isCalendarDay,
  timestamptz: (value) => isCalendarDay(moment.exec(value)?.[1] ?? ''),
  int: (value) => /^-?\d{1,9}$/.test(value),
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  text: (value) => !value.includes('\0'),
  uuid: (value) => validate(value),
};

/** Cursors of one field in one order are of one family; no other list takes them. Nor does that of another question, where the list is of what one finds. */
export function family(field: string, order: string, question?: string): string {
  const list = `${field} ${order}`;
  if (question !== undefined) return tag(`${list} ${question}`);
  let name = families.get(list);
  if (!name) {
    name = tag(list);
    families.set(list, name);
  }
  return name;
}

const tag = (list: string): string => createHash('sha256').update(list).digest('base64url').slice(0, 6);

const families = new Map<string, string>();

/** A cursor in SQL: the family, whether there is a sort key, the primary key, and the sort key. Made by PostgreSQL, so that no microsecond is lost. */
export const cursorText = (kin: Sql, key: Sql, primary: readonly Sql[]): Sql => {
  const parts = [kin, sql`(case when ${key} is null then 0 else 1 end)`, ...primary, sql`coalesce(${key}::text, '')`];
  return sql`translate(encode(convert_to(concat_ws(${raw("E'\\x1f'")}, ${join(parts, ', ')}), 'UTF8'), 'base64'), ${raw("E'+/=\\n', '-_'")})`;
};

/** What primary keys are made of. */
export type PrimaryCast = 'uuid' | 'int';

/** A place in a list: the sort key there (null among those without one) and the primary key. */
export interface Position {
  key: string | null;
  primary: string[];
}

/** @throws Refusal when it is no cursor, or that of another list or order. */
export function readCursor(cursor: string, kin: string, cast: Order['cast'], primaryCasts: readonly PrimaryCast[], path: Path): Position {
  const [tag = '', known, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(separator);
  const primary = rest.slice(0, primaryCasts.length);
  const key = rest.slice(primaryCasts.length).join(separator);
  const holds =
    rest.length > primaryCasts.length &&
    primary.every((value, i) => sound[primaryCasts[i]!](value)) &&
    (known === '0' ? key === '' : known === '1' && sound[cast](key));
  if (tag === kin && holds) return { key: known === '1' ? key : null, primary };
  const another = /^[\w-]{6}$/.test(tag) && tag !== kin && rest.length > 1;
  throw badInput({
    path,
    message: another
      ? 'This cursor belongs to another list, order or question. Take one from this list, in this order.'
      : 'This is not a cursor. Take one from pageInfo or from an edge of this list.',
  });
}
