import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  Check,
  Column,
  type ColumnOptions,
  Entity,
  type EntityOptions,
  getMetadataArgsStorage,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
} from 'typeorm';
import { snake } from './snake.ts';

/**
 * One property, said once: the column, its constraint in the database, and the API's field.
 * What is not null in the API is not null in the database; the compiler relies on it.
 */
interface Rule {
  property: string;
  nullable: boolean;
  /** The CHECK over the column's name, if there is more to say than its type. */
  check?: (column: string) => string;
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
    said: PropertyOptions,
    type: TypeOf | null,
    options: ColumnOptions,
    check?: Rule['check'],
  ): PropertyDecorator =>
  (target, key) => {
    const property = String(key);
    const nullable = said.nullable ?? false;
    push(rules, target.constructor, { property, nullable, ...(check && { check }) });
    Column({ nullable, ...options })(target, key);
    if (type) Field(type, { nullable, description: said.description })(target, property);
  };

/** A text of 1 to `max` characters (500 unless told). */
export const Text = ({
  max = 500,
  type = () => String,
  ...said
}: PropertyOptions & { max?: number; type?: TypeOf }): PropertyDecorator =>
  column(said, type, { type: 'text' }, (name) => `char_length(${name}) between 1 and ${max}`);

/** One of a closed list. The TypeScript key is what the API publishes, the value what PostgreSQL writes: they are equal. */
export const Enum = (
  list: () => object,
  said: PropertyOptions & { default?: string },
): PropertyDecorator =>
  column(said, list, { type: 'text', ...(said.default && { default: said.default }) }, (name) => {
    const values = Object.values(list()).map((value) => `'${value}'`);
    return `${name} in (${values.join(', ')})`;
  });

/** A whole number, 0 or more. */
export const Count = (said: PropertyOptions): PropertyDecorator =>
  column(
    said,
    () => Int,
    { type: 'int' },
    (name) => `${name} >= 0`,
  );

export const Integer = (said: PropertyOptions & { default?: number }): PropertyDecorator =>
  column(said, () => Int, {
    type: 'int',
    ...(said.default !== undefined && { default: said.default }),
  });

/** A decimal between two bounds, both allowed. */
export const Decimal = ({
  min,
  max,
  ...said
}: PropertyOptions & { min: number; max: number }): PropertyDecorator =>
  column(
    said,
    () => Float,
    { type: 'double precision' },
    (name) => `${name} between ${min} and ${max}`,
  );

export const Flag = (said: PropertyOptions & { default?: boolean }): PropertyDecorator =>
  column(said, () => Boolean, {
    type: 'boolean',
    ...(said.default !== undefined && { default: said.default }),
  });

/** A moment in UTC, to the microsecond. `by` is an expression that the database fills in by itself. */
export const Instant = ({
  type,
  by,
  ...said
}: PropertyOptions & { type: TypeOf; by?: string }): PropertyDecorator =>
  column(said, type, {
    type: 'timestamptz',
    ...(by && { default: () => by, insert: false, update: false }),
  });

/** A civil day, `YYYY-MM-DD`. */
export const Day = (said: PropertyOptions): PropertyDecorator =>
  column(said, () => String, { type: 'date' });

/** JSON kept as it came. */
export const Json = ({ type, ...said }: PropertyOptions & { type: TypeOf }): PropertyDecorator =>
  column(said, type, { type: 'jsonb' });

/** An id that the API shows; declare with `@Ref` whose it is. */
export const Id = (said: PropertyOptions): PropertyDecorator =>
  column(said, () => ID, { type: 'uuid' });

/** A key that only the house sees. */
export const Key = ({ nullable = false } = {}): PropertyDecorator =>
  column({ description: '', nullable }, null, { type: 'uuid' });

/**
 * A to-one relation: the key's column (`<property>Id`; `as` names it otherwise), its foreign key and index, and the API's field unless hidden.
 * `primary`: the key is part of the primary key. A room below the domains names their entities by string.
 * Always type the property as `Relation<T>`: entities name each other in a circle.
 */
export const One =
  (
    of: (() => Function) | string,
    said: Partial<PropertyOptions> & { hidden?: boolean; primary?: boolean; as?: string },
  ): PropertyDecorator =>
  (target, key) => {
    const property = String(key);
    const nullable = said.nullable ?? false;
    const id = `${property}Id`;
    const name = snake(`${said.as ?? property}_id`);
    if (said.primary) PrimaryColumn({ type: 'uuid', name })(target, id);
    else {
      column({ description: '', nullable }, null, { type: 'uuid', name })(target, id);
      Index([id])(target.constructor);
    }
    ManyToOne(of as never, { nullable })(target, key);
    JoinColumn({ name })(target, property);
    if (!said.hidden)
      Field(of as never, { nullable, description: said.description ?? '' })(target, property);
  };

/** A bounded list of rows that belong to this one, in the order that their entity names. */
export const Many =
  (of: () => Function, back: string, said: PropertyOptions): PropertyDecorator =>
  (target, key) => {
    OneToMany(of as never, back)(target, key);
    Field(() => [of()] as never, { description: said.description })(target, String(key));
  };

/** The time since which the row stands as it is: set by the database, read by the history. */
export const ValidFrom = (): PropertyDecorator =>
  column({ description: '' }, null, {
    type: 'timestamptz',
    default: () => 'write_time()',
    insert: false,
    update: false,
    select: false,
  });

/** A value object that lies in its owner's row. */
export const Embed =
  (of: () => Function, said: PropertyOptions): PropertyDecorator =>
  (target, key) => {
    push(embeddeds, target.constructor, {
      property: String(key),
      of: of(),
      nullable: said.nullable ?? false,
    });
    Column(of as never, { prefix: String(key) })(target, key);
    Field(of as never, { nullable: said.nullable ?? false, description: said.description })(
      target,
      String(key),
    );
  };

/** A constraint over several columns: its name, and the expression over their names. */
export const Rules =
  (
    ...checks: ((column: (property: string) => string) => [name: string, expression: string])[]
  ): ClassDecorator =>
  (target) => {
    for (const check of checks) push(tableChecks, target, check);
  };

/** A value object: its columns may all be null in a row where the value is absent, never some of them. */
export const Value =
  (description: string): ClassDecorator =>
  (target) => {
    for (const each of getMetadataArgsStorage().columns)
      if (each.target === target) each.options.nullable = true;
    ObjectType({ description })(target);
  };

const lineage = (target: Function): Function[] =>
  target === Function.prototype ? [] : [target, ...lineage(Object.getPrototypeOf(target))];

/** A table: writes the constraints that its properties and values call for. */
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

/** A value is there with all its required columns, or absent with all its columns. */
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

/** The properties of a value object, its own and those of values within it. */
export const propertiesOfValue = (of: Function): readonly string[] =>
  (rules.get(of) ?? []).map((rule) => rule.property);
