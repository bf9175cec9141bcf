import { summaryRowsOf } from './declarations.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { alias } from './mapping.ts';
import type { Compiler } from './object.ts';
import { classOfType } from './published-types.ts';
import type { SelectionNode } from './selection-node.ts';
import { raw, type Sql, sql } from './sql.ts';

/** The rows that an object is summed up from: common table expressions, without the word `with`. */
export interface SummaryQueries {
  kind: 'summary';
  ctes: Sql;
}

/** The query of an object that is summed up from the rows of common table expressions. */
export function summary(compiler: Compiler, node: SelectionNode): Sql {
  const [type] = node.only;
  const target = classOfType(type);
  if (!target) throw new Error(`${type} has no declarations`);
  const scope: JoinScope = { joins: [], optional: false };
  const row = alias(node.index);
  const text = compiler.record(type, node, row, scope);
  const { cte } = summaryRowsOf(target);
  return sql`select ${text} from ${raw(cte)} ${row}${joinClause(scope)} having true`;
}
