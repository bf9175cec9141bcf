import type { Path } from '../values/errors.ts';
import { memoize } from '../values/memoize.ts';
import { cursorTag, type PrimaryCast } from './cursor.ts';
import type { Rows } from './declarations.ts';
import { listingOf } from './listing.ts';
import { alias, ownerCondition, tableOf } from './mapping.ts';
import { type PageFields, pageFieldsOf } from './page-fields.ts';
import { isWrapper } from './page-types.ts';
import type { SelectionNode } from './selection-node.ts';
import { column, raw, type Sql, sql } from './sql.ts';

/** Where a connection is in its query. It follows from the selection, not from the arguments. */
export interface Placement {
  /** The field with the type that declares it, such as `Query.claims`. */
  field: string;
  /** The tag of the list's cursors in an order. */
  tagOf: (order: string) => string;
  /** The alias of the row that the connection belongs to. */
  parent: Sql;
  /** The alias of the connection's own rows, and their table. */
  row: Sql;
  table: Sql;
  primary: readonly Sql[];
  primaryCasts: readonly PrimaryCast[];
  /** All rows of the table, or those of the relation that the connection publishes. */
  rows: Rows;
  /** Begins the aliases within the filter, so that no other field has the same. */
  prefix: string;
  /** Where invalid arguments are reported. */
  path: Path;
  /** Which fields of `pageInfo` are selected. */
  selects: PageFields;
}

/**
 * The alias of the row that a field is read from: that of the nearest field above it that has rows.
 * The fields of a connection or an edge are read from the rows of the page.
 */
export function rowAbove({ above, parentType, mapping }: SelectionNode): Sql {
  if (!above) return alias(0);
  if (isWrapper(above.parentType)) return above.rowAbove;
  if (isWrapper(parentType)) return alias(above.index);
  const field = mapping.shape(above.parentType).field(above.name);
  if (field.kind === 'embedded' || field.kind === 'summaryRows') return above.rowAbove;
  return alias(above.index, field.kind === 'oneOf' ? parentType : '');
}

/** @throws Error unless the field is a connection. */
export function placementOf(node: SelectionNode): Placement {
  const { mapping, nodeClass, parentType, name, index } = node;
  if (!nodeClass) throw new Error(`${parentType}.${name} is not a connection`);
  const row = alias(index);
  const entity = mapping.entity(nodeClass.name);
  const relation = mapping
    .entity(parentType)
    ?.ownRelations.find((each) => each.propertyName === name && each.isOneToMany);
  const { cte } = listingOf(nodeClass);
  if (!entity && !cte) throw new Error(`${nodeClass.name} has neither a table nor a cte`);
  const table = entity ? tableOf(entity) : raw(cte?.name ?? '');
  const key: [name: string, type: unknown][] = entity
    ? entity.primaryColumns.map(({ databaseName, type }) => [databaseName, type])
    : Object.entries(cte?.key ?? {});
  const field = `${node.declaredBy}.${name}`;
  return {
    field,
    tagOf: memoize((order: string) => cursorTag(field, order)),
    parent: node.rowAbove,
    row,
    table,
    primary: key.map(([name]) => column(row, name)),
    primaryCasts: key.map(([, type]) => (type === 'uuid' ? 'uuid' : 'int')),
    rows: {
      from: sql`${table} ${row}`,
      where: relation ? ownerCondition(relation, node.rowAbove, row) : raw('true'),
    },
    prefix: `t${index}`,
    path: node.path.slice(1),
    selects: pageFieldsOf(node),
  };
}
