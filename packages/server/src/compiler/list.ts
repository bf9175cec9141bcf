import type { EntityMetadata } from 'typeorm';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import type { Path } from '../values/errors.ts';
import type { ListDeclaration, Rows } from './declare.ts';
import { Filtering } from './filter.ts';
import { type FieldMap, table, tied } from './mapping.ts';
import { type Page, pageSize } from './page.ts';
import { join, name, raw, type Sql, sql } from './sql.ts';

/** A list that is no connection: its rows, its total order, and a limit where it can grow. */
export interface ListRows extends Rows {
  order: Sql;
  limit?: Sql;
}

/** The rows of a list with a rule of its own. */
export function prepareList(
  list: ListDeclaration,
  args: Record<string, unknown>,
  parent: Sql,
  row: Sql,
  prefix: string,
  path: Path,
): ListRows {
  const rows = list.rows(parent, row, args as never, new Filtering(prefix, path));
  const limit = args.first == null ? {} : { limit: sql`${pageSize(args.first as number, [...path, 'first'])}::int` };
  return { from: rows.from, where: rows.where, order: list.order(row), ...limit };
}

/** The rows of a one-to-many relation, in the order that their entity names. */
export const related = (map: Extract<FieldMap, { kind: 'many' }>, parent: Sql, row: Sql): ListRows => ({
  from: sql`${table(map.target)} ${row}`,
  where: tied(map.relation, parent, row),
  order: entityOrder(map.target, map.relation, row),
});

/** `@Entity({ orderBy })`, total by the primary key; what all rows of one owner share orders nothing. */
function entityOrder(entity: EntityMetadata, relation: RelationMetadata, row: Sql): Sql {
  const named = Object.entries(entity.orderBy ?? {}).map(([property, direction]) => ({
    column: entity.findColumnWithPropertyName(property)!,
    way: direction === 'DESC' ? ' desc' : '',
  }));
  const shared = relation.inverseRelation!.joinColumns;
  const keys = entity.primaryColumns.filter((column) => !shared.includes(column) && !named.some((each) => each.column === column));
  const order = [...named, ...keys.map((column) => ({ column, way: '' }))];
  return join(
    order.map(({ column, way }) => sql`${row}.${name(column.databaseName)}${raw(way)}`),
    ', ',
  );
}

export const listRows = (prepared: Page | ListRows): ListRows => prepared as ListRows;
