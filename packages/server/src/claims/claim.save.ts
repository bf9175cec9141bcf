import { type EntityTarget, MoreThanOrEqual, type ObjectLiteral } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { saveExternalIds } from '../records/external-ids.ts';
import { replaceList, rowsOf } from '../records/rows.ts';
import { absent } from '../values/absent.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { idOf, newKey } from '../values/ids.ts';
import { Attribution, Speaker } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { Claim } from './claim.entity.ts';
import type { ParsedClaim } from './claim.parse.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { Passage } from './passage.ts';
import { newQuantityRows, saveQuantities } from './quantities.ts';
import { Quantity } from './quantity.entity.ts';

/** A claim to create, in a report. */
export interface NewClaim {
  claim: ParsedClaim;
  reportId: string;
  passage: Passage | undefined;
}

/** Saves new claims. */
export function insertClaims(tx: Tx, newClaims: readonly NewClaim[]): RecordKey[] {
  const claims = newClaims.map((each) => ({ ...each, key: newKey() }));
  const insert = <T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    rowsOfClaim: (claim: ParsedClaim) => readonly object[] | undefined,
  ) =>
    rowsOf(tx, entity).insert(
      claims.flatMap(({ claim, key }) =>
        (rowsOfClaim(claim) ?? []).map((row, position) => ({ position, ...row, claimId: key })),
      ),
    );
  rowsOf(tx, Claim).insert(
    claims.map(({ key, claim, reportId, passage = absent(Passage) }) => ({
      id: key,
      reportId,
      language: 'en',
      aggregate: false,
      occurred: absent(FuzzyInterval),
      ...claim.columns,
      passage,
    })),
  );
  insert(Attribution, ({ attributions }) => attributions?.map(() => ({})));
  insert(Speaker, ({ attributions }) =>
    attributions?.flatMap((chain, attribution) =>
      chain.map((speaker, position) => ({ ...speaker, attribution, position })),
    ),
  );
  insert(Quantity, ({ quantities }) => quantities && newQuantityRows(quantities));
  insert(ClaimPlace, ({ places }) => places);
  insert(ClaimParty, ({ parties }) => parties);
  insert(Citation, ({ citations }) => citations);
  rowsOf(tx, ExternalId).insert(
    claims.flatMap(({ claim, key }) =>
      (claim.externalIds ?? []).map((each) => ({ id: newKey(), ...each, claimId: key })),
    ),
  );
  return claims.map(({ key }) => new RecordKey('Claim', key));
}

/** Saves the lists of a claim whose own row is saved. An undefined list stays as it is. */
export async function saveClaimLists(tx: Tx, claimId: string, claim: ParsedClaim): Promise<void> {
  const recordId = idOf('Claim', claimId);
  const listOf = (field: keyof ParsedClaim) => ({ recordId, field });
  await saveAttributions(tx, claimId, claim.attributions);
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
  const surplus = { claimId, attribution: MoreThanOrEqual(chains.length) };
  await rowsOf(tx, Speaker).delete(await tx.manager.findBy(Speaker, surplus));
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
