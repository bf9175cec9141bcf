import { column, type Sql, sql } from '../compiler/sql.ts';

/* Numbers of a claim that it can be filtered, sorted and counted by. */

/** How many citations a claim has. */
export const citationsOfClaim = (claim: Sql): Sql =>
  sql`(select count(*) from citation cited where cited.claim_id = ${column(claim, 'id')})::int`;

/** How many days the range of a claim's possible dates has. Null if a bound is missing. */
export const dateWidth = (claim: Sql): Sql =>
  sql`(${column(claim, 'occurred_latest')} - ${column(claim, 'occurred_earliest')} + 1)`;
