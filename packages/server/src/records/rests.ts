import { type Sql, sql } from '../compiler/sql.ts';

/** Whether all claims that a relation rests on are withdrawn. `link` is the table between them, `owner` its column. */
export const restsOnWithdrawn = (link: Sql, owner: Sql, row: Sql): Sql =>
  sql`not exists (select from ${link} rests join claim c on c.id = rests.claim_id where rests.${owner} = ${row}.id and c.withdrawn_at is null)`;
