import { IsNull } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { absent } from '../values/absent.ts';
import { idOf, newKey } from '../values/ids.ts';
import { ClaimLinkKind } from './claim.enums.ts';
import { ClaimLink } from './claim-link.entity.ts';
import type { ClaimLinkInput } from './claim-link.inputs.ts';

type ParsedLink = ReturnType<typeof parseLink>;

/** Kinds that mean the same in both directions. */
const symmetricKinds: readonly ClaimLinkKind[] = [
  ClaimLinkKind.SAME_EVENT,
  ClaimLinkKind.CONTRADICTS,
];

/**
 * Links two claims.
 * @throws Refusal naming every invalid field; CONFLICT if the claims already have this link.
 */
export async function linkClaims(tx: Tx, input: ClaimLinkInput): Promise<RecordKey> {
  const parser = new InputParser({ input });
  const link = parseLink(parser, input);
  await resolveReferences(tx, parser);
  const present = await findLink(tx, link);
  if (present)
    parser.issues.add(
      [...inputPath, 'kind'],
      `The claims already have a link of this kind: ${idOf('ClaimLink', present.id)}.`,
      'CONFLICT',
    );
  parser.issues.throwIfAny();
  const id = newKey();
  rowsOf(tx, ClaimLink).insert([{ id, ...link, by: tx.by, withdrawn: absent(Withdrawal) }]);
  return new RecordKey('ClaimLink', id);
}

function parseLink(parser: InputParser, { kind, sharedOrigin, ...input }: ClaimLinkInput) {
  const at = (field: keyof ClaimLinkInput) => [...inputPath, field];
  const fromId = parser.key(input.fromId, 'Claim', at('fromId'));
  const toId = parser.key(input.toId, 'Claim', at('toId'));
  if (fromId === toId && !parser.issues.has(at('toId')))
    parser.issues.add(at('toId'), 'A claim cannot be linked to itself.');
  return { fromId, toId, kind, sharedOrigin, rationale: input.rationale.trim() };
}

async function findLink(tx: Tx, { fromId, toId, kind }: ParsedLink): Promise<ClaimLink | null> {
  const link = { kind, withdrawn: { at: IsNull() } };
  const reverse = symmetricKinds.includes(kind) ? [{ fromId: toId, toId: fromId, ...link }] : [];
  return tx.manager.findOne(ClaimLink, { where: [{ fromId, toId, ...link }, ...reverse] });
}
