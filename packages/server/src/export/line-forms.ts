import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EmbeddedMetadata } from 'typeorm/metadata/EmbeddedMetadata.js';
import { declarationOf } from '../compiler/declare.ts';
import { dataSource } from '../database/data-source.ts';
import { ownersOf } from '../history/owned.ts';
import { type IdType, prefixes } from '../values/ids.ts';
import { type LinePart, type LineParts, lineDeclarations } from './line-declarations.ts';

/** A value of a row: its key in the line and its column. */
export interface LineValue {
  key: string;
  column: string;
  type: string;
  /** The record type whose id it is. */
  id?: IdType;
  nullable: boolean;
}

/** Values that are there together or not at all, as an object. */
export interface LineGroup {
  key: string;
  values: readonly LineMember[];
  /** A column that is null only where the object is absent. */
  sign: string;
}

export type LineMember = LineValue | LineGroup;

/** How the rows of a table stand in a line. */
export interface RowForm {
  name: string;
  entity: EntityMetadata;
  table: string;
  members: readonly LineMember[];
  lists: readonly ListForm[];
}

export interface ListForm extends RowForm {
  key: string;
  /** Columns that tie a row to its owner, and the owner's columns that they equal. */
  tie: readonly { column: string; to: string }[];
  /** Columns that order the rows. */
  order: readonly string[];
  /** One value a row, which stands there bare. */
  bare: boolean;
}

export interface LineForm extends RowForm {
  batch: number;
}

export const isGroup = (member: LineMember): member is LineGroup => 'values' in member;

/** Kept by the database or made anew by it: when, in how many versions, and what follows from the rest. */
const left = new Set([
  'version',
  'createdAt',
  'updatedAt',
  'validFrom',
  'bodySha256',
  'position',
  'attribution',
  'runId',
]);

/** The tables as the entities say them, without a database. */
const tables = dataSource('postgres://localhost');
await (tables as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();

function formOf(entity: EntityMetadata, parts: LineParts, unsaid: readonly string[]): RowForm {
  // The name that is shown follows from the names.
  const without = new Set([...left, ...unsaid, ...(parts.names ? ['name'] : [])]);
  return {
    name: entity.name,
    entity,
    table: entity.tableName,
    members: membersOf(entity, entity.ownColumns, entity.embeddeds, without),
    lists: Object.entries(parts).map(([key, part]) => listOf(key, part)),
  };
}

function listOf(key: string, part: LinePart): ListForm {
  const entity = tables.getMetadata(part.of);
  const relation = entity.findRelationWithPropertyPath(part.owner);
  const tie = relation
    ? relation.joinColumns.map((column) => ({
        column: column.databaseName,
        to: column.referencedColumn!.databaseName,
      }))
    : [{ column: entity.findColumnWithPropertyName(part.owner)!.databaseName, to: 'id' }];
  const form = formOf(entity, part.parts ?? {}, [...owners(entity), part.owner]);
  const has = (column: string) =>
    entity.columns.some(({ databaseName }) => databaseName === column);
  const said = ['attribution', 'position', 'at', 'system', 'value', 'format', 'release'].filter(
    (column) => has(column) && !tie.some((each) => each.column === column),
  );
  const keys = entity.primaryColumns
    .map(({ databaseName }) => databaseName)
    .filter((column) => !tie.some((each) => each.column === column));
  const bare = form.members.length === 1 && form.lists.length === 0;
  return { ...form, key, tie, order: [...new Set([...said, ...keys])], bare };
}

/** Properties that only say whose a row of a list is. */
const owners = (entity: EntityMetadata): string[] =>
  Object.keys(ownersOf(entity.target as Function) ?? {}).flatMap((path) =>
    entity
      .findRelationWithPropertyPath(path.split('.')[0]!)!
      .joinColumns.map(({ propertyName }) => propertyName),
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
  const said = declarationOf(entity.target as Function, column.propertyName);
  const id = said?.kind === 'ref' ? said.type : column.relationMetadata?.inverseEntityMetadata.name;
  const named = column.propertyName === 'id' ? entity.name : id;
  return {
    key: column.propertyName,
    column: column.databaseName,
    type: String(column.type),
    ...(named && named in prefixes && { id: named as IdType }),
    nullable: column.isNullable,
  };
}

function groupOf(entity: EntityMetadata, embedded: EmbeddedMetadata): LineGroup {
  const sign = embedded.columns.find((column) => !column.relationMetadata)!;
  return {
    key: embedded.propertyName,
    sign: sign.databaseName,
    values: membersOf(entity, embedded.columns, embedded.embeddeds, new Set()),
  };
}

/** The form of every line, in the order of the lines. */
export const lineForms: readonly LineForm[] = lineDeclarations.map(({ of, parts, batch }) => ({
  ...formOf(tables.getMetadata(of), parts, []),
  batch,
}));
