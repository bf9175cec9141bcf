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
import { Affiliation, AffiliationClaim } from './affiliation.entity.ts';
import type { AffiliationInput } from './affiliation.inputs.ts';

type ParsedAffiliation = ReturnType<typeof parseAffiliation>;

/**
 * Records that a source is said to belong to a faction or to another source. If the same
 * affiliation exists, with the same role and dates, the claims are added to it.
 * @throws Refusal naming every invalid field.
 */
export async function affiliateSource(tx: Tx, input: AffiliationInput): Promise<RecordKey> {
  const parser = new InputParser({ input });
  const parsed = parseAffiliation(parser, input);
  await resolveReferences(tx, parser);
  await refuseProtected(tx, parser, parsed);
  parser.issues.throwIfAny();
  return saveAffiliation(tx, parsed);
}

/** What a protected source belongs to would say who it is. */
async function refuseProtected(
  tx: Tx,
  { issues }: InputParser,
  { ends: { sourceId, toSourceId } }: ParsedAffiliation,
): Promise<void> {
  const found = await tx.query<{ id: string }>(
    `select id from source where id = any ($1::uuid[]) and protection <> 'PUBLIC'`,
    [[sourceId, toSourceId].filter((key) => key !== null)],
  );
  for (const { id } of found)
    issues.add(
      [...inputPath, id === sourceId ? 'sourceId' : 'toId'],
      'What a protected source belongs to says who it is. Write it into `identityNotes` of ' +
        'updateSource.',
    );
}

function parseAffiliation(parser: InputParser, input: AffiliationInput) {
  const at = (field: keyof AffiliationInput) => [...inputPath, field];
  const sourceId = parser.key(input.sourceId, 'Source', at('sourceId'));
  const to = parser.record(input.toId, ['Faction', 'Source'], at('toId'));
  if (to?.key === sourceId) parser.issues.add(at('toId'), 'A source cannot belong to itself.');
  return {
    ends: {
      sourceId,
      toFactionId: to?.type === 'Faction' ? to.key : null,
      toSourceId: to?.type === 'Source' ? to.key : null,
      role: input.role ?? null,
    },
    during: parser.interval(input.during ?? null, at('during')) ?? absent(FuzzyInterval),
    claims: parser.keys(input.claimIds, 'Claim', at('claimIds')) ?? [],
  };
}

async function saveAffiliation(
  tx: Tx,
  { ends, during, claims }: ParsedAffiliation,
): Promise<RecordKey> {
  const nullable = Object.entries(ends).map(([key, value]) => [key, value ?? IsNull()]);
  const same = await tx.manager.findOneBy(Affiliation, {
    ...Object.fromEntries(nullable),
    during: { edtf: during.edtf ?? IsNull() },
    withdrawn: { at: IsNull() },
  });
  const id = same?.id ?? newKey();
  if (!same)
    rowsOf(tx, Affiliation).insert([{ id, ...ends, during, withdrawn: absent(Withdrawal) }]);
  await addClaims(tx, AffiliationClaim, { affiliationId: id }, claims);
  return new RecordKey('Affiliation', id);
}
