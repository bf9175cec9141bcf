import type { Client, ExecuteArguments, ExecuteOptions } from './client.ts';
import { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';

/** A page of a list, as the API returns it (GraphQL Cursor Connections Specification). */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The variables that choose a page: its size, and the cursor after which it starts. */
export interface Paged {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

type Execute<Data> = (
  operation: unknown,
  variables: object,
  options: ExecuteOptions | undefined,
) => Promise<Data>;

/**
 * Reads a list page by page, from the start or after the cursor `after`. A page is requested only
 * when the loop needs it. `first` is the page size: 100 by default. `timeoutMs` applies to each
 * page, `signal` to all of them.
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
  let after = variables?.after;
  for (;;) {
    const pageVariables = { first: 100, ...variables, after };
    const page = pick(await (client.execute as Execute<Data>)(operation, pageVariables, options));
    if (!page) return;
    yield page;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || endCursor === after)
      throw new SdkError(
        'protocol',
        `${operation.name} has a next page but no cursor to reach it.`,
        { operation: operation.name },
      );
    after = endCursor;
  }
}

/**
 * Reads a list item by item, across all its pages. See {@link pages} for page size and errors.
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
  for await (const { nodes } of pages(client, operation, pick, ...args)) yield* nodes;
}
