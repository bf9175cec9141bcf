import type { EntityMetadata, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { qualifiedName } from '../history/new-rows.ts';
import type { Tx } from '../history/write.ts';
import { type ListOfRecord, warnIfShortened } from './warn-shortened.ts';

/**
 * The rows of an entity's table within a write: the only way to write rows of the ledger. Each call
 * is one statement at most. TypeORM's metadata maps properties to columns.
 */
export function rowsOf<T extends ObjectLiteral>(
  { manager, rows: newRows, query }: Tx,
  entity: EntityTarget<T>,
) {
  const metadata = manager.dataSource.getMetadata(entity);
  const table = qualifiedName(metadata);
  const keys = metadata.primaryColumns.map(({ databaseName }) => `"${databaseName}"`);
  const isSame = keys.map((key) => `t.${key} = r.${key}`).join(' and ');
  const given = `jsonb_populate_recordset(null::${table}, $1) r`;
  return {
    /** A record that this write creates has no rows in the table yet. */
    async find(owner: ObjectLiteral): Promise<T[]> {
      if (Object.values(owner).some((key) => newRows.isNew(key))) return [];
      return manager.findBy(entity, owner as FindOptionsWhere<T>);
    },
    insert(rows: readonly ObjectLiteral[]): void {
      newRows.add(
        metadata.tableName,
        rows.map((row) => valuesOf(metadata, row)),
      );
    },
    /** Updates rows by their keys. All have the same properties; the others stay as they are. */
    async update(rows: readonly ObjectLiteral[]): Promise<void> {
      const values = rows.map((row) => valuesOf(metadata, row));
      const names = Object.keys(values[0] ?? {}).map((name) => `"${name}"`);
      const changed = names.filter((name) => !keys.includes(name));
      if (changed.length === 0) return;
      const [to, from] = [changed.join(', '), changed.map((name) => `r.${name}`).join(', ')];
      await query(`update ${table} t set (${to}) = row(${from}) from ${given} where ${isSame}`, [
        JSON.stringify(values),
      ]);
    },
    async delete(rows: readonly T[]): Promise<void> {
      if (rows.length === 0) return;
      const values = rows.map((row) => valuesOf(metadata, row));
      await query(`delete from ${table} t using ${given} where ${isSame}`, [
        JSON.stringify(values),
      ]);
    },
  };
}

/** The values of a row by the names of its columns. What the row leaves out is left out. */
export function valuesOf({ columns }: EntityMetadata, row: ObjectLiteral): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const column of columns) {
    const value = column.getEntityValue(row, true);
    if (value !== undefined) values[column.databaseName] = value;
  }
  return values;
}

/**
 * Makes the rows of an owner’s list these, in this order. Each row has a `position`. Rows that do
 * not change are left alone by the database, so that the history shows only what changed. A list
 * that gets shorter causes a warning.
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
  await rows.update(numbered.filter(({ position }) => positions.has(position)));
  rows.insert(numbered.filter(({ position }) => !positions.has(position)));
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
  rows.insert(
    claims.filter((claimId) => !present.has(claimId)).map((claimId) => ({ ...owner, claimId })),
  );
}
