import { createHash } from 'node:crypto';

/** The product's cursors, written without it: the list's mark, whether there is a sort key, the primary key, the sort key. */
const separator = '\u001f';

/** The mark of a list in an order, such as `Query.reports`, `PUBLISHED DESC`. */
export const markOf = (list, order) => createHash('sha256').update(`${list} ${order}`).digest('base64url').slice(0, 6);

export const cursorOf = (mark, id, key) => Buffer.from([mark, key === null ? 0 : 1, id, key ?? ''].join(separator)).toString('base64url');

/** The keys that a cursor holds. */
export function placeOf(cursor) {
  const [, , id, key] = Buffer.from(cursor, 'base64url').toString('utf8').split(separator);
  return { id, key: key || null };
}
