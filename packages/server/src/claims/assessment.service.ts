import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser } from '../records/input-parser.ts';
import { rowsOf } from '../records/rows.ts';
import { lockRecord } from '../records/writing.ts';
import { newKey } from '../values/ids.ts';
import { Assessment } from './assessment.entity.ts';
import type { AssessmentInput } from './assessment.inputs.ts';
import { Claim } from './claim.entity.ts';

/** Assesses a claim. Earlier assessments stay. */
export async function assessClaim(tx: Tx, id: string, input: AssessmentInput): Promise<RecordKey> {
  new InputParser({ input }).issues.throwIfAny();
  const { status, credibility } = input;
  const claimId = await lockRecord(tx, 'Claim', id, undefined, ['claimId']);
  const rationale = input.rationale.trim();
  rowsOf(tx, Assessment).insert([
    { id: newKey(), claimId, status, credibility, rationale, by: tx.by },
  ]);
  await rowsOf(tx, Claim).update([{ id: claimId, status, credibility }]);
  return new RecordKey('Claim', claimId);
}
