import { type EntityMetadata, getMetadataArgsStorage } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EmbeddedMetadata } from 'typeorm/metadata/EmbeddedMetadata.js';
import { EntityMetadataBuilder } from 'typeorm/metadata-builder/EntityMetadataBuilder.js';
import { declarationOf } from '../compiler/declarations.ts';
import { dataSource, entities } from '../database/data-source.ts';
import { ownersOf } from '../history/owned.ts';
import { computedProperties } from '../values/computed.ts';
import { type IdType, prefixes } from '../values/ids.ts';
import { memoize } from '../values/memoize.ts';
import { type LinePart, type LineParts, lineDeclarations } from './line-declarations.ts';

/** A value of a row: its key in the line, and its column. */
export interface LineValue {
  key: string;
  column: string;
  type: string;
  /** The type of the record that it refers to. */
  id?: IdType;
  nullable: boolean;
}

/** Values that are written as an object, or not at all. */
export interface LineGroup {
  key: string;
  values: readonly LineMember[];
  /** A column that is null only if the object is absent. */
  presence: string;
}

export type LineMember = LineValue | LineGroup;

/** How the rows of a table are written into a line. */
export interface RowForm {
  name: string;
  entity: EntityMetadata;
  table: string;
  members: readonly LineMember[];
  lists: readonly ListForm[];
}

/** How the rows of a list are written into the line of their owner. */
export interface ListForm extends RowForm {
  key: string;
  /** Columns that refer to the owner, with the owner's columns. */
  ownerColumns: readonly { column: string; to: string }[];
  /** The columns that the rows are sorted by. */
  order: readonly string[];
  /** Each row is a single value, written without an object around it. */
  isScalar: boolean;
}

/** The form of a whole line. `batch` is how many rows are read at a time. */
export interface LineForm extends RowForm {
  batch: number;
}

export const isGroup = (member: LineMember): member is LineGroup => 'values' in member;

/** Properties that the database derives, and so creates again on import. */
const derivedProperties = new Set([
  'version',
  'createdAt',
  'updatedAt',
  'validFrom',
  'position',
  'attribution',
  'runId',
  // Written only where it is true, by `line-sql.ts`.
  'redacted',
]);

/** The name of a property's column. @throws Error if the entity has no such property. */
export function columnNameOf(entity: EntityMetadata, property: string): string {
  const column = entity.findColumnWithPropertyName(property);
  if (column) return column.databaseName;
  throw new Error(`${entity.name} has no column for ${property}.`);
}

function formOf(
  entity: EntityMetadata,
  parts: LineParts,
  omitted: readonly string[],
  entityOf: EntityOf,
): RowForm {
  // The displayed name is derived from the names.
  const without = new Set([
    ...derivedProperties,
    ...computedProperties(entity.target as Function),
    ...omitted,
    ...(parts.names ? ['name'] : []),
  ]);
  return {
    name: entity.name,
    entity,
    table: entity.tableName,
    members: membersOf(entity, entity.ownColumns, entity.embeddeds, without),
    lists: Object.entries(parts).map(([key, part]) => listOf(key, part, entityOf)),
  };
}

function listOf(key: string, part: LinePart, entityOf: EntityOf): ListForm {
  const entity = entityOf(part.of);
  const relation = entity.findRelationWithPropertyPath(part.owner);
  const ownerColumns = relation
    ? relation.joinColumns.map((column) => ({
        column: column.databaseName,
        to: column.referencedColumn!.databaseName,
      }))
    : [{ column: columnNameOf(entity, part.owner), to: 'id' }];
  const form = formOf(entity, part.parts ?? {}, [...owners(entity), part.owner], entityOf);
  const has = (column: string) =>
    entity.columns.some(({ databaseName }) => databaseName === column);
  const sorted = ['attribution', 'position', 'at', 'system', 'value', 'format', 'release'].filter(
    (column) => has(column) && !ownerColumns.some((each) => each.column === column),
  );
  const keys = entity.primaryColumns
    .map(({ databaseName }) => databaseName)
    .filter((column) => !ownerColumns.some((each) => each.column === column));
  const isScalar = form.members.length === 1 && form.lists.length === 0;
  return { ...form, key, ownerColumns, order: [...new Set([...sorted, ...keys])], isScalar };
}

/** Properties that only refer to the owner of a list's row. */
const owners = (entity: EntityMetadata): string[] =>
  Object.keys(ownersOf(entity.target as Function) ?? {}).flatMap((path) =>
    (entity.findRelationWithPropertyPath(path.replace(/\..*/, ''))?.joinColumns ?? []).map(
      ({ propertyName }) => propertyName,
    ),
  );

const membersOf = (
  entity: EntityMetadata,
  columns: readonly ColumnMetadata[],
  embeddeds: readonly EmbeddedMetadata[],
  without: ReadonlySet<string>,
): LineMember[] => [
  ...columns
    .filter(({ propertyName, generatedType }) => !without.has(propertyName) && !generatedType)
    .map((column) => valueOfColumn(entity, column)),
  ...embeddeds.map((embedded) => groupOf(entity, embedded)),
];

function valueOfColumn(entity: EntityMetadata, column: ColumnMetadata): LineValue {
  const declaration = declarationOf(entity.target as Function, column.propertyName);
  const id =
    declaration?.kind === 'referenceId'
      ? declaration.type
      : column.relationMetadata?.inverseEntityMetadata.name;
  const type = column.propertyName === 'id' ? entity.name : id;
  return {
    key: column.propertyName,
    column: column.databaseName,
    type: String(column.type),
    ...(type && type in prefixes && { id: type as IdType }),
    nullable: column.isNullable,
  };
}

function groupOf(entity: EntityMetadata, embedded: EmbeddedMetadata): LineGroup {
  const presence = embedded.columns.find((column) => !column.relationMetadata)!;
  return {
    key: embedded.propertyName,
    presence: presence.databaseName,
    values: membersOf(entity, embedded.columns, embedded.embeddeds, new Set()),
  };
}

/** The metadata of an entity class. */
type EntityOf = (entity: Function) => EntityMetadata;

/** Forms follow from the entities, so they need no connection to a database. */
const formsOf = memoize((declarations: typeof lineDeclarations): readonly LineForm[] => {
  const unconnected = dataSource('postgres://localhost');
  const builder = new EntityMetadataBuilder(unconnected, getMetadataArgsStorage());
  const byClass = new Map(
    builder.build([...entities] as Function[]).map((entity) => [entity.target, entity]),
  );
  const entityOf: EntityOf = (entity) => byClass.get(entity)!;
  return declarations.map(({ of, parts, batch }) => ({
    ...formOf(entityOf(of), parts, [], entityOf),
    batch,
  }));
});

/** The form of every line, in the order of the lines. */
export const lineForms = (): readonly LineForm[] => formsOf(lineDeclarations);
