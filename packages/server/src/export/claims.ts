import type { DocumentNode } from 'graphql';
import type { ExportedClaim } from './exported-claim.ts';
import type { GivenFilter } from './format.ts';
import type { LedgerSnapshot } from './ledger-snapshot.ts';

/**
 * Asks an export query page by page, until there are no more claims. It is the API's own query, so
 * an export holds what the query returns, and what the API refuses or hides is refused or hidden
 * here.
 */
export async function* claimPages<Claim extends ExportedClaim>(
  ledger: LedgerSnapshot,
  query: DocumentNode,
  filter: GivenFilter,
): AsyncGenerator<readonly Claim[]> {
  let after: string | null = null;
  do {
    const page: Page<Claim> = JSON.parse(await ledger.ask(query, { filter, after }));
    if (page.nodes.length > 0) yield page.nodes;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

interface Page<Claim> {
  nodes: readonly Claim[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
