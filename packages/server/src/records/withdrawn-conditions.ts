import { column, or, type Sql, sql } from '../compiler/sql.ts';

/**
 * The condition that all claims that a relation rests on are withdrawn, or one of the records that
 * it joins is. `link` is the table between relation and claims, `owner` its column for the
 * relation.
 */
export const restsOnWithdrawn = (
  link: Sql,
  owner: Sql,
  row: Sql,
  ends: readonly [table: Sql, key: string][],
): Sql => {
  const noClaims = sql`not exists (select from ${link} rests join claim c on c.id = rests.claim_id
    where rests.${owner} = ${column(row, 'id')} and c.withdrawn_at is null)`;
  return or([noClaims, ...ends.map(([table, key]) => isWithdrawn(table, column(row, key)))]);
};

/** The condition that the record of a table with this key is withdrawn. */
export const isWithdrawn = (table: Sql, key: Sql): Sql =>
  sql`exists (select from ${table} w where w.id = ${key} and w.withdrawn_at is not null)`;
