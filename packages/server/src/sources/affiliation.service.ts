import { IsNull } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { addClaims, checkReferences } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { FuzzyInterval, fuzzyInterval } from '../values/fuzzy-date.ts';
import { keyOf, newKey, parseId } from '../values/ids.ts';
import { Affiliation, AffiliationClaim } from './affiliation.entity.ts';
import type { AffiliationInput } from './affiliation.inputs.ts';

const root: Path = ['input'];

/** Writes down that a source is said to belong to a faction or another source; where that is written, in the same role and with the same dates, more claims for it. */
export async function affiliateSource(
  tx: Tx,
  input: AffiliationInput,
  path: Path = root,
): Promise<RecordKey> {
  const to = parseId(input.toId, [...path, 'toId']);
  const party = keyOf(input.toId, ['Faction', 'Source'], [...path, 'toId']);
  const toFaction = to.type === 'Faction';
  const sourceId = keyOf(input.sourceId, 'Source', [...path, 'sourceId']);
  if (party === sourceId)
    throw badInput({ path: [...path, 'toId'], message: 'A source cannot belong to itself.' });
  await checkReferences(tx, [
    { type: 'Source', id: input.sourceId, path: [...path, 'sourceId'] },
    { type: toFaction ? 'Faction' : 'Source', id: input.toId, path: [...path, 'toId'] },
    ...input.claimIds.map((id, i) => ({
      type: 'Claim' as const,
      id,
      path: [...path, 'claimIds', i],
    })),
  ]);
  const during = input.during
    ? fuzzyInterval(input.during, [...path, 'during'])
    : absent(FuzzyInterval);
  const ends = {
    sourceId,
    toFactionId: toFaction ? party : null,
    toSourceId: toFaction ? null : party,
    role: input.role ?? null,
  };
  const same = Object.fromEntries(
    Object.entries(ends).map(([key, value]) => [key, value ?? IsNull()]),
  );
  const known = await tx.manager.findOneBy(Affiliation, {
    ...same,
    during: { edtf: during.edtf ?? IsNull() },
    withdrawn: { at: IsNull() },
  });
  const id = known?.id ?? newKey();
  if (!known)
    await tx.manager.insert(Affiliation, { id, ...ends, during, withdrawn: absent(Withdrawal) });
  const claims = input.claimIds.map((claim, i) => keyOf(claim, 'Claim', [...path, 'claimIds', i]));
  await addClaims(tx, AffiliationClaim, { affiliationId: id }, claims);
  return new RecordKey('Affiliation', id);
}
