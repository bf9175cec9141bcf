import { claimReview } from './claim-review.ts';
import { exportReviewedClaims, type ReviewedClaim } from './exported-claim.ts';
import type { ExportFormat } from './format.ts';
import { jsonList } from './json-list.ts';

/** JSON-LD: one graph with a ClaimReview of schema.org per claim. */
export const claimreview: ExportFormat = {
  type: 'application/ld+json',
  extension: 'jsonld',
  options: [],
  write: (ledger, { filter }) =>
    jsonList<ReviewedClaim>(ledger, exportReviewedClaims, filter, {
      head: '{"@context":"https://schema.org","@graph":[',
      item: claimReview,
    }),
};
