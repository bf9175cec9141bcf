import { createHash } from 'node:crypto';

/** The product's cursors, written without it: the list's mark, the primary key, and the sort key where there is one. */
const separator = '~';

/** The mark of a list in an order, such as `Query.reports`, `PUBLISHED DESC`. */
export const markOf = (list, order) =>
  createHash('sha256').update(`${list} ${order}`).digest('base64url').slice(0, 6);

export const cursorOf = (mark, id, key) =>
  [mark, id, ...(key === null ? [] : [key])].join(separator);

/** The keys that a cursor holds. */
export function placeOf(cursor) {
  const [, id, key = null] = cursor.split(separator);
  return { id, key };
}
