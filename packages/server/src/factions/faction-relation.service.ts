import { IsNull } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { addClaims, checkReferences } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { FuzzyInterval, fuzzyInterval } from '../values/fuzzy-date.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { FactionRelation, RelationClaim } from './faction-relation.entity.ts';
import type { FactionRelationInput } from './faction-relation.inputs.ts';

const root: Path = ['input'];

/** Writes down how one faction is said to stand to another; where that is written, with the same dates, more claims for it. @throws Refusal without a claim that says so. */
export async function relateFactions(
  tx: Tx,
  input: FactionRelationInput,
  path: Path = root,
): Promise<RecordKey> {
  const claims = [
    ...new Set(input.claimIds.map((id, i) => keyOf(id, 'Claim', [...path, 'claimIds', i]))),
  ];
  if (claims.length === 0)
    throw badInput({
      path: [...path, 'claimIds'],
      message: 'A relation rests on at least one claim: give the claims that say so.',
    });
  const [fromId, toId] = [
    keyOf(input.fromId, 'Faction', [...path, 'fromId']),
    keyOf(input.toId, 'Faction', [...path, 'toId']),
  ];
  if (fromId === toId)
    throw badInput({
      path: [...path, 'toId'],
      message: 'A faction cannot stand in a relation to itself.',
    });
  await checkReferences(tx, [
    { type: 'Faction', id: input.fromId, path: [...path, 'fromId'] },
    { type: 'Faction', id: input.toId, path: [...path, 'toId'] },
    ...input.claimIds.map((id, i) => ({
      type: 'Claim' as const,
      id,
      path: [...path, 'claimIds', i],
    })),
  ]);
  const during = input.during
    ? fuzzyInterval(input.during, [...path, 'during'])
    : absent(FuzzyInterval);
  const same = {
    fromId,
    toId,
    kind: input.kind,
    during: { edtf: during.edtf ?? IsNull() },
    withdrawn: { at: IsNull() },
  };
  const known = await tx.manager.findOneBy(FactionRelation, same);
  const id = known?.id ?? newKey();
  if (!known)
    await tx.manager.insert(FactionRelation, {
      id,
      fromId,
      toId,
      kind: input.kind,
      during,
      withdrawn: absent(Withdrawal),
    });
  await addClaims(tx, RelationClaim, { relationId: id }, claims);
  return new RecordKey('FactionRelation', id);
}
