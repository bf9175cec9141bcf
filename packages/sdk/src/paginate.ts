import type { Client, ExecuteArguments, ExecuteOptions } from './client.ts';
import { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';

/**
 * A page of a list, as the API returns it (GraphQL Cursor Connections Specification), with `nodes`
 * or `edges`, and with the page information for the direction of reading.
 */
export type Connection<Node> = {
  readonly pageInfo: PageInfo;
} & ({ readonly nodes: readonly Node[] } | { readonly edges: readonly { readonly node: Node }[] });

/** What a page says about the list before it and after it. */
export type PageInfo =
  | { readonly hasNextPage: boolean; readonly endCursor: string | null }
  | { readonly hasPreviousPage: boolean; readonly startCursor: string | null };

/**
 * The variables that choose a page: its size and the cursor after which it starts, or, from the end
 * of the list, its size and the cursor before which it ends.
 */
export interface Paged {
  /** The number of items of a page, from the start of the list or after `after`. */
  readonly first?: number | null | undefined;
  /** The cursor of the item before the page. */
  readonly after?: string | null | undefined;
  /** The number of items of a page, from the end of the list or before `before`. */
  readonly last?: number | null | undefined;
  /** The cursor of the item after the page. */
  readonly before?: string | null | undefined;
}

type Execute<Data> = (
  operation: unknown,
  variables: object,
  options: ExecuteOptions | undefined,
) => Promise<Data>;

/**
 * Reads a list page by page, from the start or after the cursor `after`. With `last` or `before` it
 * reads backward, from the end or from the cursor `before`. A page is requested only when the loop
 * needs it. `first` or `last` is the page size: 100 by default. `timeoutMs` applies to each page,
 * `signal` to all of them.
 * ```ts
 * for await (const { nodes } of pages(client, Claims, (data) => data.claims)) show(nodes);
 * ```
 * @throws SdkError as `execute` does. Pages that were yielded before are valid.
 */
export async function* pages<Data, Variables extends Paged, Page extends Connection<unknown>>(
  client: Pick<Client, 'execute'>,
  operation: Operation<Data, Variables, 'query'>,
  pick: (data: Data) => Page | null | undefined,
  ...[variables, options]: ExecuteArguments<NoInfer<Variables>>
): AsyncGenerator<Page, void, undefined> {
  const [size, start, hasMore, end] = readsBackward(variables)
    ? (['last', 'before', 'hasPreviousPage', 'startCursor'] as const)
    : (['first', 'after', 'hasNextPage', 'endCursor'] as const);
  let cursor = variables?.[start];
  for (;;) {
    const pageVariables = { [size]: 100, ...variables, [start]: cursor };
    const page = pick(await (client.execute as Execute<Data>)(operation, pageVariables, options));
    if (!page) return;
    yield page;
    const { [hasMore]: goesOn, [end]: next }: AnyPageInfo = page.pageInfo;
    if (goesOn === false) return;
    if (!next || next === cursor)
      throw new SdkError('protocol', `${operation.name} has a next page but no ${end}.`, {
        operation: operation.name,
      });
    cursor = next;
  }
}

/** Page information of either direction. */
export type AnyPageInfo = {
  readonly [Key in 'hasNextPage' | 'hasPreviousPage']?: boolean;
} & { readonly [Key in 'endCursor' | 'startCursor']?: string | null };

const readsBackward = (variables: Paged | undefined) => variables?.last ?? variables?.before;

/**
 * Reads a list item by item, across all its pages: forward, or backward with `last` or `before`.
 * See {@link pages} for page size and errors.
 * ```ts
 * for await (const claim of paginate(client, Claims, (data) => data.claims)) show(claim);
 * ```
 */
export async function* paginate<Data, Variables extends Paged, Node>(
  client: Pick<Client, 'execute'>,
  operation: Operation<Data, Variables, 'query'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
  ...args: ExecuteArguments<NoInfer<Variables>>
): AsyncGenerator<Node, void, undefined> {
  for await (const page of pages(client, operation, pick, ...args)) {
    const nodes = 'nodes' in page ? [...page.nodes] : page.edges.map(({ node }) => node);
    yield* readsBackward(args[0]) ? nodes.reverse() : nodes;
  }
}
