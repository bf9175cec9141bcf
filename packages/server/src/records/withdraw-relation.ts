import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { conflict, notFound } from '../values/errors.ts';
import { keyOf, nounOf } from '../values/ids.ts';
import { snake } from '../values/snake.ts';
import { requireRationale } from './writing.ts';

/** The relations between records that can be withdrawn, as records can. */
type RelationType = 'ClaimLink' | 'FactionRelation' | 'Affiliation';

/**
 * Withdraws a relation between records. It stays readable by its id and in the history.
 * @throws Refusal NOT_FOUND, or CONFLICT if it has already been withdrawn.
 */
export async function withdrawRelation(
  tx: Tx,
  type: RelationType,
  id: string,
  rationale: string,
): Promise<RecordKey> {
  const reason = requireRationale(rationale, ['rationale']);
  const key = keyOf(id, type, ['id']);
  const table = snake(type);
  const [relation] = await tx.manager.query(
    `select withdrawn_at from ${table} where id = $1 for update`,
    [key],
  );
  if (!relation) throw notFound(['id'], `There is no ${nounOf(type)} ${id}.`);
  if (relation.withdrawn_at) throw conflict(['id'], `${id} has already been withdrawn.`);
  await tx.manager.query(
    `update ${table} set withdrawn_rationale = $2, withdrawn_by = $3, withdrawn_at = write_time()
     where id = $1`,
    [key, reason, tx.by],
  );
  return new RecordKey(type, key);
}
