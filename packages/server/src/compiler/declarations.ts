import type { IdType } from '../values/ids.ts';
import type { FilterContext } from './filter.ts';
import type { SortColumns } from './keyset.ts';
import type { Sql } from './sql.ts';

/** A class that is declared further down or in another file. */
export type ClassRef = () => Function;

/** The class of a field's arguments. */
export type ArgumentsClass<Args extends object> = () => new () => Args;

/** The rows of a list: `from` contains them under their alias. */
export interface Rows {
  from: Sql;
  where: Sql;
}

/** The rows of a connection. An index table may have them, too. */
export interface IndexedRows extends Rows {
  /** Columns of an index table that the rows are sorted by, by name of the order. */
  keys?: Record<string, SortColumns>;
  /** The same rows in an index table, under the alias `kept`. */
  index?: Rows;
}

export interface ListDeclaration<Args extends object = object> {
  of: ClassRef;
  args?: ArgumentsClass<Args>;
  /** `parent` and `row` are aliases. `args` are as graphql-js coerced them. */
  rows(parent: Sql, row: Sql, args: Args, ctx: FilterContext): Rows;
  order: (row: Sql) => Sql;
}

export interface SummaryRowsDeclaration {
  of: ClassRef;
  /** The name of the common table expression with the rows. */
  cte: string;
  order: (row: Sql) => Sql;
  /** Which of the rows are listed. All of them are summed up. */
  shown: (row: Sql) => Sql;
}

export interface ConnectionDeclaration<Args extends object = object> {
  of: ClassRef;
  args?: ArgumentsClass<Args>;
  /** By default the rows of the one-to-many relation that has the field's name. */
  rows?(parent: Sql, row: Sql, args: Args, ctx: FilterContext): IndexedRows;
}

export interface SummaryDeclaration<Args extends object = object> {
  of: ClassRef;
  args: ArgumentsClass<Args>;
  /**
   * Common table expressions of the rows that the object is summed up from. They may use `parent`,
   * an alias. `selects` says whether a field is selected anywhere below.
   */
  with(
    parent: Sql,
    args: Args,
    ctx: FilterContext,
    selects: (type: string, field: string) => boolean,
  ): Sql;
}

/** What is declared about a field, in addition to TypeORM's metadata. See `declare.ts`. */
export type Declaration =
  | { kind: 'derived'; value: (row: Sql) => Sql }
  | { kind: 'referenceId'; type: IdType }
  | { kind: 'nonEmpty' }
  | { kind: 'jsonSafe' }
  | { kind: 'recordRef'; column: string }
  | { kind: 'oneOf'; choices: Record<string, string> }
  | ({ kind: 'list' } & ListDeclaration)
  | ({ kind: 'summary' } & SummaryDeclaration)
  | ({ kind: 'summaryRows' } & SummaryRowsDeclaration)
  | ({ kind: 'connection' } & ConnectionDeclaration);

const declarations = new Map<Function, Map<string, Declaration>>();

/** Registers a declaration. `target` is the prototype that a property decorator receives. */
export function register(target: object, field: string, declaration: Declaration): void {
  const fields = declarations.get(target.constructor) ?? new Map<string, Declaration>();
  declarations.set(target.constructor, fields.set(field, declaration));
}

export const hasDeclarations = (target: Function): boolean => declarations.has(target);

/** What is declared about a field, on the class or on one that it extends. */
export function declarationOf(
  target: Function | undefined,
  field: string,
): Declaration | undefined {
  for (let each = target; each && each !== Function.prototype; each = Object.getPrototypeOf(each)) {
    const declaration = declarations.get(each)?.get(field);
    if (declaration) return declaration;
  }
  return undefined;
}

const fieldsOf = (target: Function): [string, Declaration][] => [
  ...(declarations.get(target) ?? []),
];

/** The `@OneOf` field that a relation is a choice of, if there is one. */
export const oneOfField = (target: Function, relation: string): string | undefined =>
  fieldsOf(target).find(
    ([, each]) => each.kind === 'oneOf' && Object.values(each.choices).includes(relation),
  )?.[0];

/** The `@SummaryRows` of a class. @throws Error if it has none. */
export function summaryRowsOf(target: Function): SummaryRowsDeclaration {
  for (const [, each] of fieldsOf(target)) if (each.kind === 'summaryRows') return each;
  throw new Error(`${target.name} has no @SummaryRows`);
}
