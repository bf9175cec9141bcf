import type { GraphQLResolveInfo } from 'graphql';
import type { IdType } from '../values/ids.ts';
import { merged } from '../values/merged.ts';
import { checkedArguments } from './field-arguments.ts';
import { FilterContext } from './filter.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { concat, type JsonField, object, type Piece, stringAgg } from './json.ts';
import { alias, tableOf } from './mapping.ts';
import type { Compiler } from './object.ts';
import { type PayloadField, payloadFields } from './payload.ts';
import type { SelectionNode } from './selection-node.ts';
import { column, fingerprintOf, type Param, type Sql, sql } from './sql.ts';
import { summary } from './summary.ts';

/**
 * Common table expressions, without the word `with`, from which a root field is read. `selects`
 * says whether a field is selected anywhere below the root.
 */
export type CteQueries<Args extends object> = (
  args: Args,
  ctx: FilterContext,
  selects: (type: string, field: string) => boolean,
) => Sql;

/** What a root field returns. */
export type Root<Args extends object = object> =
  /** A page of all records of a type, or of the rows of some queries. */
  | { kind: 'page'; with?: CteQueries<Args> }
  /** The record that a condition finds. No row if there is none. */
  | { kind: 'record'; type: IdType; where: (row: Sql) => Sql }
  /** An object that is summed up from the rows of some queries. */
  | { kind: 'summary'; with: CteQueries<Args> }
  /** What a mutation's service returned: ids of records to read, and plain values. */
  | { kind: 'payload'; answer: Record<string, unknown> };

/** A root field, ready to be compiled. */
export interface RootQuery {
  /** The same for all requests that lead to the same SQL text. */
  fingerprint: string;
  params: readonly Param[];
  /** The arguments from which an object is summed up. */
  args?: object;
  write(compiler: Compiler): Sql;
}

/** Reads the arguments of a root field. @throws Refusal naming every invalid argument. */
export function rootQuery<Args extends object>(
  node: SelectionNode,
  info: GraphQLResolveInfo,
  root: Root<Args>,
): RootQuery {
  switch (root.kind) {
    case 'page':
      // The arguments of a page are read like those of any connection.
      if (!root.with)
        return { fingerprint: '', params: [], write: (each) => each.connection(node) };
      return withQueries(node, info, root.with, (compiler) => compiler.connection(node));
    case 'summary':
      return withQueries(node, info, root.with, (compiler) => summary(compiler, node));
    case 'record': {
      checkedArguments(node, info);
      const where = root.where(alias(0));
      return withParams(where, root.type, (compiler) => {
        const { text, from } = recordQuery(compiler, root.type, node, alias(0));
        return sql`select ${text} from ${from} where ${where}`;
      });
    }
    case 'payload':
      return payload(node, root.answer);
  }
}

/** A root query whose fingerprint and parameters are those of a fragment. */
function withParams(fragment: Sql, prefix: string, write: RootQuery['write']): RootQuery {
  const params: Param[] = [];
  const fingerprint = `${prefix} ${fingerprintOf(fragment, params)}`;
  return { fingerprint, params, write };
}

function withQueries<Args extends object>(
  node: SelectionNode,
  info: GraphQLResolveInfo,
  queries: CteQueries<Args>,
  select: RootQuery['write'],
): RootQuery {
  const args = checkedArguments(node, info) as Args;
  const ctx = new FilterContext('t0', []);
  const ctes = queries(args, ctx, (type, field) => node.selects(type, field));
  const query = withParams(ctes, 'with', (compiler) => sql`with ${ctes} ${select(compiler)}`);
  return merged(query, { args });
}

/** A record as JSON, and the tables it is read from. */
function recordQuery(
  compiler: Compiler,
  type: IdType,
  node: SelectionNode,
  row: Sql,
): { text: Sql; from: Sql } {
  const scope: JoinScope = { joins: [], optional: false };
  const text = compiler.record(type, node, row, scope);
  const table = tableOf(compiler.mapping.requireEntity(type));
  return { text, from: sql`${table} ${row}${joinClause(scope)}` };
}

function payload(node: SelectionNode, answer: Record<string, unknown>): RootQuery {
  const fields = payloadFields(node.only[1], answer);
  return {
    fingerprint: fields.map(({ type = '', isList }) => `${type}${isList ? '[]' : ''}`).join(),
    params: fields.map(({ param }) => param),
    write: (compiler) => {
      const values = fields.map((field): JsonField => {
        return { key: field.node.key, value: payloadValue(compiler, field) };
      });
      return sql`select ${concat(object(values))}`;
    },
  };
}

function payloadValue(compiler: Compiler, { node, type, isList, param }: PayloadField): Piece[] {
  if (!type) return [sql`${param}::text`];
  const row = alias(node.index);
  const { text, from } = recordQuery(compiler, type, node, row);
  const id = column(row, 'id');
  if (!isList) return [sql`(select ${text} from ${from} where ${id} = ${param}::uuid)`];
  const list = stringAgg(text, sql`array_position(${param}::uuid[], ${id})`);
  return ['[', sql`(select ${list} from ${from} where ${id} = any(${param}::uuid[]))`, ']'];
}
