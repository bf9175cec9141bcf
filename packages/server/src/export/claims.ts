import type { DocumentNode } from 'graphql';
import type { ExportedClaim } from './exported-claim.ts';
import type { GivenFilter } from './format.ts';
import type { LedgerSnapshot } from './ledger-snapshot.ts';
import { maskClaim } from './mask-claim.ts';
import { readMaskedSources } from './masked-sources.ts';
import { hasName } from './name-finder.ts';

/** Some claims, without the identity of protected sources. */
interface ClaimPage<Claim> {
  claims: readonly Claim[];
  /** The ids of claims whose free text contains the name of a protected source. */
  named: readonly string[];
}

/**
 * Asks an export query page by page, until there are no more claims. It is the API's own query, so
 * an export holds what the query returns, and what the API refuses or hides is refused or hidden
 * here. The identity of protected sources is withheld.
 */
export async function* claimPages<Claim extends ExportedClaim>(
  ledger: LedgerSnapshot,
  query: DocumentNode,
  filter: GivenFilter,
): AsyncGenerator<ClaimPage<Claim>> {
  const masked = await readMaskedSources(ledger.client);
  let after: string | null = null;
  do {
    const page: Page<Claim> = JSON.parse(await ledger.ask(query, { filter, after }));
    const claims = page.nodes.map((claim) => maskClaim(claim, masked));
    const named = claims.filter((claim) => hasName(masked.names, claim)).map(({ id }) => id);
    if (claims.length > 0) yield { claims, named };
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

interface Page<Claim> {
  nodes: readonly Claim[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
