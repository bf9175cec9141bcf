import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser } from '../records/input-parser.ts';
import { rowsOf } from '../records/rows.ts';
import { lockRecord } from '../records/writing.ts';
import { newKey } from '../values/ids.ts';
import { Rating } from './rating.entity.ts';
import type { RatingInput } from './rating.inputs.ts';
import { Source } from './source.entity.ts';

/** Rates a source’s reliability. Earlier ratings stay. */
export async function rateSource(tx: Tx, id: string, input: RatingInput): Promise<RecordKey> {
  new InputParser({ input }).issues.throwIfAny();
  const { reliability } = input;
  const sourceId = await lockRecord(tx, 'Source', id, undefined, ['sourceId']);
  const rationale = input.rationale.trim();
  rowsOf(tx, Rating).insert([{ id: newKey(), sourceId, reliability, rationale, by: tx.by }]);
  await rowsOf(tx, Source).update([{ id: sourceId, reliability }]);
  return new RecordKey('Source', sourceId);
}
