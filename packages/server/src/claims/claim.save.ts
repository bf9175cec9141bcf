import { MoreThanOrEqual } from 'typeorm';
import type { Tx } from '../history/write.ts';
import { saveExternalIds } from '../records/external-ids.ts';
import { replaceList } from '../records/rows.ts';
import { idOf } from '../values/ids.ts';
import { Attribution, Speaker } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import type { ParsedClaim } from './claim.parse.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { saveQuantities } from './quantities.ts';

/** Saves the lists of a claim whose own row is saved. An undefined list stays as it is. */
export async function saveClaimLists(tx: Tx, claimId: string, claim: ParsedClaim): Promise<void> {
  const recordId = idOf('Claim', claimId);
  const listOf = (field: keyof ParsedClaim) => ({ recordId, field });
  await saveAttributions(tx, claimId, claim.attributions);
  // Quantities come before places: the index table by place copies the figures when a place is
  // saved.
  await saveQuantities(tx, claimId, claim.quantities);
  await replaceList(tx, ClaimPlace, { claimId }, claim.places, listOf('places'));
  await replaceList(tx, ClaimParty, { claimId }, claim.parties, listOf('parties'));
  await replaceList(tx, Citation, { claimId }, claim.citations, listOf('citations'));
  await saveExternalIds(tx, 'Claim', claimId, claim.externalIds);
}

async function saveAttributions(
  tx: Tx,
  claimId: string,
  chains: ParsedClaim['attributions'],
): Promise<void> {
  if (!chains) return;
  const recordId = idOf('Claim', claimId);
  await tx.manager.delete(Speaker, { claimId, attribution: MoreThanOrEqual(chains.length) });
  await replaceList(
    tx,
    Attribution,
    { claimId },
    chains.map(() => ({})),
    { recordId, field: 'attributions' },
  );
  for (const [attribution, chain] of chains.entries()) {
    const field = `attributions.${attribution}.chain`;
    await replaceList(tx, Speaker, { claimId, attribution }, chain, { recordId, field });
  }
}
