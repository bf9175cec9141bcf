import { IsNull } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { checkReferences, requireRationale } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, conflict, type Path } from '../values/errors.ts';
import { idOf, keyOf, newKey } from '../values/ids.ts';
import { ClaimLinkKind } from './claim.enums.ts';
import { ClaimLink } from './claim-link.entity.ts';
import type { ClaimLinkInput } from './claim-link.inputs.ts';

const root: Path = ['input'];

/** Kinds that say the same read from either end. */
const symmetric: readonly ClaimLinkKind[] = [ClaimLinkKind.SAME_EVENT, ClaimLinkKind.CONTRADICTS];

/** Links two claims. @throws Refusal CONFLICT when they are linked so already. */
export async function linkClaims(
  tx: Tx,
  input: ClaimLinkInput,
  path: Path = root,
): Promise<RecordKey> {
  const [fromId, toId] = [
    keyOf(input.fromId, 'Claim', [...path, 'fromId']),
    keyOf(input.toId, 'Claim', [...path, 'toId']),
  ];
  if (fromId === toId)
    throw badInput({ path: [...path, 'toId'], message: 'A claim cannot be linked to itself.' });
  await checkReferences(tx, [
    { type: 'Claim', id: input.fromId, path: [...path, 'fromId'] },
    { type: 'Claim', id: input.toId, path: [...path, 'toId'] },
  ]);
  const standing = { kind: input.kind, withdrawn: { at: IsNull() } };
  const turned = symmetric.includes(input.kind)
    ? [{ fromId: toId, toId: fromId, ...standing }]
    : [];
  const known = await tx.manager.findOne(ClaimLink, {
    where: [{ fromId, toId, ...standing }, ...turned],
  });
  if (known)
    throw conflict(
      [...path, 'kind'],
      `They are linked so already: ${idOf('ClaimLink', known.id)}.`,
    );
  const id = newKey();
  const { kind, sharedOrigin } = input;
  const rationale = requireRationale(input.rationale, [...root, 'rationale']);
  await tx.manager.insert(ClaimLink, {
    id,
    fromId,
    toId,
    kind,
    sharedOrigin,
    rationale,
    by: tx.by,
    withdrawn: absent(Withdrawal),
  });
  return new RecordKey('ClaimLink', id);
}
