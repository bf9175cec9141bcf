import type { Operation } from './operation.ts';
import type { Executor, KeyOptions, PageParam } from './options.ts';
import type { AnyPageInfo, Connection, Paged } from './paginate.ts';

/** The page size of the server, where a query gives none. */
const defaultPageSize = 20;

/** The cache key of an operation, see `Key`. Its type is that of the options that contain it. */
export const keyOf = (
  { key }: Executor,
  { name, text, hash }: Operation<unknown, never>,
  variables: unknown,
  { keyPrefix = [] }: KeyOptions = {},
  about: object = {},
): never =>
  [
    ...keyPrefix,
    'claimgraph',
    name,
    typeof variables === 'symbol' ? null : (variables ?? {}),
    // The operations of the SDK have names of their own, and hashes that are known.
    { client: key, ...(typeof hash !== 'string' && { text }), ...about },
  ] as never;

/** The function, or `skipToken` in its place. */
export const unlessSkipped = <Read>(variables: unknown, read: Read): Read =>
  typeof variables === 'symbol' ? (variables as Read) : read;

/** The variables of a page. Earlier pages are read backward, so they need `last`. */
export function pageVariables(variables: Paged | symbol | undefined, param: PageParam): object {
  if (!param) return Object(variables);
  const { first, last, after, before, ...others }: Paged = Object(variables);
  const size = first ?? last;
  return 'after' in param
    ? { ...others, first: size, ...param }
    : { ...others, last: size ?? defaultPageSize, ...param };
}

/** The functions that find the pages before and after one. */
export function pageParamsOf<Data>(
  { text }: Operation<unknown, never>,
  pick: (data: Data) => Connection<unknown> | null | undefined,
) {
  const infoOf = (data: Data): AnyPageInfo => pick(data)?.pageInfo ?? {};
  return {
    getNextPageParam: (data: Data): PageParam => {
      const { hasNextPage, endCursor } = infoOf(data);
      return hasNextPage && endCursor ? { after: endCursor } : null;
    },
    getPreviousPageParam: (data: Data): PageParam => {
      const { hasPreviousPage, startCursor } = infoOf(data);
      const canReadBackward = /\$before\b/.test(text);
      return hasPreviousPage && startCursor && canReadBackward ? { before: startCursor } : null;
    },
  };
}
