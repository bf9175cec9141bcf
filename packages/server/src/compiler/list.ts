import type { EntityMetadata } from 'typeorm';
import type { Path } from '../values/errors.ts';
import type { ListDeclaration, Rows } from './declare.ts';
import { Filtering } from './filter.ts';
import { type FieldMap, primary, table, tied } from './mapping.ts';
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
  order: entityOrder(map.target, row),
});

/** `@Entity({ orderBy })`, total by the primary key. */
function entityOrder(entity: EntityMetadata, row: Sql): Sql {
  const named = Object.entries(entity.orderBy ?? {}).map(([property, direction]) => {
    const column = entity.findColumnWithPropertyName(property)!;
    return sql`${row}.${name(column.databaseName)} ${raw(direction === 'DESC' ? 'desc' : 'asc')}`;
  });
  return join([...named, ...primary(entity, row)], ', ');
}

export const listRows = (prepared: Page | ListRows): ListRows => prepared as ListRows;
