import { hash } from 'node:crypto';

/** The time of the first id, and the largest `order` that is added to it. In milliseconds. */
const start = Date.UTC(2020, 0, 1);
const maxOrder = 2 ** 40;

/**
 * The id of a newly imported record: a UUIDv7 (RFC 9562) that is derived from its key. An import
 * that was interrupted therefore ends with the same ids as one that was not.
 *
 * The time in the id is not a time of writing: it is `order`, so that records which are next to
 * each other in the data set are next to each other in indexes.
 */
export function stableId(type: string, system: string, value: string, order = 0): string {
  const digest = hash('sha256', `${type}\n${system}\n${value}`, 'hex');
  const offset = Math.min(Math.max(Math.trunc(order) || 0, 0), maxOrder);
  const time = (start + offset).toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(digest.charAt(3), 16) & 3) | 8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${digest.slice(0, 3)}`,
    variant + digest.slice(4, 7),
    digest.slice(7, 19),
  ].join('-');
}

/** The id of the n-th dependent object of a record, such as a name or a quantity. */
export const childId = (owner: string, n: number): string => {
  const tail = (Number.parseInt(owner.slice(24), 16) + n + 1) % 2 ** 48;
  return owner.slice(0, 24) + tail.toString(16).padStart(12, '0');
};
