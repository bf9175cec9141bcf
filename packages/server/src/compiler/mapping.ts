import type { DataSource, EntityMetadata } from 'typeorm';
import type { EmbeddedMetadata } from 'typeorm/metadata/EmbeddedMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import { type IdType, prefixes } from '../values/ids.ts';
import { snake } from '../values/snake.ts';
import { type Declaration, declarationOf } from './declarations.ts';
import { classOfField, classOfType } from './published-types.ts';
import { and, column, identifier, raw, type Sql, sql } from './sql.ts';

/** How one field of a type is read from its row. */
export type FieldMap =
  | { kind: 'leaf'; value: (row: Sql) => Sql; prefix?: string; jsonSafe?: boolean }
  | { kind: 'embedded'; shape: RowShape; isPresent: (row: Sql) => Sql }
  | { kind: 'one'; join: ToOne }
  | { kind: 'oneOf'; choices: Map<string, ToOne> }
  | ToMany
  | Extract<Declaration, { kind: 'list' | 'summary' | 'summaryRows' | 'connection' }>;

/** The join to one other row. */
export interface ToOne {
  target: EntityMetadata;
  on: (row: Sql, joined: Sql) => Sql;
  optional: boolean;
}

/** A one-to-many relation that is published as a list. */
export interface ToMany {
  kind: 'many';
  relation: RelationMetadata;
  target: EntityMetadata;
  nonEmpty: boolean;
}

/** The fields of a type that are in one row: those of an entity, an embedded value or a query. */
export interface RowShape {
  type: string;
  field(property: string): FieldMap;
}

/** The alias of a field's rows; with a type, of those that a union or interface has of it. */
export const alias = (index: number, type = ''): Sql => raw(`t${index}${type.toLowerCase()}`);

export const tableOf = (entity: EntityMetadata): Sql => identifier(entity.tableName);

export const primaryKeyOf = (entity: EntityMetadata, row: Sql): Sql[] =>
  entity.primaryColumns.map(({ databaseName }) => column(row, databaseName));

/** The foreign key columns of a relation, each with the column it refers to. */
export const foreignKeyOf = ({ joinColumns }: RelationMetadata): { from: string; to: string }[] =>
  joinColumns.map(({ databaseName, referencedColumn }) => {
    if (!referencedColumn) throw new Error(`${databaseName} refers to no column`);
    return { from: databaseName, to: referencedColumn.databaseName };
  });

/** The relation from the rows of a one-to-many relation back to their owner. */
export function inverseOf({ inverseRelation, propertyPath }: RelationMetadata): RelationMetadata {
  if (!inverseRelation) throw new Error(`${propertyPath} has no inverse relation`);
  return inverseRelation;
}

/** The condition that a row of a one-to-many relation belongs to its owner. */
export const ownerCondition = (relation: RelationMetadata, owner: Sql, row: Sql): Sql =>
  and(
    foreignKeyOf(inverseOf(relation)).map(
      ({ from, to }) => sql`${column(row, from)} = ${column(owner, to)}`,
    ),
  );

const toOne = (relation: RelationMetadata): ToOne => ({
  target: relation.inverseEntityMetadata,
  optional: relation.isNullable,
  on: (row, joined) =>
    and(
      foreignKeyOf(relation).map(
        ({ from, to }) => sql`${column(joined, to)} = ${column(row, from)}`,
      ),
    ),
});

/** What TypeORM knows of a class. */
interface EntityParts {
  columns: EntityMetadata['columns'];
  relations: RelationMetadata[];
  embeddeds: EmbeddedMetadata[];
}

/** How the fields of the API's types are read, by TypeORM's metadata and the declarations. */
export class Mapping {
  private readonly shapes = new Map<string, RowShape>();

  constructor(private readonly database: DataSource) {}

  /** The entity of a type, if the type has a table. */
  entity(type: string): EntityMetadata | undefined {
    return this.database.entityMetadatas.find((each) => each.name === type);
  }

  /** @throws Error if the type has no table. */
  requireEntity(type: string): EntityMetadata {
    const entity = this.entity(type);
    if (!entity) throw new Error(`${type} has no table`);
    return entity;
  }

  shape(type: string): RowShape {
    const known = this.shapes.get(type);
    if (known) return known;
    const entity = this.entity(type);
    const parts = entity && {
      columns: entity.ownColumns,
      relations: entity.ownRelations,
      embeddeds: entity.embeddeds,
    };
    const target = entity ? (entity.target as Function) : classOfType(type);
    const shape = this.shapeOf(type, target, parts);
    this.shapes.set(type, shape);
    return shape;
  }

  private shapeOf(type: string, target: Function | undefined, parts?: EntityParts): RowShape {
    const fields = new Map<string, FieldMap>();
    return {
      type,
      field: (property) => {
        const known = fields.get(property);
        if (known) return known;
        const declaration = declarationOf(target, property);
        const field = parts
          ? this.entityField(type, parts, property, declaration)
          : this.rowField(target, property, declaration);
        fields.set(property, field);
        return field;
      },
    };
  }

  /** A field of an entity, or of a value that is embedded in one. */
  private entityField(
    type: string,
    { columns, relations, embeddeds }: EntityParts,
    property: string,
    declaration: Declaration | undefined,
  ): FieldMap {
    switch (declaration?.kind) {
      case 'derived':
        return { kind: 'leaf', value: declaration.value };
      case 'list':
      case 'summary':
      case 'summaryRows':
      case 'connection':
        return declaration;
      case 'oneOf': {
        const choices = Object.entries(declaration.choices).map(([choice, name]) => {
          const relation = relations.find(({ propertyName }) => propertyName === name);
          if (!relation) throw new Error(`${type}.${property}: there is no relation ${name}`);
          return [choice, { ...toOne(relation), optional: true }] as const;
        });
        return { kind: 'oneOf', choices: new Map(choices) };
      }
    }
    const named = ({ propertyName }: { propertyName: string }) => propertyName === property;
    const relation = relations.find(named);
    if (relation?.isOneToMany)
      return {
        kind: 'many',
        relation,
        target: relation.inverseEntityMetadata,
        nonEmpty: declaration?.kind === 'nonEmpty',
      };
    if (relation) return { kind: 'one', join: toOne(relation) };
    const embedded = embeddeds.find(named);
    if (embedded) return this.embedded(embedded);
    const own = columns.find(named);
    if (!own)
      throw new Error(`${type}.${property} is not a column or a relation, and has no declaration`);
    const ownId = property === 'id' ? (type as IdType) : undefined;
    const id = declaration?.kind === 'referenceId' ? declaration.type : ownId;
    return {
      kind: 'leaf',
      value: (row) => column(row, own.databaseName),
      jsonSafe: own.type === 'date',
      ...(id && { prefix: prefixes[id] }),
    };
  }

  /** A field of a row that a query returns: a column, or records whose keys are in columns. */
  private rowField(
    target: Function | undefined,
    property: string,
    declaration: Declaration | undefined,
  ): FieldMap {
    switch (declaration?.kind) {
      case 'derived':
        return { kind: 'leaf', value: declaration.value };
      case 'list':
      case 'summary':
      case 'summaryRows':
      case 'connection':
        return declaration;
      case 'oneOf': {
        const choices = Object.entries(declaration.choices);
        return {
          kind: 'oneOf',
          choices: new Map(choices.map(([type, key]) => [type, this.referred(type, key)])),
        };
      }
      case 'recordRef':
        if (!target) break;
        return {
          kind: 'one',
          join: this.referred(classOfField(target, property).name, declaration.column),
        };
    }
    return {
      kind: 'leaf',
      value: (row) => column(row, snake(property)),
      jsonSafe: declaration?.kind === 'jsonSafe',
    };
  }

  /** A value is present if its first column that is never null within it has a value. */
  private embedded(embedded: EmbeddedMetadata): FieldMap {
    const marker = embedded.columns.find((each) => !each.relationMetadata);
    if (!marker) throw new Error(`${embedded.propertyPath} has no column`);
    const target = embedded.type as Function;
    return {
      kind: 'embedded',
      shape: this.shapeOf(target.name, target, embedded),
      isPresent: (row) => sql`${column(row, marker.databaseName)} is not null`,
    };
  }

  /** The join to the record whose key is in a column of a query's row. */
  private referred(type: string, key: string): ToOne {
    return {
      target: this.requireEntity(type),
      optional: true,
      on: (row, joined) => sql`${column(joined, 'id')} = ${column(row, key)}`,
    };
  }
}
