import { createHmac } from 'node:crypto';

/** The time of the first id, and the largest `order` that is added to it. In milliseconds. */
const start = Date.UTC(2020, 0, 1);
const maxOrder = 2 ** 40;

/** What ids are derived with: a key of the ledger, see {@link idKeyPurpose}. */
export type IdKey = Buffer;

/** The purpose of the key, for `readLedgerKey`. */
export const idKeyPurpose = 'ids of imported records';

/**
 * The id of a newly imported record: a UUIDv8 (RFC 9562) that is derived from its key in the data
 * set. An import that was interrupted therefore ends with the same ids as one that was not. It is
 * an HMAC with a key of the ledger: nobody else can test whether an id is that of a guessed name.
 *
 * Its first 48 bits are no time, but `order`, so that records which are next to each other in the
 * data set are next to each other in indexes. Sources have no order, so their ids say nothing.
 */
export function stableId(
  idKey: IdKey,
  type: string,
  system: string,
  value: string,
  order = 0,
): string {
  const digest = createHmac('sha256', idKey).update(`${type}\n${system}\n${value}`).digest('hex');
  const offset = Math.min(Math.max(Math.trunc(order) || 0, 0), maxOrder);
  const time = (start + offset).toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(digest.charAt(3), 16) & 3) | 8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `8${digest.slice(0, 3)}`,
    variant + digest.slice(4, 7),
    digest.slice(7, 19),
  ].join('-');
}

/**
 * The id of the n-th dependent object of a record, such as a name or a quantity. It follows from
 * the id of the record, which says nothing about the record.
 */
export const childId = (owner: string, n: number): string => {
  const tail = (Number.parseInt(owner.slice(24), 16) + n + 1) % 2 ** 48;
  return owner.slice(0, 24) + tail.toString(16).padStart(12, '0');
};
