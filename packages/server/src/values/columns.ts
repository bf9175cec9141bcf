import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  Check,
  Column,
  type ColumnOptions,
  Entity,
  type EntityOptions,
  getMetadataArgsStorage,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
} from 'typeorm';
import { indexKey, type KeyOptions } from './key-index.ts';
import { snake } from './snake.ts';

/**
 * One property, declared once: the column, its CHECK in the database, and the API’s field.
 * A field that is not null in the API is not null in the database; the compiler relies on it.
 */
interface Rule {
  property: string;
  nullable: boolean;
  /** The CHECK over the column’s name, if its type does not say everything. */
  check?: (column: string) => string;
  /** Characters of a text, or bounds of a number, both included. Inputs take them from here. */
  min?: number;
  max?: number;
}

interface Embedded {
  property: string;
  of: Function;
  nullable: boolean;
}

const rules = new Map<Function, Rule[]>();
const embeddeds = new Map<Function, Embedded[]>();
const tableChecks = new Map<
  Function,
  ((column: (property: string) => string) => [string, string])[]
>();

const push = <T>(map: Map<Function, T[]>, key: Function, item: T): void => {
  map.set(key, [...(map.get(key) ?? []), item]);
};

interface PropertyOptions {
  description: string;
  nullable?: boolean;
}

type TypeOf = () => object;

const column =
  (
    field: PropertyOptions,
    type: TypeOf | null,
    options: ColumnOptions,
    check?: Rule['check'],
    bounds: Pick<Rule, 'min' | 'max'> = {},
  ): PropertyDecorator =>
  (target, key) => {
    const property = String(key);
    const nullable = field.nullable ?? false;
    push(rules, target.constructor, { property, nullable, ...(check && { check }), ...bounds });
    Column({ nullable, ...options })(target, key);
    if (type) Field(type, { nullable, description: field.description })(target, property);
  };

/** A text of 1 to `max` characters, by default 500. */
export const Text = ({
  max = 500,
  type = () => String,
  ...field
}: PropertyOptions & { max?: number; type?: TypeOf }): PropertyDecorator =>
  column(field, type, { type: 'text' }, (name) => `char_length(${name}) between 1 and ${max}`, {
    min: 1,
    max,
  });

/** A value of a closed list. The key that the API publishes is the value that PostgreSQL stores. */
export const Enum = (
  list: () => object,
  field: PropertyOptions & { default?: string },
): PropertyDecorator =>
  column(
    field,
    list,
    { type: 'text', ...(field.default && { default: field.default }) },
    (name) => {
      const values = Object.values(list()).map((value) => `'${value}'`);
      return `${name} in (${values.join(', ')})`;
    },
  );

/** An integer of 0 or more. */
export const Count = (field: PropertyOptions): PropertyDecorator =>
  column(
    field,
    () => Int,
    { type: 'int' },
    (name) => `${name} >= 0`,
  );

export const Integer = (field: PropertyOptions & { default?: number }): PropertyDecorator =>
  column(field, () => Int, {
    type: 'int',
    ...(field.default !== undefined && { default: field.default }),
  });

/** A decimal number between two bounds, both included. */
export const Decimal = ({
  min,
  max,
  ...field
}: PropertyOptions & { min: number; max: number }): PropertyDecorator =>
  column(
    field,
    () => Float,
    { type: 'double precision' },
    (name) => `${name} between ${min} and ${max}`,
    { min, max },
  );

export const Flag = (field: PropertyOptions & { default?: boolean }): PropertyDecorator =>
  column(field, () => Boolean, {
    type: 'boolean',
    ...(field.default !== undefined && { default: field.default }),
  });

/** A moment in UTC, to the microsecond. `by` is an SQL expression that the database fills in. */
export const Instant = ({
  type,
  by,
  ...field
}: PropertyOptions & { type: TypeOf; by?: string }): PropertyDecorator =>
  column(field, type, {
    type: 'timestamptz',
    ...(by && { default: () => by, insert: false, update: false }),
  });

/** A civil day, `YYYY-MM-DD`. */
export const Day = (field: PropertyOptions): PropertyDecorator =>
  column(field, () => String, { type: 'date' });

/** JSON, stored as it was given. */
export const Json = ({ type, ...field }: PropertyOptions & { type: TypeOf }): PropertyDecorator =>
  column(field, type, { type: 'jsonb' });

/** An id that the API shows. `@ReferenceId` declares its type. */
export const Id = (field: PropertyOptions): PropertyDecorator =>
  column(field, () => ID, { type: 'uuid' });

/** A key that the API does not show. */
export const Key = ({ nullable = false } = {}): PropertyDecorator =>
  column({ description: '', nullable }, null, { type: 'uuid' });

/**
 * A to-one relation: the column of its key (`<property>Id`, or by `as`), the foreign key, its
 * index, and the API’s field unless it is hidden. `primary`: the key is part of the primary key.
 * Folders below the domains name their entities by string. Always type the property as
 * `Relation<T>`, since entities import each other.
 */
export const One =
  (
    of: (() => Function) | string,
    field: Partial<PropertyOptions> & { hidden?: boolean; primary?: boolean } & KeyOptions,
  ): PropertyDecorator =>
  (target, key) => {
    const property = String(key);
    const nullable = field.nullable ?? false;
    const id = `${property}Id`;
    const name = snake(`${field.as ?? property}_id`);
    if (field.primary) PrimaryColumn({ type: 'uuid', name })(target, id);
    else {
      column({ description: '', nullable }, null, { type: 'uuid', name })(target, id);
      indexKey(target, id, { name, nullable, index: field.index });
    }
    ManyToOne(of, { nullable })(target, key);
    JoinColumn({ name })(target, property);
    if (!field.hidden && typeof of !== 'string')
      Field(of, { nullable, description: field.description ?? '' })(target, property);
  };

/** A bounded list of rows that belong to this one, in the order that their entity declares. */
export const Many =
  (of: () => Function, back: string, field: PropertyOptions): PropertyDecorator =>
  (target, key) => {
    OneToMany(of, back)(target, key);
    Field(() => [of()], { description: field.description })(target, String(key));
  };

/** When the row got its present values. The database sets it; the history reads it. */
export const ValidFrom = (): PropertyDecorator =>
  column({ description: '' }, null, {
    type: 'timestamptz',
    default: () => 'write_time()',
    insert: false,
    update: false,
    select: false,
  });

/** A value object whose columns are in its owner’s row. */
export const Embed =
  (of: () => Function, field: PropertyOptions): PropertyDecorator =>
  (target, key) => {
    push(embeddeds, target.constructor, {
      property: String(key),
      of: of(),
      nullable: field.nullable ?? false,
    });
    Column(of, { prefix: String(key) })(target, key);
    Field(of, { nullable: field.nullable ?? false, description: field.description })(
      target,
      String(key),
    );
  };

/** Constraints over several columns: each a name, and an expression over the column names. */
export const Rules =
  (
    ...checks: ((column: (property: string) => string) => [name: string, expression: string])[]
  ): ClassDecorator =>
  (target) => {
    for (const check of checks) push(tableChecks, target, check);
  };

/**
 * A value object. Where it is absent, all its columns are null; where it is present, none of its
 * required columns is.
 */
export const Value =
  (description: string): ClassDecorator =>
  (target) => {
    for (const each of getMetadataArgsStorage().columns)
      if (each.target === target) each.options.nullable = true;
    ObjectType({ description })(target);
  };

const lineage = (target: Function): Function[] =>
  target === Function.prototype ? [] : [target, ...lineage(Object.getPrototypeOf(target))];

/** A table, with the constraints of its properties and value objects. */
export const Table =
  (options: EntityOptions = {}): ClassDecorator =>
  (target) => {
    const table = options.name ?? snake(target.name);
    const add = (name: string, expression: string) =>
      Check(`${table}_${name}_check`, expression)(target);
    const constrain = (owner: Function, prefix: string[]) => {
      const nameOf = (property: string) => [...prefix, property].map(snake).join('_');
      for (const each of lineage(owner)) {
        for (const { property, check } of rules.get(each) ?? [])
          if (check) add(nameOf(property), check(`"${nameOf(property)}"`));
        for (const check of tableChecks.get(each) ?? []) {
          const [name, expression] = check((property) => `"${nameOf(property)}"`);
          add([...prefix.map(snake), name].join('_'), expression);
        }
        for (const { property, of, nullable } of embeddeds.get(each) ?? []) {
          constrain(of, [...prefix, property]);
          add(
            nameOf(property),
            wholeOrAbsent(of, (inner) => `"${nameOf(`${property}_${inner}`)}"`, nullable),
          );
        }
      }
    };
    constrain(target, []);
    Entity(options)(target);
  };

/** A value is present with all its required columns, or absent with all its columns. */
function wholeOrAbsent(
  of: Function,
  nameOf: (property: string) => string,
  nullable: boolean,
): string {
  const parts = rules.get(of) ?? [];
  const required = parts.filter((part) => !part.nullable).map((part) => nameOf(part.property));
  const optional = parts.filter((part) => part.nullable).map((part) => nameOf(part.property));
  const whole = `num_nonnulls(${required.join(', ')}) = ${required.length}`;
  if (!nullable) return whole;
  return `${whole} or num_nonnulls(${[...required, ...optional].join(', ')}) = 0`;
}

/** The properties of a value object that have columns. */
export const propertiesOfValue = (of: Function): readonly string[] =>
  (rules.get(of) ?? []).map((rule) => rule.property);

/** The bounds of a column: the characters of a text, or the range of a number. */
export function boundsOf(entity: Function, property: string): { min: number; max: number } {
  const all = lineage(entity).flatMap((each) => rules.get(each) ?? []);
  const { min, max } = all.find((rule) => rule.property === property) ?? {};
  if (min === undefined || max === undefined)
    throw new Error(`${entity.name}.${property} has no bounds`);
  return { min, max };
}
