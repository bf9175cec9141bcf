import { type DocumentNode, parse } from 'graphql';
import type { GivenFilter } from './format.ts';
import type { LedgerSnapshot } from './ledger-snapshot.ts';

/** A query of one page of claims, of each the fields given: in the order of the API's list, the latest first. */
export const claimQuery = (fields: string): DocumentNode =>
  parse(`query Export($filter: ClaimFilter, $after: String) {
    claims(first: 100, after: $after, filter: $filter) { nodes { ${fields} } pageInfo { hasNextPage endCursor } }
  }`);

/**
 * All claims of a filter, page by page: the API's own query, asked on until there is no more. So an export holds what the query holds, and
 * whatever is refused or hidden there is refused or hidden here.
 */
export async function* claimPages<T>(
  ledger: LedgerSnapshot,
  query: DocumentNode,
  filter: GivenFilter,
): AsyncGenerator<T[]> {
  let after: string | null = null;
  do {
    const page: Page<T> = JSON.parse(await ledger.ask(query, { filter, after }));
    if (page.nodes.length > 0) yield page.nodes;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
