import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { oneOfField } from '../compiler/declarations.ts';
import { type IdType, prefixes } from '../values/ids.ts';
import { ownersOf } from './owned.ts';

/** What `keep_history` is told of a table: whose rows they are, and what its columns are called in the API. */
export interface HistorySpec {
  table: string;
  owners: { type: string; column: string; list?: string; via?: string; key?: string }[];
  columns: Record<string, { path?: string[]; prefix?: string }>;
}

/** Bookkeeping that no reader of a history asks for. */
const bookkeeping = new Set(['version', 'createdAt', 'updatedAt', 'validFrom', 'bodySha256']);

export const historySpecOf = (entity: EntityMetadata): HistorySpec => {
  const declared = ownersOf(entity.target as Function);
  const owners = declared
    ? Object.entries(declared).map(([path, list]) => owner(entity, path.split('.'), list))
    : [{ type: entity.name.toUpperCase(), column: 'id' }];
  const shown = entity.columns.filter(
    (column) =>
      !bookkeeping.has(column.propertyName) &&
      (!column.isPrimary || column.relationMetadata?.joinColumns.length === 1),
  );
  const prefix = declared && prefixes[entity.name as IdType];
  const columns = {
    ...(prefix && { id: { prefix } }),
    ...Object.fromEntries(shown.map((column) => [column.databaseName, described(column)])),
  };
  return { table: entity.tableName, owners, columns };
};

function owner(
  entity: EntityMetadata,
  [first, second]: string[],
  list: string,
): HistorySpec['owners'][number] {
  const relation = entity.findRelationWithPropertyPath(first!)!;
  const column = relation.joinColumns[0]!.databaseName;
  const target = relation.inverseEntityMetadata;
  if (!second) return { type: target.name.toUpperCase(), column, list };
  const further = target.findRelationWithPropertyPath(second)!;
  return {
    type: further.inverseEntityMetadata.name.toUpperCase(),
    column: further.joinColumns[0]!.databaseName,
    list,
    via: target.tableName,
    key: column,
  };
}

function described(column: ColumnMetadata): { path: string[]; prefix?: string } {
  const relation = column.relationMetadata;
  const path = (relation ? relation.propertyPath : column.propertyPath).split('.');
  const prefix = relation && prefixes[relation.inverseEntityMetadata.name as IdType];
  return {
    path: [
      oneOfField(column.entityMetadata.target as Function, path[0]!) ?? path[0]!,
      ...path.slice(1),
    ],
    ...(prefix && { prefix }),
  };
}
