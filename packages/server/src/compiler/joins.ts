import { join, raw, type Sql, sql } from './sql.ts';

/** The joins to a row. Below a row that may be missing, every join is a left join. */
export interface JoinScope {
  joins: Sql[];
  optional: boolean;
}

/** The joins as they follow the row in the `from` clause. */
export const joinClause = ({ joins }: JoinScope): Sql =>
  joins.length > 0 ? sql` ${join(joins, ' ')}` : raw('');
