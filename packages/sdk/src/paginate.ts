import type { Client, ExecuteArguments, ExecuteOptions } from './client.ts';
import { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';

/** A page of a list, as the API answers it (GraphQL Cursor Connections). */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The variables that a list is paged by. */
export interface Paged {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** As much of a client as pages are read by. */
type Asks = Pick<Client, 'execute'>;

type Ask<Data> = (
  operation: unknown,
  variables: object,
  options: ExecuteOptions | undefined,
) => Promise<Data>;

/**
 * The pages of a list, from the first (or from `after`) on, each asked for when it is wanted: leave the loop, and no more is asked. 100 items a page
 * unless `first` says otherwise. `timeoutMs` is for each page; `signal` for all.
 * @throws SdkError as `execute` does; what was given before stays good.
 */
export async function* pages<Data, Variables extends Paged, Page extends Connection<unknown>>(
  client: Asks,
  operation: Operation<Data, Variables, 'query'>,
  pick: (data: Data) => Page | null | undefined,
  ...[variables, options]: ExecuteArguments<NoInfer<Variables>>
): AsyncGenerator<Page, void, undefined> {
  let after = variables?.after;
  for (;;) {
    const asked = { first: 100, ...variables, after };
    const page = pick(await (client.execute as Ask<Data>)(operation, asked, options));
    if (!page) return;
    yield page;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || endCursor === after)
      throw new SdkError('protocol', `${operation.name} says that there is more, but not where.`);
    after = endCursor;
  }
}

/** The items of a list, one by one, across all its pages; see `pages`. */
export async function* paginate<Data, Variables extends Paged, Node>(
  client: Asks,
  operation: Operation<Data, Variables, 'query'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
  ...args: ExecuteArguments<NoInfer<Variables>>
): AsyncGenerator<Node, void, undefined> {
  for await (const { nodes } of pages(client, operation, pick, ...args)) yield* nodes;
}
