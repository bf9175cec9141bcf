import { hash } from 'node:crypto';

/** Ids of imported records count from here; see {@link stableId}. */
const start = Date.UTC(2020, 0, 1);
const most = 2 ** 40;

/**
 * The id that a record gets when it is first imported: a UUIDv7 (RFC 9562) that follows from its key, so that an import that was interrupted ends
 * with the same ids as one that was not. Its time is no time of day: `order` places it among its like, so that neighbours lie together.
 */
export function stableId(type: string, system: string, value: string, order = 0): string {
  const digest = hash('sha256', `${type}\n${system}\n${value}`, 'hex');
  const time = (start + Math.min(Math.max(Math.trunc(order) || 0, 0), most))
    .toString(16)
    .padStart(12, '0');
  const variant = ((Number.parseInt(digest[3]!, 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** The id of the n-th thing of a kind that hangs on a record: another one for each. */
export const childId = (owner: string, n: number): string => {
  const tail = (Number.parseInt(owner.slice(24), 16) + n + 1) % 2 ** 48;
  return owner.slice(0, 24) + tail.toString(16).padStart(12, '0');
};
