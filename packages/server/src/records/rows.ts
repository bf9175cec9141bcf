import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Tx } from '../history/write.ts';
import { type ListOfRecord, warnIfShortened } from './warn-shortened.ts';

/** The most rows of one statement: PostgreSQL takes 65,535 values, and a row has at most 50. */
const maxRows = 1_000;

/**
 * The rows of an entity’s table within a write. TypeORM wants types that depend on the entity,
 * which a function for any entity cannot build; the casts are here and nowhere else.
 */
export function rowsOf<T extends ObjectLiteral>({ manager }: Tx, entity: EntityTarget<T>) {
  const { primaryColumns } = manager.dataSource.getMetadata(entity);
  const keysOf = (row: T) =>
    Object.fromEntries(primaryColumns.map((each) => [each.propertyName, each.getEntityValue(row)]));
  return {
    find: (where: ObjectLiteral): Promise<T[]> =>
      manager.findBy(entity, where as FindOptionsWhere<T>),
    async insert(rows: readonly ObjectLiteral[]): Promise<void> {
      for (let at = 0; at < rows.length; at += maxRows)
        await manager.insert(entity, rows.slice(at, at + maxRows) as QueryDeepPartialEntity<T>[]);
    },
    async update(where: ObjectLiteral, row: ObjectLiteral): Promise<void> {
      await manager.update(entity, where as FindOptionsWhere<T>, row as QueryDeepPartialEntity<T>);
    },
    async delete(rows: readonly T[]): Promise<void> {
      if (rows.length > 0) await manager.delete(entity, rows.map(keysOf) as FindOptionsWhere<T>[]);
    },
  };
}

/**
 * Makes the rows of an owner’s list these, in this order. Each row has a `position`. Rows that do
 * not change are left alone, so that the history shows only what changed. A list that gets shorter
 * causes a warning.
 */
export async function replaceList<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  owner: ObjectLiteral,
  list: readonly ObjectLiteral[] | undefined,
  of: ListOfRecord,
): Promise<void> {
  if (!list) return;
  const rows = rowsOf(tx, entity);
  const present = await rows.find(owner);
  warnIfShortened(tx, of, present.length, list.length);
  const positions = new Set(present.map((row) => row.position));
  const numbered = list.map((row, position) => ({ ...row, ...owner, position }));
  await rows.delete(present.filter((row) => row.position >= numbered.length));
  for (const row of numbered.filter(({ position }) => positions.has(position)))
    await rows.update({ ...owner, position: row.position }, row);
  await rows.insert(numbered.filter(({ position }) => !positions.has(position)));
}

/** Adds claims to a relation that rests on them; those that it has already stay. */
export async function addClaims<T extends ObjectLiteral>(
  tx: Tx,
  link: EntityTarget<T>,
  owner: ObjectLiteral,
  claims: readonly string[],
): Promise<void> {
  const rows = rowsOf(tx, link);
  const present = new Set((await rows.find(owner)).map((row) => row.claimId));
  await rows.insert(
    claims.filter((claimId) => !present.has(claimId)).map((claimId) => ({ ...owner, claimId })),
  );
}
