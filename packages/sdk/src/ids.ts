import type { NodeId } from './generated/operations.ts';

/** The letters before the `_` of an id, which name the type of its record: `clm`, `loc` … */
export type IdPrefix = NodeId extends infer Id
  ? Id extends `${infer Prefix}_${string}`
    ? Prefix
    : never
  : never;

/**
 * Whether a text has the form of an id of a type, so that it can be used as one. Only the server
 * knows whether the record exists.
 * ```ts
 * if (isId('loc', text)) await client.execute(LocationById, { id: text });
 * ```
 */
export const isId = <Prefix extends IdPrefix>(
  prefix: Prefix,
  text: string,
): text is `${Prefix}_${string}` =>
  new RegExp(`^${prefix}_[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}$`, 'i').test(text);
