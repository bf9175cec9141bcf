import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import type { Path } from '../values/errors.ts';
import type { ListDeclaration, Rows } from './declare.ts';
import { FilterContext } from './filter.ts';
import { type FieldMap, ownerCondition, tableOf } from './mapping.ts';
import { pageSize } from './page-arguments.ts';
import { and, column, join, raw, type Sql, sql } from './sql.ts';

/** A list that is no connection: its rows, its total order, and a limit where it can grow. */
export interface ListRows extends Rows {
  kind: 'list';
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
  const rows = list.rows(parent, row, args as never, new FilterContext(prefix, path));
  const limit =
    args.first == null
      ? {}
      : { limit: sql`${pageSize(args.first as number, [...path, 'first'])}::int` };
  return { kind: 'list', from: rows.from, where: rows.where, order: list.order(row), ...limit };
}

type Many = Extract<FieldMap, { kind: 'many' }>;

/** The rows of a one-to-many relation, in the order that their entity names. */
export const relatedRows = (map: Many, parent: Sql, row: Sql): ListRows => ({
  kind: 'list',
  from: sql`${tableOf(map.target)} ${row}`,
  where: ownerCondition(map.relation, parent, row),
  order: entityOrder(map.target, map.relation, row),
});

/** Texts are ordered by code point, whatever the database's language is. */
const collated = ({ type }: ColumnMetadata): string => (type === 'text' ? ' collate "C"' : '');

/** `@Entity({ orderBy })`, total by the primary key; what all rows of one owner share orders nothing. */
const entityOrder = (entity: EntityMetadata, relation: RelationMetadata, row: Sql): Sql =>
  join(
    orderColumns(entity, relation).map(
      (each) => sql`${column(row, each.column.databaseName)}${raw(each.way)}`,
    ),
    ', ',
  );

function orderColumns(entity: EntityMetadata, relation: RelationMetadata) {
  const named = Object.entries(entity.orderBy ?? {}).map(([property, direction]) => ({
    column: entity.findColumnWithPropertyName(property)!,
    direction: direction === 'DESC' ? ' desc' : '',
  }));
  const said = [...relation.inverseRelation!.joinColumns, ...named.map(({ column }) => column)].map(
    ({ databaseName }) => databaseName,
  );
  const keys = entity.primaryColumns.filter(({ databaseName }) => !said.includes(databaseName));
  return [...named, ...keys.map((column) => ({ column, direction: '' }))].map(
    ({ column, direction }) => ({
      column,
      way: `${collated(column)}${direction}`,
    }),
  );
}

/** How the rows of a list are told by the rows of a list of theirs: see `Filled`. */
export interface Grouping {
  /** What of an inner row ties its group to the owner of the outer list. */
  where: Sql;
  /** What of an inner row tells the outer row it belongs to, in the order of the outer list. */
  by: readonly { column: Sql; way: string }[];
}

/** The grouping, where the inner rows hold all that ties and orders the outer ones. */
export function grouping(outer: Many, inner: Many, parent: Sql, row: Sql): Grouping | undefined {
  const held = (own: ColumnMetadata): Sql | undefined => {
    const by = inner.relation.inverseRelation!.joinColumns.find(
      (each) => each.referencedColumn!.databaseName === own.databaseName,
    );
    return by && column(row, by.databaseName);
  };
  const ties = outer.relation.inverseRelation!.joinColumns.map((each) => ({
    column: held(each),
    to: each.referencedColumn!.databaseName,
  }));
  const by = orderColumns(outer.target, outer.relation).map((each) => ({
    column: held(each.column),
    way: each.way,
  }));
  if (!inner.filled || [...ties, ...by].some((each) => !each.column)) return undefined;
  return {
    where: and(ties.map((tie) => sql`${tie.column} = ${column(parent, tie.to)}`)),
    by: by as Grouping['by'],
  };
}
