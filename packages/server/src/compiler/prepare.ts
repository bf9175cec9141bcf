import { getNamedType } from 'graphql';
import { isWrapper, listingOf, nodeOfPage } from './declare.ts';
import { type ListRows, prepareList, relatedRows } from './list.ts';
import { alias, type Mapping, ownerCondition, tableOf } from './mapping.ts';
import { type Page, type Placement, preparePage } from './page.ts';
import { pageFieldsOf } from './page-fields.ts';
import type { SelectionNode } from './selection.ts';
import { column, raw, type Sql, sql } from './sql.ts';

export type Prepared = Page | ListRows;

/** The alias of the row that a field is read from: that of the nearest field above it that brings rows. */
export function rowAbove(mapping: Mapping, { up, parent }: SelectionNode): Sql {
  if (!up) return alias(0);
  if (isWrapper(up.parent)) return rowAbove(mapping, up);
  if (isWrapper(parent)) return alias(up.index);
  const map = mapping.shape(up.parent).field(up.name);
  if (map.kind === 'embedded' || map.kind === 'gathered') return rowAbove(mapping, up);
  return map.kind === 'arc' ? alias(up.index, parent.toLowerCase()) : alias(up.index);
}

/** Reads the arguments of a list or connection into the pieces of SQL that they decide. @throws Refusal naming the argument. */
export function prepare(
  mapping: Mapping,
  selected: SelectionNode,
  args: Record<string, unknown>,
  parent: Sql,
): Prepared {
  const root = nodeOfPage(getNamedType(selected.field!.type).name);
  if (!selected.up && root)
    return preparePage({ of: () => root }, args, placementOf(mapping, selected));
  const row = alias(selected.index);
  const map = mapping.shape(selected.parent).field(selected.name);
  const path = selected.path.slice(1);
  const prefix = `t${selected.index}`;
  if (map.kind === 'many') return relatedRows(map, parent, row);
  if (map.kind === 'list') return prepareList(map, args, parent, row, prefix, path);
  if (map.kind !== 'connection') throw new Error(`${selected.parent}.${selected.name} is no list`);
  return preparePage(map, args, placementOf(mapping, selected));
}

/** Computed once for each selection, since the arguments do not matter. */
const placements = new WeakMap<SelectionNode, Placement>();

export function placementOf(mapping: Mapping, selected: SelectionNode): Placement {
  const known = placements.get(selected);
  if (known) return known;
  const placement = placementFor(mapping, selected);
  placements.set(selected, placement);
  return placement;
}

function placementFor(mapping: Mapping, selected: SelectionNode): Placement {
  const row = alias(selected.index);
  const parent = rowAbove(mapping, selected);
  const node = nodeOfPage(getNamedType(selected.field!.type).name)!;
  const entity = mapping.entity(node.name);
  const relation = mapping
    .entity(selected.parent)
    ?.ownRelations.find((each) => each.propertyName === selected.name && each.isOneToMany);
  // Rows that no table has are those of the query `hit`.
  const table = entity ? tableOf(entity) : raw('hit');
  const key = entity
    ? entity.primaryColumns.map(({ databaseName, type }) => [databaseName, type] as const)
    : Object.entries(listingOf(node).key!);
  return {
    field: `${selected.declaredBy}.${selected.name}`,
    parent,
    row,
    table,
    primary: key.map(([name]) => column(row, name)),
    primaryCasts: key.map(([, type]) => (type === 'uuid' ? 'uuid' : 'int')),
    prefix: `t${selected.index}`,
    path: selected.path.slice(1),
    rows: {
      from: sql`${table} ${row}`,
      where: relation ? ownerCondition(relation, parent, row) : raw('true'),
    },
    selects: pageFieldsOf(selected),
  };
}
