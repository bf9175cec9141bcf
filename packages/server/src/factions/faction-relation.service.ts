import { IsNull } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { addClaims, rowsOf } from '../records/rows.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { absent } from '../values/absent.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { newKey } from '../values/ids.ts';
import { FactionRelation, RelationClaim } from './faction-relation.entity.ts';
import type { FactionRelationInput } from './faction-relation.inputs.ts';

type ParsedRelation = ReturnType<typeof parseRelation>;

/**
 * Records a relation that one faction is said to have to another. If the same relation exists, with
 * the same dates, the claims are added to it.
 * @throws Refusal naming every invalid field.
 */
export async function relateFactions(tx: Tx, input: FactionRelationInput): Promise<RecordKey> {
  const parser = new InputParser({ input });
  const relation = parseRelation(parser, input);
  await resolveReferences(tx, parser);
  parser.issues.throwIfAny();
  return saveRelation(tx, relation);
}

function parseRelation(parser: InputParser, input: FactionRelationInput) {
  const at = (field: keyof FactionRelationInput) => [...inputPath, field];
  const fromId = parser.key(input.fromId, 'Faction', at('fromId'));
  const toId = parser.key(input.toId, 'Faction', at('toId'));
  if (fromId === toId && !parser.issues.has(at('toId')))
    parser.issues.add(at('toId'), 'A faction cannot have a relation to itself.');
  return {
    ends: { fromId, toId, kind: input.kind },
    during: parser.interval(input.during ?? null, at('during')) ?? absent(FuzzyInterval),
    claims: parser.keys(input.claimIds, 'Claim', at('claimIds')) ?? [],
  };
}

async function saveRelation(tx: Tx, { ends, during, claims }: ParsedRelation): Promise<RecordKey> {
  const same = await tx.manager.findOneBy(FactionRelation, {
    ...ends,
    during: { edtf: during.edtf ?? IsNull() },
    withdrawn: { at: IsNull() },
  });
  const id = same?.id ?? newKey();
  if (!same)
    rowsOf(tx, FactionRelation).insert([{ id, ...ends, during, withdrawn: absent(Withdrawal) }]);
  await addClaims(tx, RelationClaim, { relationId: id }, claims);
  return new RecordKey('FactionRelation', id);
}
