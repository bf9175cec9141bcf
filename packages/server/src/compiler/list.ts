import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import type { Path } from '../values/errors.ts';
import type { ListDeclaration, Rows } from './declarations.ts';
import { FilterContext } from './filter.ts';
import { foreignKeyOf, inverseOf, ownerCondition, type ToMany, tableOf } from './mapping.ts';
import { and, column, join, raw, type Sql, sql } from './sql.ts';

/** The rows of a list that is not a connection. */
export interface ListRows extends Rows {
  kind: 'list';
  /** A total order. */
  order: Sql;
  /** How many rows the list has at most; absent where a write bounds that. */
  limit?: Sql;
}

/** The rows of a declared list. @throws Refusal naming an invalid argument. */
export function prepareList(
  list: ListDeclaration,
  args: Record<string, unknown>,
  parent: Sql,
  row: Sql,
  prefix: string,
  path: Path,
): ListRows {
  const { from, where } = list.rows(parent, row, args, new FilterContext(prefix, path));
  const rows: ListRows = { kind: 'list', from, where, order: list.order(row) };
  if (typeof args.first === 'number') rows.limit = sql`${args.first}::int`;
  return rows;
}

/** The rows of a one-to-many relation, in the order that their entity declares. */
export const relatedRows = ({ target, relation }: ToMany, parent: Sql, row: Sql): ListRows => ({
  kind: 'list',
  from: sql`${tableOf(target)} ${row}`,
  where: ownerCondition(relation, parent, row),
  order: join(
    orderColumns(target, relation).map(
      ({ name, suffix }) => sql`${column(row, name)}${raw(suffix)}`,
    ),
    ', ',
  ),
});

/** A column of an order, and what follows it: collation and direction. */
interface OrderColumn {
  name: string;
  suffix: string;
}

/** Texts are ordered by code point, in a database of any language. */
const collation = ({ type }: ColumnMetadata): string => (type === 'text' ? ' collate "C"' : '');

/** The order of `@Entity({ orderBy })`, then the columns of the primary key to break ties. */
function orderColumns(entity: EntityMetadata, relation: RelationMetadata): OrderColumn[] {
  const declared = Object.entries(entity.orderBy ?? {}).map(([property, direction]) => {
    const own = entity.findColumnWithPropertyName(property);
    if (!own) throw new Error(`${entity.name} is ordered by ${property}, which is not a column`);
    const suffix = `${collation(own)}${direction === 'DESC' ? ' desc' : ''}`;
    return { name: own.databaseName, suffix };
  });
  // All rows of one owner share the foreign key, so it orders nothing.
  const fixed = foreignKeyOf(inverseOf(relation)).map(({ from }) => from);
  const used = new Set([...fixed, ...declared.map(({ name }) => name)]);
  const ties = entity.primaryColumns
    .filter(({ databaseName }) => !used.has(databaseName))
    .map((each) => ({ name: each.databaseName, suffix: collation(each) }));
  return [...declared, ...ties];
}

/** How the rows of an inner list are grouped into the rows of the outer list. See `@NonEmpty`. */
export interface Grouping {
  /** The condition that an inner row belongs to the owner of the outer list. */
  where: Sql;
  /** The columns that identify the outer row, in the order of the outer list. */
  by: readonly { key: Sql; suffix: string }[];
}

/** Groups inner rows. Undefined if they lack a column that the outer list needs. */
export function grouping(
  outer: ToMany,
  inner: ToMany,
  parent: Sql,
  row: Sql,
): Grouping | undefined {
  if (!inner.nonEmpty) return undefined;
  const innerKey = foreignKeyOf(inverseOf(inner.relation));
  /** The column of an inner row that has the value of a column of the outer row. */
  const copyOf = (name: string): Sql | undefined => {
    const copy = innerKey.find(({ to }) => to === name);
    return copy && column(row, copy.from);
  };
  const conditions: Sql[] = [];
  for (const { from, to } of foreignKeyOf(inverseOf(outer.relation))) {
    const copy = copyOf(from);
    if (!copy) return undefined;
    conditions.push(sql`${copy} = ${column(parent, to)}`);
  }
  const by: { key: Sql; suffix: string }[] = [];
  for (const { name, suffix } of orderColumns(outer.target, outer.relation)) {
    const key = copyOf(name);
    if (!key) return undefined;
    by.push({ key, suffix });
  }
  return { where: and(conditions), by };
}
