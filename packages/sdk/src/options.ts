import type { DataTag, InfiniteData } from '@tanstack/react-query';
import type { Client, ExecuteOptions } from './client.ts';
import type { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';
import type { Connection } from './paginate.ts';

/**
 * The cache key of an operation with its variables and its client. Its beginnings are useful to
 * invalidate many queries: `['claimgraph']` matches all, `['claimgraph', 'ClaimById']` one
 * operation.
 */
export type Key<Variables> = readonly [
  'claimgraph',
  string,
  Variables | Record<string, never>,
  { readonly client: string | undefined },
  ...'pages'[],
];

/**
 * Options for `useQuery`, `useSuspenseQuery`, `prefetchQuery` … TanStack Query does not retry,
 * because the client does.
 */
export interface Query<Data, Variables> {
  queryKey: DataTag<Key<Variables>, Data, SdkError>;
  queryFn: (context: { readonly signal: AbortSignal }) => Promise<Data>;
  retry: false;
}

/** Options for `useInfiniteQuery`, which reads a list page by page. */
export interface InfiniteQuery<Data, Variables> {
  queryKey: DataTag<Key<Variables>, InfiniteData<Data, string | null>, SdkError>;
  queryFn: (context: {
    readonly signal: AbortSignal;
    readonly pageParam: string | null;
  }) => Promise<Data>;
  initialPageParam: string | null;
  getNextPageParam: (last: Data) => string | null;
  retry: false;
}

/**
 * Options for `useMutation`. Each call gets an idempotency key, so that the client can retry it. On
 * a page without `crypto.randomUUID` there is no key, and no retry.
 */
export interface Mutation<Data, Variables> {
  mutationKey: readonly ['claimgraph', string];
  mutationFn: (variables: Variables) => Promise<Data>;
  retry: false;
}

/** The part of a client that the options use. */
export type Executor = Pick<Client, 'execute'> & Partial<Pick<Client, 'key'>>;

/** A function that makes TanStack Query options from a client and variables. */
export type Options<Result, Variables> = (
  client: Executor,
  ...args: Record<string, never> extends Variables
    ? [variables?: Variables]
    : [variables: Variables]
) => Result;

type Execute = (
  operation: Operation<unknown, never>,
  variables: object,
  options: ExecuteOptions,
) => Promise<never>;

const keyOf = (
  { name }: { readonly name: string },
  variables: object | undefined,
  { key }: Executor,
  ...rest: 'pages'[]
) => ['claimgraph', name, variables ?? {}, { client: key }, ...rest] as never;

export const options =
  <Data, Variables>(
    operation: Operation<Data, Variables, 'query'>,
  ): Options<Query<Data, Variables>, Variables> =>
  (client, ...[variables]) => ({
    queryKey: keyOf(operation, variables as object, client),
    queryFn: ({ signal }) => (client.execute as Execute)(operation, variables ?? {}, { signal }),
    retry: false,
  });

export const infiniteOptions =
  <Data, Variables>(
    operation: Operation<Data, Variables, 'query'>,
    pick: (data: Data) => Connection<unknown> | null | undefined,
  ): Options<InfiniteQuery<Data, Variables>, Variables> =>
  (client, ...[variables]) => ({
    queryKey: keyOf(operation, variables as object, client, 'pages'),
    queryFn: ({ signal, pageParam }) =>
      (client.execute as Execute)(
        operation,
        { ...variables, ...(pageParam !== null && { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (last) => {
      const { hasNextPage, endCursor } = pick(last)?.pageInfo ?? {};
      return hasNextPage ? (endCursor ?? null) : null;
    },
    retry: false,
  });

export const mutationOptions =
  <Data, Variables>(operation: Operation<Data, Variables, 'mutation'>) =>
  (client: Executor): Mutation<Data, Variables> => ({
    mutationKey: ['claimgraph', operation.name],
    mutationFn: (variables) => {
      const idempotencyKey = globalThis.crypto?.randomUUID?.();
      return (client.execute as Execute)(
        operation,
        variables as object,
        idempotencyKey ? { idempotencyKey } : {},
      );
    },
    retry: false,
  });
