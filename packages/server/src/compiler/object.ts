import type { GraphQLOutputType } from 'graphql';
import { isNonNullType } from 'graphql';
import type { EntityMetadata } from 'typeorm';
import { Refusal } from '../values/errors.ts';
import { connection } from './connection.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { concat, type JsonField, leaf, object, type Piece, stringAgg } from './json.ts';
import { grouping, relatedRows } from './list.ts';
import {
  alias,
  type FieldMap,
  type Mapping,
  primaryKeyOf,
  type RowShape,
  type ToMany,
  type ToOne,
  tableOf,
} from './mapping.ts';
import type { Prepared } from './prepare.ts';
import type { SelectionNode } from './selection-node.ts';
import { addedColumn, and, identifier, join, raw, type Sql, sql } from './sql.ts';
import { summary } from './summary.ts';

/** PostgreSQL plans some hundreds of joins quickly, but thousands take it minutes. */
const maxJoins = 200;

/** Writes the SQL that returns a selection as JSON text. There is one for each statement. */
export class Compiler {
  private joinCount = 0;

  constructor(
    readonly mapping: Mapping,
    private readonly prepared: (node: SelectionNode) => Prepared,
  ) {}

  /** The selected fields of a row. The joins they need are added to `scope`. */
  fields(
    type: string,
    selection: readonly SelectionNode[],
    row: Sql,
    scope: JoinScope,
  ): JsonField[] {
    return this.fieldsOf(this.mapping.shape(type), selection, row, scope);
  }

  /** A record as an object, or `null` in JSON. The caller joins `scope` to the row. */
  record(type: string, node: SelectionNode, row: Sql, scope: JoinScope): Sql {
    return concat(object(this.fields(type, node.types.get(type) ?? [], row, scope)));
  }

  /** A connection as a query of its own. */
  connection(node: SelectionNode): Sql {
    const page = this.prepared(node);
    if (page.kind === 'page') return connection(this, node, page);
    throw new Error(`${node.parentType}.${node.name} is not a connection`);
  }

  private summary(node: SelectionNode): Sql {
    const queries = this.prepared(node);
    if (queries.kind !== 'summary')
      throw new Error(`${node.parentType}.${node.name} is not a summary`);
    return sql`(with ${queries.ctes} ${summary(this, node)})`;
  }

  private fieldsOf(
    shape: RowShape,
    selection: readonly SelectionNode[],
    row: Sql,
    scope: JoinScope,
  ): JsonField[] {
    return selection.map((node) => ({
      key: node.key,
      value: node.field
        ? this.value(shape.field(node.name), node, node.field.type, row, scope)
        : [JSON.stringify(shape.type)],
    }));
  }

  private value(
    field: FieldMap,
    node: SelectionNode,
    type: GraphQLOutputType,
    row: Sql,
    scope: JoinScope,
  ): Piece[] {
    switch (field.kind) {
      case 'leaf':
        return leaf(field.value(row), type, field);
      case 'embedded': {
        const value = object(this.fieldsOf(field.shape, node.only[1], row, scope));
        if (isNonNullType(type)) return value;
        return [sql`case when ${field.isPresent(row)} then ${concat(value)} else 'null' end`];
      }
      case 'one':
        return this.one(field.join, node, row, scope);
      case 'oneOf':
        return this.oneOf(field.choices, node, type, row, scope);
      case 'many':
        return this.grouped(field, node, row) ?? this.list(node);
      case 'list':
        return this.list(node);
      case 'summary':
        return [this.summary(node)];
      case 'summaryRows': {
        const [rowType, selection] = node.only;
        const text = concat(object(this.fields(rowType, selection, row, scope)));
        const shown = sql` filter (where ${field.shown(row)})`;
        return ['[', stringAgg(text, field.order(row), shown), ']'];
      }
      case 'connection':
        return [sql`(${this.connection(node)})`];
    }
  }

  /** A record that the row refers to. */
  private one(one: ToOne, node: SelectionNode, row: Sql, scope: JoinScope): Piece[] {
    const joined = alias(node.index);
    const optional = scope.optional || one.optional;
    const value = this.joinedRecord(one, node, row, joined, { ...scope, optional });
    if (!optional) return value;
    return [sql`case when ${exists(one.target, joined)} then ${concat(value)} else 'null' end`];
  }

  /** The one of several records that the row refers to. */
  private oneOf(
    choices: Map<string, ToOne>,
    node: SelectionNode,
    type: GraphQLOutputType,
    row: Sql,
    scope: JoinScope,
  ): Piece[] {
    const cases = [...choices].map(([name, one]) => {
      const joined = alias(node.index, name);
      const value = this.joinedRecord(one, node, row, joined, { ...scope, optional: true });
      return sql`when ${exists(one.target, joined)} then ${concat(value)}`;
    });
    const otherwise = raw(isNonNullType(type) ? '' : ` else 'null'`);
    return [sql`case ${join(cases, ' ')}${otherwise} end`];
  }

  private joinedRecord(
    { target, on }: ToOne,
    node: SelectionNode,
    row: Sql,
    joined: Sql,
    scope: JoinScope,
  ): Piece[] {
    this.joinCount += 1;
    if (this.joinCount > maxJoins)
      throw new Refusal(
        'QUERY_TOO_COMPLEX',
        `A root field may follow at most ${maxJoins} relations to one record. Split it up.`,
      );
    const kind = raw(scope.optional ? 'left join' : 'join');
    scope.joins.push(sql`${kind} ${tableOf(target)} ${joined} on ${on(row, joined)}`);
    return object(this.fields(target.name, node.types.get(target.name) ?? [], joined, scope));
  }

  /**
   * A list of which only one list of its rows is selected, and that one is never empty. The rows of
   * the inner list are read alone and grouped. Undefined if it is not such a list.
   */
  private grouped(outer: ToMany, node: SelectionNode, parent: Sql): Piece[] | undefined {
    const children = node.types.get(outer.target.name) ?? [];
    const [child, ...others] = children.filter(({ field }) => field);
    if (!child || others.length > 0) return undefined;
    const inner = this.mapping.shape(outer.target.name).field(child.name);
    if (inner.kind !== 'many') return undefined;
    const row = alias(child.index);
    const groups = grouping(outer, inner, parent, row);
    if (!groups) return undefined;
    const scope: JoinScope = { joins: [], optional: false };
    const innerText = this.record(inner.target.name, child, row, scope);
    const list = ['[', stringAgg(innerText, relatedRows(inner, parent, row).order), ']'];
    const outerText = concat(
      object(
        children.map((each) => ({
          key: each.key,
          value: each === child ? list : [JSON.stringify(each.parentType)],
        })),
      ),
    );
    const names = groups.by.map((_, i) => identifier(`_g${i}`));
    const keys = groups.by.map(({ key }, i) => sql`${key} as ${names[i]}`);
    const selected = join([sql`${outerText} as _text`, ...keys], ', ');
    const from = sql`${tableOf(inner.target)} ${row}${joinClause(scope)}`;
    const by = join(
      groups.by.map(({ key }) => key),
      ', ',
    );
    const group = sql`select ${selected} from ${from} where ${groups.where} group by ${by}`;
    const order = join(
      groups.by.map(({ suffix }, i) => sql`grouped.${names[i]}${raw(suffix)}`),
      ', ',
    );
    return [
      '[',
      sql`(select ${stringAgg(sql`grouped._text`, order)} from (${group}) grouped)`,
      ']',
    ];
  }

  /** A whole list, or its first rows if the list may grow without bound. */
  private list(node: SelectionNode): Piece[] {
    const rows = this.prepared(node);
    if (rows.kind !== 'list') throw new Error(`${node.parentType}.${node.name} is not a list`);
    const row = alias(node.index);
    const [type] = node.only;
    const scope: JoinScope = { joins: [], optional: false };
    const text = this.record(type, node, row, scope);
    const { from, where, order, limit } = rows;
    const joins = joinClause(scope);
    if (!limit)
      return [
        '[',
        sql`(select ${stringAgg(text, order)} from ${from}${joins} where ${where})`,
        ']',
      ];
    const number = addedColumn(row, raw('_n'));
    const selected = sql`${row}.*, row_number() over (order by ${order}) as _n`;
    const first = sql`${from} where ${where} order by ${order} limit ${limit}`;
    const rowsOf = sql`(select ${selected} from ${first}) ${row}${joins}`;
    return ['[', sql`(select ${stringAgg(text, number)} from ${rowsOf})`, ']'];
  }
}

const exists = (entity: EntityMetadata, row: Sql): Sql =>
  and(primaryKeyOf(entity, row).map((key) => sql`${key} is not null`));
