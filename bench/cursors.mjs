import { createHash } from 'node:crypto';

/**
 * The product's cursors, implemented without its code: the tag of the list, the primary key, and
 * the sort key unless that is null.
 */
const separator = '~';

/** The tag of a list in an order, such as `Query.reports` in `PUBLISHED DESC`. */
export const tagOf = (list, order) =>
  createHash('sha256').update(`${list} ${order}`).digest('base64url').slice(0, 6);

export const cursorOf = (tag, id, key) => [tag, id, ...(key === null ? [] : [key])].join(separator);

/** The primary key and the sort key that a cursor contains. */
export function keysOf(cursor) {
  const [, id, key = null] = cursor.split(separator);
  return { id, key };
}
