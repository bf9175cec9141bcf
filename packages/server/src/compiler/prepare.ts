import { getNamedType } from 'graphql';
import { asksOf } from './connection.ts';
import {
  type ConnectionDeclaration,
  isWrapper,
  listingOf,
  nodeOfPage,
  type Rows,
} from './declare.ts';
import { type ListRows, prepareList, relatedRows } from './list.ts';
import { alias, type Mapping, ownerCondition, tableOf } from './mapping.ts';
import { type Page, type PageArguments, type Place, preparePage } from './page.ts';
import type { SelectionNode } from './selection.ts';
import { column, fingerprintOf, type Param, raw, Sql, sql } from './sql.ts';

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
  if (!selected.up && root) return page(mapping, selected, { of: () => root }, args, parent);
  const row = alias(selected.index);
  const map = mapping.shape(selected.parent).field(selected.name);
  const path = selected.path.slice(1);
  const prefix = `t${selected.index}`;
  if (map.kind === 'many') return relatedRows(map, parent, row);
  if (map.kind === 'list') return prepareList(map, args, parent, row, prefix, path);
  if (map.kind !== 'connection') throw new Error(`${selected.parent}.${selected.name} is no list`);
  return page(mapping, selected, map, args, parent);
}

/** Where a connection stands follows from the query, the entities and the row above it: found once for each selection. */
const stands = new WeakMap<SelectionNode, { own: Rows; place: Place }>();

function page(
  mapping: Mapping,
  selected: SelectionNode,
  declaration: ConnectionDeclaration,
  args: Record<string, unknown>,
  parent: Sql,
): Page {
  let stand = stands.get(selected);
  if (stand?.place.parent !== parent) {
    stand = standOf(mapping, selected, declaration, parent);
    stands.set(selected, stand);
  }
  return preparePage(declaration, stand.own, args as PageArguments, stand.place);
}

function standOf(
  mapping: Mapping,
  selected: SelectionNode,
  declaration: ConnectionDeclaration,
  parent: Sql,
): { own: Rows; place: Place } {
  const row = alias(selected.index);
  const node = declaration.of();
  const entity = mapping.entity(node.name);
  const relation = mapping
    .entity(selected.parent)
    ?.ownRelations.find((each) => each.propertyName === selected.name && each.isOneToMany);
  // Rows that no table has are those of the query `hit`.
  const rows = entity ? tableOf(entity) : raw('hit');
  const key = entity
    ? entity.primaryColumns.map(({ databaseName, type }) => [databaseName, type] as const)
    : Object.entries(listingOf(node).key!);
  const own = {
    from: sql`${rows} ${row}`,
    where: relation ? ownerCondition(relation, parent, row) : raw('true'),
  };
  const place: Place = {
    field: `${selected.declaredBy}.${selected.name}`,
    parent,
    row,
    table: rows,
    primary: key.map(([name]) => column(row, name)),
    primaryCasts: key.map(([, type]) => (type === 'uuid' ? 'uuid' : 'int')),
    prefix: `t${selected.index}`,
    path: selected.path.slice(1),
    asks: asksOf(selected),
  };
  return { own, place };
}

/** The shape of what was prepared: the same for the same keys of arguments, whatever their values; these are added to `bounds`. */
export function shapeOfPrepared(prepared: Prepared, bounds: Param[]): string {
  const shape = (value: unknown): string => {
    if (value instanceof Sql) return fingerprintOf(value, bounds);
    if (typeof value === 'function') return '';
    return Array.isArray(value) ? value.map(shape).join() : String(value);
  };
  let whole = '';
  for (const value of Object.values(prepared)) whole += `${shape(value)};`;
  return whole;
}
