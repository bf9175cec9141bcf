import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLEnumType,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { EmbeddedMetadata } from 'typeorm/metadata/EmbeddedMetadata.js';
import { dataSource } from '../database/data-source.ts';
import { schemaOf } from '../schema.ts';
import { snake } from '../values/snake.ts';
import { scratchDatabase } from './scratch.ts';

type Field = GraphQLField<unknown, unknown>;

/** The constraints of a table in PostgreSQL's catalogue. */
interface Table {
  /** Whether each column is NOT NULL, by column. */
  required: Map<string, boolean>;
  /** The definition of each CHECK, by constraint. */
  checks: Map<string, string>;
}

const schema = await schemaOf();
let database: DataSource;
let tables: Map<string, Table>;

beforeAll(async () => {
  database = await dataSource(await scratchDatabase('ledger')).initialize();
  const rows: { table: string; kind: 'column' | 'check'; name: string; text: string }[] =
    await database.query(`
      select relname as table, 'column' as kind, attname as name, attnotnull::text as text
        from pg_attribute
        join pg_class on pg_class.oid = attrelid
        where relkind = 'r' and relnamespace = 'public'::regnamespace
          and attnum > 0 and not attisdropped
      union all
      select conrelid::regclass::text, 'check', conname, pg_get_constraintdef(oid)
        from pg_constraint
        where contype = 'c' and connamespace = 'public'::regnamespace`);
  tables = new Map();
  for (const { table, kind, name, text } of rows) {
    const constraints: Table = tables.get(table) ?? { required: new Map(), checks: new Map() };
    if (kind === 'column') constraints.required.set(name, text === 'true');
    else constraints.checks.set(name, text);
    tables.set(table, constraints);
  }
});
afterAll(() => database?.destroy());

/** Non-null fields that no single column answers, each with the reason that it is never null. */
const derivedNonNull: Record<string, string> = {
  'Claim.restsOnWithdrawn': 'an exists()',
  'ImportConflict.record': 'import_conflict_owner_check',
  'Report.restsOnWithdrawn': 'an exists()',
  'Location.restsOnWithdrawn': 'an exists()',
  'FactionRelation.restsOnWithdrawn': 'exists()',
  'Affiliation.restsOnWithdrawn': 'exists()',
  'Quantity.comparator': 'a case expression with an else',
  'Location.label': 'begins with a name, which is never null',
  'Affiliation.to': 'affiliation_to_check: exactly one of two keys',
};

/** A field of the API, and whether the columns that answer it may be null. */
interface Pair {
  at: string;
  field: Field;
  /** Undefined when no column of the row answers the field. */
  nullable: boolean | undefined;
}

const columnsIn = (check: string, pattern: RegExp): string[] =>
  check.match(pattern)?.[1]?.split(', ') ?? [];

/** Lists are never null, but may be empty. */
const isList = ({ type }: Field) => /^\[|Connection!?$/.test(String(type));

function* ofEntity(entity: EntityMetadata): Generator<Pair> {
  const type = schema.getType(entity.name);
  if (!isObjectType(type)) return;
  for (const field of Object.values(type.getFields()).filter((each) => !isList(each))) {
    const at = `${entity.name}.${field.name}`;
    const embedded = entity.embeddeds.find(({ propertyName }) => propertyName === field.name);
    if (embedded) yield* ofValue(entity, embedded, at, field);
    else
      yield {
        at,
        field,
        nullable: columnMayBeNull(entity, field.name, tables.get(entity.tableName)!),
      };
  }
}

function columnMayBeNull(
  entity: EntityMetadata,
  property: string,
  { required }: Table,
): boolean | undefined {
  const relation = entity.ownRelations.find(({ propertyName }) => propertyName === property);
  const columns =
    relation?.joinColumns ??
    entity.ownColumns.filter(({ propertyName }) => propertyName === property);
  if (columns.length === 0) return undefined;
  return columns.some(({ databaseName }) => required.get(databaseName) !== true);
}

/**
 * All columns of an embedded value are nullable. Its CHECK says which of them every present value
 * has, and whether the value may be absent.
 */
function* ofValue(
  entity: EntityMetadata,
  value: EmbeddedMetadata,
  at: string,
  field: Field,
): Generator<Pair> {
  const name = `${entity.tableName}_${snake(field.name)}_check`;
  const check = tables.get(entity.tableName)!.checks.get(name) ?? '';
  const alwaysPresent = columnsIn(check, /num_nonnulls\(([^)]*)\) = [1-9]/);
  const nullWhenAbsent = columnsIn(check, /num_nonnulls\(([^)]*)\) = 0/);
  yield { at, field, nullable: alwaysPresent.length === 0 ? undefined : nullWhenAbsent.length > 0 };
  for (const inner of Object.values(
    (getNamedType(field.type) as never as { getFields(): Record<string, Field> }).getFields(),
  )) {
    const relation = value.relations.find(({ propertyName }) => propertyName === inner.name);
    const column =
      relation?.joinColumns[0] ??
      value.columns.find(({ propertyName }) => propertyName === inner.name);
    yield {
      at: `${at}.${inner.name}`,
      field: inner,
      nullable: column && !alwaysPresent.includes(column.databaseName),
    };
  }
}

const pairs = () => database.entityMetadatas.flatMap((entity) => [...ofEntity(entity)]);

describe('fields and columns', () => {
  test('a field is non-null exactly where its column is NOT NULL', () => {
    const withColumn = pairs().filter(({ nullable }) => nullable !== undefined);
    expect(withColumn.length).toBeGreaterThan(150);
    const wrong = withColumn.filter(
      ({ field, nullable }) => isNonNullType(field.type) === nullable,
    );
    expect(
      wrong.map(({ at, nullable }) => `${at}: its column is ${nullable ? 'nullable' : 'NOT NULL'}`),
    ).toEqual([]);
  });

  test('every other non-null field is derived', () => {
    const withoutColumn = pairs().filter(
      ({ nullable, field }) => nullable === undefined && isNonNullType(field.type),
    );
    expect(withoutColumn.map(({ at }) => at).sort()).toEqual(Object.keys(derivedNonNull).sort());
  });

  test('an absent embedded value has null in all its columns', () => {
    for (const entity of database.entityMetadatas.filter(({ name }) =>
      isObjectType(schema.getType(name)),
    ))
      for (const { propertyName, columns } of entity.embeddeds) {
        const checks = [...tables.get(entity.tableName)!.checks.values()].map((check) =>
          columnsIn(check, /num_nonnulls\(([^)]*)\) = 0/).sort(),
        );
        const names = columns.map(({ databaseName }) => databaseName);
        expect([entity.name, propertyName, checks]).toEqual([
          entity.name,
          propertyName,
          expect.arrayContaining([names.sort()]),
        ]);
      }
  });
});

describe('enumerations', () => {
  /** The values that a CHECK allows in a column. */
  const allowed = (table: string, column: string): string[] => {
    const check = tables.get(table)!.checks.get(`${table}_${column}_check`) ?? '';
    return [...check.matchAll(/'([A-Z0-9_]+)'::text/g)].map(([, value]) => value!).sort();
  };

  const enumColumns = function* (): Generator<{
    at: string;
    type: GraphQLEnumType;
    values: string[];
  }> {
    for (const entity of database.entityMetadatas)
      for (const column of entity.columns) {
        const owner = schema.getType(
          column.embeddedMetadata ? (column.embeddedMetadata.type as Function).name : entity.name,
        );
        const type = isObjectType(owner)
          ? getNamedType(owner.getFields()[column.propertyName]?.type)
          : undefined;
        if (isEnumType(type))
          yield {
            at: `${entity.tableName}.${column.databaseName}`,
            type,
            values: allowed(entity.tableName, column.databaseName),
          };
      }
  };

  test('have the same values in the API and in the tables', () => {
    const columns = [...enumColumns()];
    expect(columns.length).toBeGreaterThan(25);
    for (const { at, type, values } of columns) {
      const published = type.getValues().map(({ name }) => name);
      expect([at, values]).toEqual([at, published.sort()]);
    }
  });

  test('have names that are the stored values', () => {
    for (const type of Object.values(schema.getTypeMap()).filter(
      (each) => isEnumType(each) && !each.name.startsWith('__'),
    ))
      for (const { name, value } of (type as GraphQLEnumType).getValues())
        expect([type.name, value]).toEqual([type.name, name]);
  });
});
