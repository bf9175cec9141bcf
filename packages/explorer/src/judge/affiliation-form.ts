import type { ClaimId } from '@claimgraph/sdk/operations';

/**
 * The name under which this browser keeps an affiliation of a claim that is not recorded yet. A
 * claim may have several.
 */
export const affiliationForm = (id: ClaimId, index = 0): string =>
  index ? `affiliate ${id} ${index}` : `affiliate ${id}`;
