import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import { oneOfField } from '../compiler/declarations.ts';
import { computedProperties, computedSources } from '../values/computed.ts';
import { type IdType, prefixes } from '../values/ids.ts';
import { ownersOf } from './owned.ts';

/**
 * The arguments of `install_history`: who owns a table's rows, and how the API calls its columns.
 */
export interface HistorySpec {
  table: string;
  owners: HistoryOwner[];
  columns: Record<string, HistoryColumn>;
}

/**
 * The owner's id is in `column` or, with `via`, in `column` of the row of `via` that `key` points
 * to.
 */
interface HistoryOwner {
  type: string;
  column: string;
  list?: string;
  via?: string;
  key?: string;
}

/**
 * `path` is where a change is shown, and `prefix` is the prefix of ids. No path: it is not shown.
 * `follows`: the field that the column is computed from.
 */
interface HistoryColumn {
  path?: string[];
  prefix?: string;
  follows?: string;
}

/**
 * Properties whose changes a history does not show. `redacted` changes together with the names, and
 * past rows from before there was this column have no value.
 */
const internalProperties = ['version', 'createdAt', 'updatedAt', 'validFrom', 'redacted'];

export const historySpecOf = (entity: EntityMetadata): HistorySpec => {
  const ownerLists = ownersOf(entity.target as Function);
  const owners = ownerLists
    ? Object.entries(ownerLists).map(([path, list]) => ownerOf(entity, path.split('.'), list))
    : [{ type: entity.name.toUpperCase(), column: 'id' }];
  const hidden = [...internalProperties, ...computedProperties(entity.target as Function)];
  const visible = entity.columns.filter(
    (column) =>
      !hidden.includes(column.propertyName) &&
      (!column.isPrimary || column.relationMetadata?.joinColumns.length === 1),
  );
  const prefix = ownerLists && prefixes[entity.name as IdType];
  const columns = {
    ...(prefix && { id: { prefix } }),
    ...Object.fromEntries(
      computedSources(entity.target as Function).map(([property, follows]) => [
        entity.findColumnWithPropertyName(property)?.databaseName,
        { follows },
      ]),
    ),
    ...Object.fromEntries(visible.map((column) => [column.databaseName, columnOf(column)])),
  };
  return { table: entity.tableName, owners, columns };
};

function ownerOf(entity: EntityMetadata, path: string[], list: string): HistoryOwner {
  const [first = '', second] = path;
  const { column, target } = relationOf(entity, first);
  if (!second) return { type: target.name.toUpperCase(), column, list };
  const further = relationOf(target, second);
  return {
    type: further.target.name.toUpperCase(),
    column: further.column,
    list,
    via: target.tableName,
    key: column,
  };
}

/** @throws Error if the entity has no such relation with a column of its own. */
function relationOf(entity: EntityMetadata, path: string) {
  const relation: RelationMetadata | undefined = entity.findRelationWithPropertyPath(path);
  const column = relation?.joinColumns[0];
  if (!relation || !column)
    throw new Error(`${entity.name}.${path} is not a relation to one record.`);
  return { column: column.databaseName, target: relation.inverseEntityMetadata };
}

function columnOf(column: ColumnMetadata): HistoryColumn {
  const relation = column.relationMetadata;
  const [field = '', ...inner] = (relation ?? column).propertyPath.split('.');
  const prefix = relation && prefixes[relation.inverseEntityMetadata.name as IdType];
  return {
    path: [oneOfField(column.entityMetadata.target as Function, field) ?? field, ...inner],
    ...(prefix && { prefix }),
  };
}
