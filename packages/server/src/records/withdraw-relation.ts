import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { conflict, notFound } from '../values/errors.ts';
import { keyOf } from '../values/ids.ts';
import { snake } from '../values/snake.ts';
import { requireRationale } from './writing.ts';

/** What stands between records and can be taken away, as they are withdrawn. */
type RelationType = 'ClaimLink' | 'FactionRelation' | 'Affiliation';

/** Takes a tie between records away; it stays readable by its id and in the history, with the reason. @throws Refusal NOT_FOUND, or CONFLICT when it was taken away before. */
export async function withdrawRelation(
  tx: Tx,
  type: RelationType,
  id: string,
  rationale: string,
): Promise<RecordKey> {
  const why = requireRationale(rationale, ['rationale']);
  const key = keyOf(id, type, ['id']);
  const table = snake(type);
  const [tie] = await tx.manager.query(
    `select withdrawn_at from ${table} where id = $1 for update`,
    [key],
  );
  if (!tie) throw notFound(['id'], `There is no ${table.replace('_', ' ')} ${id}.`);
  if (tie.withdrawn_at) throw conflict(['id'], `${id} was taken away already.`);
  const values = [key, why, tx.by];
  await tx.manager.query(
    `update ${table} set withdrawn_rationale = $2, withdrawn_by = $3, withdrawn_at = write_time() where id = $1`,
    values,
  );
  return new RecordKey(type, key);
}
