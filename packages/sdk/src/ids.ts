import type { NodeId } from './generated/operations.ts';

/** The first letters of an id, which tell what it is the id of: `clm`, `loc` … */
export type IdPrefix = NodeId extends infer Id
  ? Id extends `${infer Prefix}_${string}`
    ? Prefix
    : never
  : never;

/**
 * Whether a text has the form of an id of that type, so that it may be given as one: `if (isId('loc', text)) client.execute(LocationById, { id: text })`.
 * Whether there is such a record only the server knows.
 */
export const isId = <Prefix extends IdPrefix>(
  prefix: Prefix,
  text: string,
): text is `${Prefix}_${string}` =>
  new RegExp(`^${prefix}_[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}$`, 'i').test(text);
