import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { lockRecord, requireRationale } from '../records/writing.ts';
import { type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { Rating } from './rating.entity.ts';
import type { RatingInput } from './rating.inputs.ts';
import { Source } from './source.entity.ts';

const root: Path = ['input'];

/** Judges a source's reliability; the former judgements stay. */
export async function rateSource(
  tx: Tx,
  id: string,
  { reliability, rationale }: RatingInput,
): Promise<RecordKey> {
  const why = requireRationale(rationale, [...root, 'rationale']);
  const key = await lockRecord(tx, 'Source', id, undefined, ['sourceId']);
  await tx.manager.insert(Rating, {
    id: newKey(),
    sourceId: key,
    reliability,
    rationale: why,
    by: tx.by,
  });
  await tx.manager.update(Source, key, { reliability });
  return new RecordKey('Source', key);
}
