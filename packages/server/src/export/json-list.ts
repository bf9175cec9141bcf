import type { DocumentNode } from 'graphql';
import { claimPages } from './claims.ts';
import type { ExportedClaim } from './exported-claim.ts';
import type { ExportChunk, GivenFilter } from './format.ts';
import type { LedgerSnapshot } from './ledger-snapshot.ts';

/** Writes claims as a JSON list between a head and an end, one item per line. */
export async function* jsonList<Claim extends ExportedClaim>(
  ledger: LedgerSnapshot,
  query: DocumentNode,
  filter: GivenFilter,
  { head, item }: { head: string; item: (claim: Claim) => object },
): AsyncGenerator<ExportChunk> {
  yield { text: head, records: 0 };
  let separator = '\n';
  for await (const claims of claimPages<Claim>(ledger, query, filter)) {
    const text = claims.map((claim) => JSON.stringify(item(claim))).join(',\n');
    yield { text: separator + text, records: claims.length };
    separator = ',\n';
  }
  yield { text: '\n]}\n', records: 0 };
}
