import { RecordKey } from '../compiler/payload.ts';
import { requireRationale, stateRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { conflict } from '../values/errors.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import { warnOfWithdrawn } from './withdrawn-dependencies.ts';
import { lockWithdrawn } from './writing.ts';

/** What a restored record must be checked for, before it is put back. */
type Check = (tx: Tx, key: string) => Promise<void>;

/**
 * Puts a withdrawn record back into lists and counts, with its external ids, which stayed its own.
 * It may depend on records that are still withdrawn: it is then marked `restsOnWithdrawn`, with a
 * warning.
 *
 * @throws Refusal NOT_FOUND, or CONFLICT if it is not withdrawn or not at the expected version.
 */
export async function restore(
  tx: Tx,
  type: RecordName,
  id: string,
  expectedVersion: number,
  rationale: string,
  check?: Check,
): Promise<RecordKey> {
  const reason = requireRationale(rationale, ['rationale']);
  const { key, withdrawn } = await lockWithdrawn(tx, type, id, expectedVersion);
  if (!withdrawn) throw conflict(['id'], `${id} is not withdrawn.`);
  await check?.(tx, key);
  await stateRationale(tx, reason);
  await tx.manager.query(
    `update ${recordTypes[type].table} set ${clearedWithdrawal} where id = $1`,
    [key],
  );
  await warnOfWithdrawn(tx, type, key);
  return new RecordKey(type, key);
}

/** SQL that ends a withdrawal. The history of the record still has it. */
export const clearedWithdrawal =
  'withdrawn_rationale = null, withdrawn_by = null, withdrawn_at = null';
