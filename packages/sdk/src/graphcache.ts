/** What Graphcache, the normalized cache of urql, must know about the schema. */
import { pagedFields, possibleTypes as types, typesWithoutId } from './generated/cache.ts';

/** The types of each interface, for `cacheExchange({ possibleTypes })`. */
export const possibleTypes: Record<string, string[]> = Object.fromEntries(
  Object.entries(types).map(([name, names]) => [name, [...names]]),
);

/** For `cacheExchange({ keys })`: objects of these types have no id. */
export const keys: Record<string, () => null> = Object.fromEntries(
  typesWithoutId.map((name) => [name, () => null]),
);

/**
 * For `cacheExchange({ resolvers: resolversWith(relayPagination()) })`: joins the pages of each
 * list. `relayPagination` is in `@urql/exchange-graphcache/extras`.
 */
export const resolversWith = <Resolver>(
  relayPagination: Resolver,
): Record<string, Record<string, Resolver>> =>
  Object.fromEntries(
    Object.entries(pagedFields).map(([name, fields]) => [
      name,
      Object.fromEntries(fields.map((field) => [field, relayPagination])),
    ]),
  );
