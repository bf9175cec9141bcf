import type { GraphQLOutputType } from 'graphql';
import { isNonNullType } from 'graphql';
import type { EntityMetadata } from 'typeorm';
import { Refusal } from '../values/errors.ts';
import { connection } from './connection.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { concat, leaf, listed, object, type Piece } from './json.ts';
import { grouping, relatedRows } from './list.ts';
import {
  alias,
  type FieldMap,
  type Mapping,
  primaryKeyOf,
  type Shape,
  type ToOne,
  tableOf,
} from './mapping.ts';
import { type Prepared, placementOf } from './prepare.ts';
import type { SelectionNode } from './selection.ts';
import { addedColumn, and, identifier, join, raw, type Sql, sql } from './sql.ts';

export interface Field {
  key: string;
  value: Piece[];
}

/** PostgreSQL plans some hundreds of joins in a moment, and thousands not at all. */
const maxJoins = 200;

/** Writes a selection as SQL that writes JSON text. One is made for each statement. */
export class Compiler {
  private joins = 0;

  constructor(
    private readonly mapping: Mapping,
    private readonly prepared: (selected: SelectionNode, parent: Sql) => Prepared,
  ) {}

  /** The fields of a row of a published type. */
  fields(type: string, selection: readonly SelectionNode[], row: Sql, scope: JoinScope): Field[] {
    return this.shaped(this.mapping.shape(type), selection, row, scope);
  }

  private shaped(
    shape: Shape,
    selection: readonly SelectionNode[],
    row: Sql,
    scope: JoinScope,
  ): Field[] {
    return selection.map((selected) => ({
      key: selected.key,
      value: selected.field
        ? this.field(shape.field(selected.name), selected, row, scope)
        : [JSON.stringify(shape.type)],
    }));
  }

  private field(map: FieldMap, selected: SelectionNode, row: Sql, scope: JoinScope): Piece[] {
    const type = selected.field!.type;
    switch (map.kind) {
      case 'leaf':
        return leaf(map.value(row), type, map);
      case 'embedded': {
        const value = object(this.shaped(map.shape, [...selected.types.values()][0]!, row, scope));
        return isNonNullType(type)
          ? value
          : [sql`case when ${map.present(row)} then ${concat(value)} else 'null' end`];
      }
      case 'one':
        return this.one(map.one, selected, row, scope);
      case 'arc':
        return this.arc(map.choices, selected, row, scope, type);
      case 'many':
        return this.grouped(map, selected, row) ?? this.list(map.target, selected, row);
      case 'list':
        return this.list(undefined, selected, row);
      case 'gathered': {
        const [of, selection] = [...selected.types][0]!;
        const text = concat(object(this.fields(of, selection, row, scope)));
        return ['[', listed(text, map.order(row), sql` filter (where ${map.shown(row)})`), ']'];
      }
      case 'connection':
        return [sql`(${this.connection(selected, row)})`];
    }
  }

  /** A connection as a query of its own. */
  connection(selected: SelectionNode, parent: Sql): Sql {
    const page = this.prepared(selected, parent);
    if (page.kind !== 'page')
      throw new Error(`${selected.parent}.${selected.name} is no connection`);
    return connection(this, selected, page, placementOf(this.mapping, selected));
  }

  private one(one: ToOne, selected: SelectionNode, row: Sql, scope: JoinScope): Piece[] {
    const there = alias(selected.index);
    const optional = scope.optional || one.optional;
    const value = this.joinedTo(
      one,
      selected.types.get(one.target.name)!,
      row,
      there,
      scope,
      optional,
    );
    return optional
      ? [sql`case when ${present(one.target, there)} then ${concat(value)} else 'null' end`]
      : value;
  }

  private arc(
    choices: Map<string, ToOne>,
    selected: SelectionNode,
    row: Sql,
    scope: JoinScope,
    type: GraphQLOutputType,
  ): Piece[] {
    const arms = [...choices].map(([name, one]) => {
      const there = alias(selected.index, name.toLowerCase());
      const value = this.joinedTo(one, selected.types.get(name) ?? [], row, there, scope, true);
      return sql`when ${present(one.target, there)} then ${concat(value)}`;
    });
    const otherwise = isNonNullType(type) ? sql`` : sql` else 'null'`;
    return [sql`case ${arms.reduce((before, arm) => sql`${before} ${arm}`)}${otherwise} end`];
  }

  private joinedTo(
    one: ToOne,
    selection: readonly SelectionNode[],
    row: Sql,
    there: Sql,
    scope: JoinScope,
    optional: boolean,
  ): Piece[] {
    this.joins += 1;
    if (this.joins > maxJoins)
      throw new Refusal(
        'QUERY_TOO_COMPLEX',
        `A root field may follow at most ${maxJoins} relations to one record. Ask in parts.`,
      );
    scope.joins.push(
      sql`${optional ? sql`left join` : sql`join`} ${tableOf(one.target)} ${there} on ${one.on(row, there)}`,
    );
    const inner: JoinScope = { joins: scope.joins, optional };
    return object(this.fields(one.target.name, selection, there, inner));
  }

  /** A list of rows of which nothing is read but one list of their own that is never empty: that is read alone, in groups. */
  private grouped(
    outer: Extract<FieldMap, { kind: 'many' }>,
    selected: SelectionNode,
    parent: Sql,
  ): Piece[] | undefined {
    const children = selected.types.get(outer.target.name)!;
    const [child, ...others] = children.filter(({ field }) => field);
    const inner =
      child && !others.length ? this.mapping.shape(outer.target.name).field(child.name) : undefined;
    if (inner?.kind !== 'many') return undefined;
    const row = alias(child!.index);
    const groups = grouping(outer, inner, parent, row);
    if (!groups) return undefined;
    const scope: JoinScope = { joins: [], optional: false };
    const written = concat(
      object(this.fields(inner.target.name, child!.types.get(inner.target.name)!, row, scope)),
    );
    const list = ['[', listed(written, relatedRows(inner, parent, row).order), ']'];
    const text = concat(
      object(
        children.map((each) => ({
          key: each.key,
          value: each === child ? list : [JSON.stringify(each.parent)],
        })),
      ),
    );
    const keys = groups.by.map(({ column }, i) => sql`${column} as ${identifier(`_g${i}`)}`);
    const from = sql`${tableOf(inner.target)} ${row}${joinClause(scope)}`;
    const group = sql`select ${join([sql`${text} as _text`, ...keys], ', ')} from ${from} where ${groups.where} group by ${join(
      groups.by.map(({ column }) => column),
      ', ',
    )}`;
    const order = join(
      groups.by.map(({ way }, i) => sql`grouped.${identifier(`_g${i}`)}${raw(way)}`),
      ', ',
    );
    return ['[', sql`(select ${listed(sql`grouped._text`, order)} from (${group}) grouped)`, ']'];
  }

  /** A whole list, or its first rows where it can grow without bound. */
  private list(target: EntityMetadata | undefined, selected: SelectionNode, parent: Sql): Piece[] {
    const row = alias(selected.index);
    const rows = this.prepared(selected, parent);
    if (rows.kind !== 'list') throw new Error(`${selected.parent}.${selected.name} is no list`);
    const [type, selection] = [...selected.types][0]!;
    const scope: JoinScope = { joins: [], optional: false };
    const written = concat(object(this.fields(target?.name ?? type, selection, row, scope)));
    const from = rows.limit
      ? sql`(select ${row}.*, row_number() over (order by ${rows.order}) as _n from ${rows.from} where ${rows.where} order by ${rows.order} limit ${rows.limit}) ${row}`
      : rows.from;
    const order = rows.limit ? addedColumn(row, raw('_n')) : rows.order;
    const where = rows.limit ? sql`` : sql` where ${rows.where}`;
    return [
      '[',
      sql`(select ${listed(written, order)} from ${from}${joinClause(scope)}${where})`,
      ']',
    ];
  }
}

const present = (entity: EntityMetadata, row: Sql): Sql =>
  and(primaryKeyOf(entity, row).map((column) => sql`${column} is not null`));
