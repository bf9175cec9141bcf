import { column, or, type Sql, sql } from '../compiler/sql.ts';

/** Whether one of its ends is withdrawn, or all claims that a relation rests on. `link` is the table between them, `owner` its column. */
export const restsOnWithdrawn = (
  link: Sql,
  owner: Sql,
  row: Sql,
  ends: readonly [table: Sql, key: string][],
): Sql => {
  const claims = sql`not exists (select from ${link} rests join claim c on c.id = rests.claim_id where rests.${owner} = ${column(row, 'id')} and c.withdrawn_at is null)`;
  return or([claims, ...ends.map(([table, key]) => isWithdrawn(table, column(row, key)))]);
};

/** Whether the record of a table with this key is withdrawn. */
export const isWithdrawn = (table: Sql, key: Sql): Sql =>
  sql`exists (select from ${table} w where w.id = ${key} and w.withdrawn_at is not null)`;
