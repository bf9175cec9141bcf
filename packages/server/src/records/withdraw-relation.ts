import { RecordKey } from '../compiler/payload.ts';
import { requireRationale, stateRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { conflict, notFound } from '../values/errors.ts';
import { idOf, keyOf, nounOf } from '../values/ids.ts';
import { snake } from '../values/snake.ts';
import { clearedWithdrawal } from './restore.ts';
import { warnOfWithdrawn } from './withdrawn-dependencies.ts';

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
  const { key, withdrawn } = await lockRelation(tx, type, id);
  if (withdrawn) throw conflict(['id'], `${id} has already been withdrawn.`);
  await stateRationale(tx, reason);
  await tx.manager.query(
    `update ${snake(type)}
     set withdrawn_rationale = $2, withdrawn_by = $3, withdrawn_at = write_time()
     where id = $1`,
    [key, reason, tx.by],
  );
  return new RecordKey(type, key);
}

/**
 * Puts a withdrawn relation between records back.
 * @throws Refusal NOT_FOUND, or CONFLICT if it is not withdrawn, or if the records have got the
 *   same relation since.
 */
export async function restoreRelation(
  tx: Tx,
  type: RelationType,
  id: string,
  rationale: string,
): Promise<RecordKey> {
  const reason = requireRationale(rationale, ['rationale']);
  const { key, withdrawn } = await lockRelation(tx, type, id);
  if (!withdrawn) throw conflict(['id'], `${id} is not withdrawn.`);
  const [same] = await tx.manager.query(
    `select o.id from ${snake(type)} r join ${snake(type)} o on ${isSame[type]}
     where r.id = $1 and o.id <> r.id and o.withdrawn_at is null limit 1`,
    [key],
  );
  if (same)
    throw conflict(
      ['id'],
      `${idOf(type, same.id)} says the same and is not withdrawn, so ${id} stays withdrawn.`,
    );
  await stateRationale(tx, reason);
  await tx.manager.query(`update ${snake(type)} set ${clearedWithdrawal} where id = $1`, [key]);
  await warnOfWithdrawn(tx, type, key);
  return new RecordKey(type, key);
}

/** SQL: whether the relations `r` and `o` say the same. */
const isSame: Record<RelationType, string> = {
  ClaimLink: `o.kind = r.kind and ((o.from_id = r.from_id and o.to_id = r.to_id)
    or (r.kind in ('SAME_EVENT', 'CONTRADICTS') and o.from_id = r.to_id and o.to_id = r.from_id))`,
  FactionRelation: `o.kind = r.kind and o.from_id = r.from_id and o.to_id = r.to_id
    and o.during_edtf is not distinct from r.during_edtf`,
  Affiliation: `o.source_id = r.source_id
    and o.to_faction_id is not distinct from r.to_faction_id
    and o.to_source_id is not distinct from r.to_source_id
    and o.role is not distinct from r.role
    and o.during_edtf is not distinct from r.during_edtf`,
};

async function lockRelation(
  { manager }: Tx,
  type: RelationType,
  id: string,
): Promise<{ key: string; withdrawn: boolean }> {
  const key = keyOf(id, type, ['id']);
  const [relation] = await manager.query(
    `select withdrawn_at is not null as withdrawn from ${snake(type)} where id = $1 for update`,
    [key],
  );
  if (!relation) throw notFound(['id'], `There is no ${nounOf(type)} ${id}.`);
  return { key, withdrawn: relation.withdrawn };
}
