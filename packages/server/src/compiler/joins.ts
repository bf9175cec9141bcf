import { join, raw, type Sql, sql } from './sql.ts';

/** What hangs on a row by joins; below a row that may be missing every join is an outer one. */
export interface JoinScope {
  joins: Sql[];
  optional: boolean;
}

/** The joins, to stand behind the row that they hang on. */
export const joinClause = ({ joins }: JoinScope): Sql =>
  joins.length ? sql` ${join(joins, ' ')}` : raw('');
