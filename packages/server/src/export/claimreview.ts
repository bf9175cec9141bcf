import { type AssessedClaim, claimReview } from './claim-review.ts';
import { claimPages, claimQuery } from './claims.ts';
import type { ExportFormat } from './format.ts';
import { claimFields } from './whole-claim.ts';

const query = claimQuery(
  `${claimFields} assessments(first: 1) { status credibility rationale by at }`,
);

/** JSON-LD: one graph of schema.org's ClaimReview, one a claim. */
export const claimreview: ExportFormat = {
  type: 'application/ld+json',
  extension: 'jsonld',
  async *write(ledger, filter) {
    yield { text: '{"@context":"https://schema.org","@graph":[', records: 0 };
    let before = '\n';
    for await (const claims of claimPages<AssessedClaim>(ledger, query, filter)) {
      yield {
        text: before + claims.map((claim) => JSON.stringify(claimReview(claim))).join(',\n'),
        records: claims.length,
      };
      before = ',\n';
    }
    yield { text: '\n]}\n', records: 0 };
  },
};
