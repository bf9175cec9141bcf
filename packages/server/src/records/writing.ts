import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { badInput, conflict, type Issue, notFound, type Path, Refusal } from '../values/errors.ts';
import { type IdType, idOf, keyOf } from '../values/ids.ts';
import type { RecordName } from '../values/record-types.ts';
import { dependentsOf } from './dependents.ts';

/** Keys that are there; null is a value and clears. */
export const definedKeys = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/** Locks a record for a change. @throws Refusal NOT_FOUND, or CONFLICT when it is withdrawn or not at the expected version. */
export async function lockRecord(
  tx: Tx,
  type: RecordName,
  id: string,
  expectedVersion: number | undefined,
  path: Path = ['id'],
): Promise<string> {
  const key = keyOf(id, type, path);
  const [row] = await tx.manager.query(
    `select version, withdrawn_at from ${type.toLowerCase()} where id = $1 for update`,
    [key],
  );
  if (!row) throw notFound(path, `There is no ${type.toLowerCase()} ${id}.`);
  if (row.withdrawn_at) throw conflict(path, `${id} is withdrawn and cannot be changed.`);
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw conflict(
      ['expectedVersion'],
      `${id} is at version ${row.version}, not ${expectedVersion}: it was changed since you read it. Read it again.`,
    );
  }
  return key;
}

/** Ids met in an input, with where they stand. */
export interface Reference {
  type: RecordName;
  id: string | null | undefined;
  path: Path;
}

/**
 * Checks that all records an input names are there; one query a type.
 * @throws Refusal NOT_FOUND naming each; a withdrawn one is allowed and noticed.
 */
export async function checkReferences(tx: Tx, references: readonly Reference[]): Promise<void> {
  const missing: Issue[] = [];
  const found = references
    .filter((each): each is Reference & { id: string } => each.id != null)
    .map((each) => ({ ...each, key: keyOf(each.id, each.type, each.path) }));
  for (const type of new Set(found.map((each) => each.type))) {
    const ofType = found.filter((each) => each.type === type);
    const rows = await tx.manager.query(
      `select id, withdrawn_at from ${type.toLowerCase()} where id = any($1::uuid[])`,
      [ofType.map(({ key }) => key)],
    );
    const there = new Map<string, { withdrawn_at: Date | null }>(
      rows.map((row: { id: string }) => [row.id, row]),
    );
    for (const { id, key, path } of ofType) {
      const row = there.get(key);
      if (!row) missing.push({ path, message: `There is no ${type.toLowerCase()} ${id}.` });
      else if (row.withdrawn_at)
        tx.warnings.push({
          code: 'REFERS_TO_WITHDRAWN',
          message: `${id} (${path.join('.')}) is withdrawn.`,
          recordId: id,
        });
    }
  }
  if (missing.length > 0) throw new Refusal('NOT_FOUND', missing[0]!.message, missing);
}

/** The key behind an optional id that was checked before: undefined and null stay. */
export const keyOrNull = (
  id: string | null | undefined,
  type: IdType,
  path: Path,
): string | null | undefined => (id == null ? id : keyOf(id, type, path));

/**
 * Makes the rows of an owner's list these, in this order. Rows that stay as they are keep still, so that the history tells only what changed.
 * `where` names the owner; each row carries its `position`.
 */
export async function replaceList<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  where: ObjectLiteral,
  rows: readonly ObjectLiteral[],
): Promise<void> {
  const { manager } = tx;
  const present = await manager.find(entity, { where: where as never });
  const numbered = rows.map((row, position) => ({ ...row, ...where, position }));
  const surplus = present.filter((row) => row.position >= numbered.length);
  if (surplus.length > 0)
    await manager.delete(entity, surplus.map((row) => keysOf(tx, entity, row)) as never);
  for (const row of numbered) {
    if (present.some((each) => each.position === row.position))
      await manager.update(entity, { ...where, position: row.position } as never, row as never);
  }
  const fresh = numbered.filter((row) => !present.some((each) => each.position === row.position));
  if (fresh.length > 0) await manager.insert(entity, fresh as never);
}

const keysOf = (tx: Tx, entity: EntityTarget<ObjectLiteral>, row: ObjectLiteral) =>
  tx.manager.dataSource.getMetadata(entity).getEntityIdMap(row);

/** Why something was done, without blanks around. @throws Refusal when there is nothing but blanks. */
export function requireRationale(rationale: string, path: Path): string {
  const why = rationale.trim();
  if (why === '') throw badInput({ path, message: 'Say why, in words.' });
  if (why.length > 2_000) throw badInput({ path, message: 'Say why in at most 2,000 characters.' });
  return why;
}

/** Withdraws a record; what rests on it stands and is marked. */
export async function withdraw(
  tx: Tx,
  type: RecordName,
  id: string,
  expectedVersion: number,
  rationale: string,
): Promise<RecordKey> {
  const why = requireRationale(rationale, ['rationale']);
  const key = await lockRecord(tx, type, id, expectedVersion);
  await tx.manager.query(
    `update ${type.toLowerCase()} set withdrawn_rationale = $2, withdrawn_by = $3, withdrawn_at = write_time() where id = $1`,
    [key, why, tx.by],
  );
  for (const { thing, count } of await dependentsOf(tx, type, key)) {
    const message = `${count} ${thing}${count === 1 ? ' rests' : 's rest'} on it and ${count === 1 ? 'is' : 'are'} marked restsOnWithdrawn.`;
    tx.warnings.push({ code: 'RESTS_ON_WITHDRAWN', message, recordId: id });
  }
  return new RecordKey(type, key);
}

/** Adds claims to what rests on them; those that are there stay. */
export async function addClaims<T extends ObjectLiteral>(
  tx: Tx,
  link: EntityTarget<T>,
  owner: ObjectLiteral,
  claims: readonly string[],
): Promise<void> {
  const present = await tx.manager.find(link, { where: owner as never });
  const fresh = [...new Set(claims)].filter(
    (claimId) => !present.some((row) => row.claimId === claimId),
  );
  if (fresh.length > 0)
    await tx.manager.insert(link, fresh.map((claimId) => ({ ...owner, claimId })) as never);
}

/** The id of the record of a type that has this id in another system. */
export async function byExternalId(
  tx: Tx,
  type: RecordName,
  { system, value }: { system: string; value: string },
): Promise<string | undefined> {
  const column = `${type.toLowerCase()}_id`;
  const [row] = await tx.manager.query(
    `select ${column} as id from external_id where system = $1 and value = $2 and ${column} is not null`,
    [system, value],
  );
  return row && idOf(type, row.id);
}
