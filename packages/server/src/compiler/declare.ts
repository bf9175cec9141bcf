import { Args, Field, getMetadataStorage } from 'type-graphql';
import type { Direction } from '../values/enums.ts';
import type { IdType } from '../values/ids.ts';
import type { PrimaryCast } from './cursor.ts';
import type { FilterContext } from './filter.ts';
import type { Scan } from './scan.ts';
import type { Sql } from './sql.ts';

/** Rows that a list is made of: `from` brings them under their alias. */
export interface Rows {
  from: Sql;
  where: Sql;
}

/** The rows of a connection; those of a kept list also as that list has them, under the alias `kept`. */
export interface IndexedRows extends Rows {
  /** Expressions to sort by that are nearer than those of the node. */
  keys?: Record<string, Sql>;
  index?: Rows;
}

/** What a list can be sorted by: an expression over its row, and the PostgreSQL type in which a cursor brings it back. */
export interface SortKey {
  by: (row: Sql) => Sql;
  cast: 'date' | 'timestamptz' | 'text' | 'int' | 'bigint';
  /** Rows may be without it. */
  nullable?: boolean;
}

/** One way to sort, total by the primary key behind it. Nulls come last both ways. */
export interface Order extends SortKey {
  direction: keyof typeof Direction;
}

type Type = () => Function;
/** The class of a field's arguments. */
type ArgumentsClass<Args extends object> = () => new () => Args;

export interface ListDeclaration<Args extends object = object> {
  of: Type;
  args?: ArgumentsClass<Args>;
  /** `parent` and `row` are aliases. `args` are as graphql-js coerced them. */
  rows(parent: Sql, row: Sql, args: Args, ctx: FilterContext): Rows;
  order: (row: Sql) => Sql;
}

export interface SummaryRowsDeclaration {
  of: Type;
  order: (row: Sql) => Sql;
  /** Which of the rows are shown. */
  shown: (row: Sql) => Sql;
}

export interface ConnectionDeclaration<Args extends object = object> {
  of: Type;
  args?: ArgumentsClass<Args>;
  rows?(parent: Sql, row: Sql, args: Args, ctx: FilterContext): IndexedRows;
}

/** What TypeORM's metadata cannot say about a field. */
export type Declaration =
  | { kind: 'derived'; by: (row: Sql) => Sql }
  | { kind: 'ref'; type: IdType }
  | { kind: 'filled' }
  | { kind: 'plain' }
  | { kind: 'to'; column: string }
  | { kind: 'arc'; choices: Record<string, string> }
  | ({ kind: 'list' } & ListDeclaration)
  | ({ kind: 'gathered' } & SummaryRowsDeclaration)
  | ({ kind: 'connection' } & ConnectionDeclaration);

const declarations = new Map<Function, Map<string, Declaration>>();

const declare = (target: object, field: string, declaration: Declaration): void => {
  const known = declarations.get(target.constructor) ?? new Map();
  declarations.set(target.constructor, known.set(field, declaration));
};

/** What was declared on a class or on those that it extends. */
export function declarationOf(
  target: Function | undefined,
  field: string,
): Declaration | undefined {
  for (let each = target; each && each !== Function.prototype; each = Object.getPrototypeOf(each)) {
    const found = declarations.get(each)?.get(field);
    if (found) return found;
  }
  return undefined;
}

/** A readable field that is no column: an expression over the row. */
export const Derived =
  (by: (row: Sql) => Sql): PropertyDecorator =>
  (target, field) =>
    declare(target, String(field), { kind: 'derived', by });

/** A column that holds another record's key: the API shows the id with its prefix. */
export const ReferenceId =
  (type: IdType): PropertyDecorator =>
  (target, field) =>
    declare(target, String(field), { kind: 'ref', type });

/** A text of a derived row that has nothing in it to be escaped in JSON: no quotation mark, backslash or control character. */
export const JsonSafe = (): PropertyDecorator => (target, field) =>
  declare(target, String(field), { kind: 'plain' });

/** A one-to-many relation that is never empty, as the database sees to. A list of rows of which only this is asked is read without them. */
export const NonEmpty = (): PropertyDecorator => (target, field) =>
  declare(target, String(field), { kind: 'filled' });

/** A record whose key a column of a derived row holds, or null; the field's type is the record's. */
export const RecordRef =
  (column: string): PropertyDecorator =>
  (target, field) =>
    declare(target, String(field), { kind: 'to', column });

/**
 * One of several to-one relations, exactly one of which is set; the field's type is their union or interface. GraphQL type → property; in a
 * derived row, → column.
 */
export const OneOf =
  (choices: Record<string, string>): PropertyDecorator =>
  (target, field) =>
    declare(target, String(field), { kind: 'arc', choices });

/** The field that publishes a relation as one arm of an arc, if one does. */
export const oneOfField = (target: Function, relation: string): string | undefined =>
  [...(declarations.get(target) ?? [])].find(
    ([, said]) => said.kind === 'arc' && Object.values(said.choices).includes(relation),
  )?.[0];

/** A bounded list whose rows metadata cannot find by itself. */
export const List =
  <Args extends object>(list: ListDeclaration<Args> & { description: string }): PropertyDecorator =>
  (target, field) => {
    declare(target, String(field), { kind: 'list', ...list });
    expose(target, String(field), () => [list.of()], list);
  };

/** The rows themselves that an object is added up from (`Read.summary`): they are read once, for it and for this list. */
export const SummaryRows =
  (list: SummaryRowsDeclaration & { description: string }): PropertyDecorator =>
  (target, field) => {
    declare(target, String(field), { kind: 'gathered', ...list });
    expose(target, String(field), () => [list.of()], list);
  };

/** A Relay connection; without `rows` it follows the one-to-many relation of the same name. */
export const Connection =
  <Args extends object>(
    connection: ConnectionDeclaration<Args> & { description: string },
  ): PropertyDecorator =>
  (target, field) => {
    declare(target, String(field), { kind: 'connection', ...connection });
    expose(target, String(field), () => pageOf(connection.of()), connection);
  };

/** Publishes a field of the compiler's to type-graphql, arguments included; it is a method there only to carry them. */
function expose(
  target: object,
  field: string,
  type: () => unknown,
  { args, description }: { args?: ArgumentsClass<object>; description: string },
): void {
  if (!args) {
    Field(type as never, { description })(target, field);
    return;
  }
  const method = { value: () => undefined, configurable: true, writable: true };
  Object.defineProperty(target, field, method);
  Args(args)(target, field, 0);
  Field(type as never, { description })(target, field, method);
}

const pages = new Map<Function, Function>();
const nodes = new Map<string, Function>();
const wrappers = new Set<string>();

/** Remembers the connection and edge types of a node type; called by `connectionTypes`. */
export function registerPage(
  node: Function,
  page: Function,
  names: { page: string; edge: string },
): void {
  pages.set(node, page);
  nodes.set(names.page, node);
  wrappers.add(names.page).add(names.edge);
}

/** The connection type of a node type. */
export function pageOf(node: Function): Function {
  const page = pages.get(node);
  if (!page)
    throw new Error(
      `${node.name} has no connection type: call connectionTypes(${node.name}) beside it`,
    );
  return page;
}

/** The node class of a connection type's name, if it is one. */
export const nodeOfPage = (typeName: string): Function | undefined => nodes.get(typeName);

/** Connection and edge types wrap rows and have none of their own. */
export const isWrapper = (typeName: string): boolean => wrappers.has(typeName);

/** The class that type-graphql publishes under a name, if it declares anything. */
export const classOfType = (typeName: string): Function | undefined => {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  return [...objectTypes, ...interfaceTypes].find(
    (type) => type.name === typeName && declarations.has(type.target),
  )?.target;
};

/** The class that a field answers. */
export const classOfField = (owner: Function, field: string): Function =>
  getMetadataStorage()
    .fields.find((each) => each.target === owner && each.name === field)!
    .getType() as Function;

/** What a list is asked for, when it can be read from index ranges. */
export interface ScanRequest {
  row: Sql;
  filter: Record<string, unknown>;
  by: string;
  index: Rows | undefined;
  ctx: FilterContext;
}

export interface ListingRules<Args extends object = object> {
  live?: (row: Sql) => Sql;
  filter?: Type;
  /** The index ranges that answer a filter; none: all rows are looked through in the order of the list. */
  scan?: (asked: ScanRequest) => Scan | undefined;
  /** What of the field's arguments makes it another list: a cursor of one question is none of another. */
  question?(args: Args): string;
  /** Where no table has the rows, but queries of the statement's own: the columns that are their key, and its types. */
  key?: Record<string, PrimaryCast>;
  orders: Record<string, SortKey>;
  fallback: { by: string; direction: keyof typeof Direction };
}

const listings = new Map<Function, ListingRules>();

/** How records of a class are listed: what a list leaves out, its filter, what it can be sorted by, and the order when none is asked. */
export const Listing =
  <Args extends object>(listing: () => ListingRules<Args>): ClassDecorator =>
  (target) => {
    lazyListings.set(target, listing);
  };

const lazyListings = new Map<Function, () => ListingRules>();

export function listingOf(node: Function): ListingRules {
  const found = listings.get(node) ?? lazyListings.get(node)?.();
  if (!found) throw new Error(`${node.name} is paged but not @Listed`);
  listings.set(node, found);
  return found;
}
