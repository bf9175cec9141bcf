import { createHash } from 'node:crypto';
import { validate } from 'uuid';
import { badInput, type Path } from '../values/errors.ts';
import type { Order } from './declare.ts';
import { join, raw, type Sql, sql, text } from './sql.ts';

/** Unit separator: stands in no name, date or id. */
const separator = '\u001f';

const forms: Record<Order['cast'] | 'uuid', RegExp> = {
  date: /^-?\d{4,6}-\d\d-\d\d( BC)?$/,
  timestamptz: /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  text: /^\P{Cs}*$/su,
  uuid: /^[0-9a-f-]{36}$/,
};

/** Cursors of one field in one order are of one family; no other list takes them. */
export const family = (field: string, order: string): string =>
  createHash('sha256').update(`${field} ${order}`).digest('base64url').slice(0, 6);

/** A cursor in SQL: the family, whether the sort key is null, the key, and the primary key. Made by PostgreSQL, so that no microsecond is lost. */
export const cursorText = (kin: string, key: Sql, primary: readonly Sql[]): Sql => {
  const parts = [text(kin), sql`(case when ${key} is null then 0 else 1 end)`, sql`coalesce(${key}::text, '')`, ...primary];
  return sql`translate(encode(convert_to(concat_ws(${raw("E'\\x1f'")}, ${join(parts, ', ')}), 'UTF8'), 'base64'), ${raw("E'+/=\\n', '-_'")})`;
};

/** A place in a list: the sort key there (null among those without one) and the primary key. */
export interface Position {
  key: string | null;
  primary: string[];
}

/** @throws Refusal when it is no cursor, or that of another list or order. */
export function readCursor(cursor: string, kin: string, cast: Order['cast'], primaryCasts: readonly string[], path: Path): Position {
  const [tag, known, key, ...primary] = Buffer.from(cursor, 'base64url').toString('utf8').split(separator);
  const sound =
    (known === '0' ? key === '' : known === '1' && forms[cast].test(key ?? '')) &&
    primary.length === primaryCasts.length &&
    primary.every((value, i) => (primaryCasts[i] === 'uuid' ? validate(value) : forms.int.test(value)));
  if (tag !== kin && /^[\w-]{6}$/.test(tag ?? '') && primary.length > 0) {
    throw badInput({ path, message: 'This cursor belongs to another list or another order. Take one from this list, in this order.' });
  }
  if (tag !== kin || !sound)
    throw badInput({ path, message: 'This is not a cursor. Take one from pageInfo or from an edge of this list.' });
  return { key: known === '1' ? key! : null, primary };
}
