import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { lockRecord, requireRationale } from '../records/writing.ts';
import { type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { Assessment } from './assessment.entity.ts';
import type { AssessmentInput } from './assessment.inputs.ts';
import { Claim } from './claim.entity.ts';

const root: Path = ['input'];

/** Judges a claim; the former judgements stay. */
export async function assessClaim(
  tx: Tx,
  id: string,
  { status, credibility, rationale }: AssessmentInput,
): Promise<RecordKey> {
  const why = requireRationale(rationale, [...root, 'rationale']);
  const key = await lockRecord(tx, 'Claim', id, undefined, ['claimId']);
  await tx.manager.insert(Assessment, {
    id: newKey(),
    claimId: key,
    status,
    credibility,
    rationale: why,
    by: tx.by,
  });
  await tx.manager.update(Claim, key, { status, credibility });
  return new RecordKey('Claim', key);
}
