import type { DataTag, InfiniteData, SkipToken } from '@tanstack/query-core';
import type { Client } from './client.ts';
import type { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';
import type { Connection, Paged } from './paginate.ts';
import { keyOf, pageParamsOf, pageVariables, unlessSkipped } from './query-key.ts';

/**
 * The cache key of an operation with its variables and its client. Its beginnings are useful to
 * invalidate many queries: `['claimgraph']` matches all, `['claimgraph', 'ClaimById']` one
 * operation. The variables of a skipped query are null. An operation of your own also has its text
 * in the key, because another may have its name.
 */
export type Key<Variables> = readonly [
  ...prefix: unknown[],
  tag: 'claimgraph',
  operation: string,
  variables: Variables | Record<string, never> | null,
  about: {
    readonly client: string | undefined;
    readonly text?: string;
    readonly pages?: true;
  },
];

/** Where a page of an infinite query starts or ends. Null: the first one that is read. */
export type PageParam = { readonly after: string } | { readonly before: string } | null;

/**
 * Options for `useQuery`, `useSuspenseQuery`, `prefetchQuery` … TanStack Query does not retry,
 * because the client does.
 */
export interface Query<Data, Variables> {
  queryKey: DataTag<Key<Variables>, Data, SdkError>;
  queryFn: (context: { readonly signal: AbortSignal }) => Promise<Data>;
  retry: false;
}

/** Options for `useInfiniteQuery`, which reads a list page by page, in both directions. */
export interface InfiniteQuery<Data, Variables> {
  queryKey: DataTag<Key<Variables>, InfiniteData<Data, PageParam>, SdkError>;
  queryFn: (context: {
    readonly signal: AbortSignal;
    readonly pageParam: PageParam;
  }) => Promise<Data>;
  initialPageParam: PageParam;
  getNextPageParam: (last: Data) => PageParam;
  /** Null if the query has no variables `$last` and `$before`. */
  getPreviousPageParam: (first: Data) => PageParam;
  retry: false;
}

/**
 * Options for `useMutation`. Each call gets an idempotency key, so that the client can retry it. On
 * a page without `crypto.randomUUID` there is no key, and no retry.
 */
export interface Mutation<Data, Variables> {
  mutationKey: readonly [...prefix: unknown[], tag: 'claimgraph', operation: string];
  mutationFn: (variables: Variables) => Promise<Data>;
  retry: false;
}

/** The part of a client that the options use. */
export type Executor = Pick<Client, 'execute'> & Partial<Pick<Client, 'key'>>;

/** How a query or mutation appears in TanStack Query. */
export interface KeyOptions {
  /** The beginning of the cache key, such as `['desk', 7]`. Default: none. */
  readonly keyPrefix?: readonly unknown[] | undefined;
}

/** How a mutation is sent. */
export interface MutationOptions<Variables> extends KeyOptions {
  /**
   * The idempotency key of a call, or a function of its variables. A key belongs to one write: use
   * a function unless the form that uses the mutation is sent once. Default: a new key per call.
   */
  readonly idempotencyKey?: string | ((variables: Variables) => string) | undefined;
}

/**
 * The variables of a query, which are optional if it requires none. `skipToken` of TanStack Query
 * in their place: the query waits until it has variables. `useSuspenseQuery` cannot wait.
 */
export type QueryArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables | SkipToken, options?: KeyOptions]
    : [variables: Variables | SkipToken, options?: KeyOptions];

/** A function that makes TanStack Query options from a client and variables. */
export type Options<Result, Variables> = (
  client: Executor,
  ...args: QueryArguments<Variables>
) => Result;

type Execute = (...args: unknown[]) => Promise<never>;

/**
 * Options for `useQuery` … with a query of your own.
 * ```ts
 * const { data } = useQuery(queryOptions(client, Titles, { first: 10 }));
 * ```
 */
export const queryOptions = <Data, Variables>(
  client: Executor,
  operation: Operation<Data, Variables, 'query'>,
  ...[variables, options]: QueryArguments<NoInfer<Variables>>
): Query<Data, Variables> => ({
  queryKey: keyOf(client, operation, variables, options),
  queryFn: unlessSkipped(variables, ({ signal }) =>
    (client.execute as Execute)(operation, variables ?? {}, { signal }),
  ),
  retry: false,
});

/**
 * Options for `useInfiniteQuery` with a list of your own. `pick` finds the list in the data. The
 * query has variables `$first` and `$after`, and for earlier pages also `$last` and `$before`.
 * ```ts
 * const { data } = useInfiniteQuery(infiniteOptions(client, Titles, (data) => data.reports));
 * ```
 */
export const infiniteOptions = <Data, Variables extends Paged>(
  client: Executor,
  operation: Operation<Data, Variables, 'query'>,
  pick: (data: Data) => Connection<unknown> | null | undefined,
  ...[variables, options]: QueryArguments<NoInfer<Variables>>
): InfiniteQuery<Data, Variables> => ({
  queryKey: keyOf(client, operation, variables, options, { pages: true }),
  queryFn: unlessSkipped(variables, ({ signal, pageParam }) =>
    (client.execute as Execute)(operation, pageVariables(variables, pageParam), { signal }),
  ),
  initialPageParam: null,
  ...pageParamsOf(operation, pick),
  retry: false,
});

/**
 * Options for `useMutation` with a mutation of your own.
 * ```ts
 * const { mutate } = useMutation(mutationOptions(client, Rename));
 * ```
 */
export const mutationOptions = <Data, Variables>(
  client: Executor,
  operation: Operation<Data, Variables, 'mutation'>,
  { keyPrefix = [], idempotencyKey: key }: MutationOptions<NoInfer<Variables>> = {},
): Mutation<Data, Variables> => ({
  mutationKey: [...keyPrefix, 'claimgraph', operation.name],
  mutationFn: (variables) => {
    const chosen = typeof key === 'function' ? key(variables) : key;
    const idempotencyKey = chosen ?? globalThis.crypto?.randomUUID?.();
    return (client.execute as Execute)(operation, variables, { idempotencyKey });
  },
  retry: false,
});

/** The same for an operation of the SDK. */
export const queryOptionsOf =
  <Data, Variables>(
    operation: Operation<Data, Variables, 'query'>,
  ): Options<Query<Data, Variables>, Variables> =>
  (client, ...args) =>
    queryOptions(client, operation, ...args);

export const infiniteOptionsOf =
  <Data, Variables extends Paged>(
    operation: Operation<Data, Variables, 'query'>,
    pick: (data: Data) => Connection<unknown> | null | undefined,
  ): Options<InfiniteQuery<Data, Variables>, Variables> =>
  (client, ...args) =>
    infiniteOptions(client, operation, pick, ...args);

export const mutationOptionsOf =
  <Data, Variables>(operation: Operation<Data, Variables, 'mutation'>) =>
  (client: Executor, options?: MutationOptions<Variables>): Mutation<Data, Variables> =>
    mutationOptions(client, operation, options);
