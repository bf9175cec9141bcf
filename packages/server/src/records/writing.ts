import { RecordKey } from '../compiler/payload.ts';
import { requireRationale, stateRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { conflict, notFound, type Path } from '../values/errors.ts';
import { keyOf } from '../values/ids.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import { dependentsOf } from './dependents.ts';

/** The fields that an update changes. Undefined leaves a field as it is; null clears it. */
export const definedKeys = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/**
 * Locks a record for a change, and returns its key.
 * @throws Refusal NOT_FOUND, or CONFLICT if it is withdrawn or not at the expected version.
 */
export async function lockRecord(
  tx: Tx,
  type: RecordName,
  id: string,
  expectedVersion: number | undefined,
  path: Path = ['id'],
): Promise<string> {
  const { key, withdrawn } = await lockWithdrawn(tx, type, id, expectedVersion, path);
  if (withdrawn)
    throw conflict(path, `${id} is withdrawn and cannot be changed, unless it is restored first.`);
  return key;
}

/** The same for a record that may be withdrawn, and whether it is. */
export async function lockWithdrawn(
  tx: Tx,
  type: RecordName,
  id: string,
  expectedVersion: number | undefined,
  path: Path = ['id'],
): Promise<{ key: string; withdrawn: boolean }> {
  const key = keyOf(id, type, path);
  const { table } = recordTypes[type];
  const [row] = await tx.manager.query(
    `select version, withdrawn_at is not null as withdrawn from ${table} where id = $1 for update`,
    [key],
  );
  if (!row) throw notFound(path, `There is no ${table} ${id}.`);
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw conflict(
      ['expectedVersion'],
      `${id} is at version ${row.version}, not ${expectedVersion}: ` +
        'it has changed since you read it. Read it again.',
    );
  }
  return { key, withdrawn: row.withdrawn };
}

/** Withdraws a record. What depends on it stays, and is marked `restsOnWithdrawn`. */
export async function withdraw(
  tx: Tx,
  type: RecordName,
  id: string,
  expectedVersion: number,
  rationale: string,
): Promise<RecordKey> {
  const reason = requireRationale(rationale, ['rationale']);
  const key = await lockRecord(tx, type, id, expectedVersion);
  await stateRationale(tx, reason);
  await tx.manager.query(
    `update ${recordTypes[type].table}
     set withdrawn_rationale = $2, withdrawn_by = $3, withdrawn_at = write_time() where id = $1`,
    [key, reason, tx.by],
  );
  for (const { noun, count } of await dependentsOf(tx, type, key)) {
    const verbs = count === 1 ? [' depends', 'is'] : ['s depend', 'are'];
    const message = `${count} ${noun}${verbs[0]} on it and ${verbs[1]} marked restsOnWithdrawn.`;
    tx.warnings.push({ code: 'RESTS_ON_WITHDRAWN', message, recordId: id });
  }
  return new RecordKey(type, key);
}
