import type { GraphQLResolveInfo } from 'graphql';
import { checkedArguments } from './field-arguments.ts';
import { FilterContext } from './filter.ts';
import { type ListRows, prepareList, relatedRows } from './list.ts';
import { alias } from './mapping.ts';
import { type Page, preparePage } from './page.ts';
import type { SelectionNode } from './selection-node.ts';
import { fingerprintOfData, type Param } from './sql.ts';
import type { SummaryQueries } from './summary.ts';

/** The rows of a list, a connection or a summary, as a request's arguments decide. */
export type Prepared = Page | ListRows | SummaryQueries;

/** A list or a connection with the arguments of one request. */
export interface PreparedField {
  prepared: Prepared;
  /** The same for all arguments that lead to the same SQL text. */
  fingerprint: string;
  /** The values of the arguments, as parameters of the statement. */
  params: readonly Param[];
  /** The arguments, as graphql-js coerced them. */
  args: Readonly<Record<string, unknown>>;
}

/** Reads the arguments of a list or a connection. @throws Refusal naming every invalid argument. */
export function prepareField(node: SelectionNode, info: GraphQLResolveInfo): PreparedField {
  const args = checkedArguments(node, info);
  const prepared = prepare(node, args);
  const params: Param[] = [];
  return { prepared, fingerprint: fingerprintOfData(prepared, params), params, args };
}

/** Decides which rows a list or a connection has. @throws Refusal naming an invalid argument. */
export function prepare(node: SelectionNode, args: Record<string, unknown>): Prepared {
  const { above, nodeClass, parentType, name, index, rowAbove } = node;
  if (!above && nodeClass) return preparePage({ of: () => nodeClass }, args, node.placement);
  const field = node.mapping.shape(parentType).field(name);
  switch (field.kind) {
    case 'connection':
      return preparePage(field, args, node.placement);
    case 'many':
      return relatedRows(field, rowAbove, alias(index));
    case 'summary': {
      const ctx = new FilterContext(`t${index}`, node.path.slice(1));
      const selects = (type: string, below: string) => node.selects(type, below);
      return { kind: 'summary', ctes: field.with(rowAbove, args, ctx, selects) };
    }
    case 'list':
      return prepareList(field, args, rowAbove, alias(index), `t${index}`, node.path.slice(1));
    default:
      throw new Error(`${parentType}.${name} is not a list`);
  }
}
