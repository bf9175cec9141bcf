import type { DataSource, EntityMetadata } from 'typeorm';
import type { EmbeddedMetadata } from 'typeorm/metadata/EmbeddedMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import { type IdType, prefixes } from '../values/ids.ts';
import { snake } from '../values/snake.ts';
import { classOfField, classOfType, type Declaration, declarationOf } from './declare.ts';
import { and, column, identifier, raw, type Sql, sql } from './sql.ts';

/** How one field of a type is read from a row. */
export type FieldMap =
  | { kind: 'leaf'; value: (row: Sql) => Sql; prefix?: string; plain?: boolean }
  | { kind: 'embedded'; shape: Shape; present: (row: Sql) => Sql }
  | { kind: 'one'; one: ToOne }
  | { kind: 'arc'; choices: Map<string, ToOne> }
  | { kind: 'many'; relation: RelationMetadata; target: EntityMetadata; filled: boolean }
  | Extract<Declaration, { kind: 'list' | 'gathered' | 'connection' }>;

/** The join to one other row. */
export interface ToOne {
  target: EntityMetadata;
  on: (row: Sql, alias: Sql) => Sql;
  optional: boolean;
}

/** A class as it lies in a row: an entity, a value embedded in one, or the plain columns of a derived row. */
export interface Shape {
  type: string;
  field(property: string): FieldMap;
}

export const tableOf = (entity: EntityMetadata): Sql => identifier(entity.tableName);

export const primaryKeyOf = (entity: EntityMetadata, row: Sql): Sql[] =>
  entity.primaryColumns.map(({ databaseName }) => column(row, databaseName));

/** The conditions that tie the rows of a one-to-many relation to their owner. */
export const ownerCondition = (relation: RelationMetadata, owner: Sql, row: Sql): Sql =>
  and(
    relation.inverseRelation!.joinColumns.map(
      ({ databaseName, referencedColumn }) =>
        sql`${column(row, databaseName)} = ${column(owner, referencedColumn!.databaseName)}`,
    ),
  );

const toOne = (relation: RelationMetadata): ToOne => ({
  target: relation.inverseEntityMetadata,
  optional: relation.isNullable,
  on: (row, alias) =>
    and(
      relation.joinColumns.map(
        ({ databaseName, referencedColumn }) =>
          sql`${column(alias, referencedColumn!.databaseName)} = ${column(row, databaseName)}`,
      ),
    ),
});

type Parts = Pick<EntityMetadata, 'embeddeds'> & {
  columns: EntityMetadata['columns'];
  relations: RelationMetadata[];
};

/** Reads TypeORM's metadata and our declarations; knows no domain. */
export class Mapping {
  private readonly shapes = new Map<string, Shape>();

  constructor(private readonly database: DataSource) {}

  entity(type: string): EntityMetadata | undefined {
    return this.database.entityMetadatas.find((each) => each.name === type);
  }

  /** The shape of a published type. */
  shape(type: string): Shape {
    const known = this.shapes.get(type);
    if (known) return known;
    const entity = this.entity(type);
    const parts = entity && {
      columns: entity.ownColumns,
      relations: entity.ownRelations,
      embeddeds: entity.embeddeds,
    };
    const shape = this.build(type, entity ? (entity.target as Function) : classOfType(type), parts);
    this.shapes.set(type, shape);
    return shape;
  }

  private build(type: string, target: Function | undefined, parts: Parts | undefined): Shape {
    const fields = new Map<string, FieldMap>();
    return {
      type,
      field: (property) => {
        const known = fields.get(property) ?? this.field(type, target, parts, property);
        fields.set(property, known);
        return known;
      },
    };
  }

  private field(
    type: string,
    target: Function | undefined,
    parts: Parts | undefined,
    property: string,
  ): FieldMap {
    const said = declarationOf(target, property);
    if (said?.kind === 'derived') return { kind: 'leaf', value: said.by };
    if (said?.kind === 'arc')
      return {
        kind: 'arc',
        choices: parts ? this.arc(said.choices, parts) : this.pointedArc(said.choices),
      };
    if (said?.kind === 'to')
      return { kind: 'one', one: this.pointed(classOfField(target!, property).name, said.column) };
    if (said?.kind === 'list' || said?.kind === 'gathered' || said?.kind === 'connection')
      return said;
    if (!parts)
      return {
        kind: 'leaf',
        value: (row) => column(row, snake(property)),
        plain: said?.kind === 'plain',
      };
    const relation = parts.relations.find((each) => each.propertyName === property);
    if (relation?.isOneToMany)
      return {
        kind: 'many',
        relation,
        target: relation.inverseEntityMetadata,
        filled: said?.kind === 'filled',
      };
    if (relation) return { kind: 'one', one: toOne(relation) };
    const embedded = parts.embeddeds.find((each) => each.propertyName === property);
    if (embedded) return this.embedded(embedded);
    const own = parts.columns.find((each) => each.propertyName === property);
    if (!own)
      throw new Error(
        `${type}.${property} is neither column nor relation, and nothing is declared about it`,
      );
    const id = said?.kind === 'ref' ? said.type : property === 'id' ? (type as IdType) : undefined;
    return {
      kind: 'leaf',
      value: (row) => column(row, own.databaseName),
      plain: own.type === 'date',
      ...(id && { prefix: prefixes[id] }),
    };
  }

  /** A value is there when its first column that is never null within it has one. */
  private embedded(embedded: EmbeddedMetadata): FieldMap {
    const sign = embedded.columns.find((column) => !column.relationMetadata);
    if (!sign) throw new Error(`${embedded.propertyPath} has no column`);
    return {
      kind: 'embedded',
      shape: this.build((embedded.type as Function).name, embedded.type as Function, embedded),
      present: (row) => sql`${column(row, sign.databaseName)} is not null`,
    };
  }

  /** The record that a derived row points to; its type is that of the field. */
  private pointed(type: string, key: string): ToOne {
    const target = this.entity(type)!;
    return {
      target,
      optional: true,
      on: (row, there) => sql`${column(there, 'id')} = ${column(row, key)}`,
    };
  }

  private pointedArc(choices: Record<string, string>): Map<string, ToOne> {
    return new Map(Object.entries(choices).map(([type, key]) => [type, this.pointed(type, key)]));
  }

  private arc(choices: Record<string, string>, parts: Parts): Map<string, ToOne> {
    return new Map(
      Object.entries(choices).map(([type, property]) => {
        const relation = parts.relations.find((each) => each.propertyName === property);
        if (!relation) throw new Error(`no relation ${property} for ${type}`);
        return [type, { ...toOne(relation), optional: true }];
      }),
    );
  }
}

export const alias = (index: number, suffix = ''): Sql => raw(`t${index}${suffix}`);
