import { any, raw, type Sql, sql } from '../compiler/sql.ts';

/** One of the columns contains the text, case left aside. `%` and `_` mean themselves. */
export const containsText = (text: string, ...columns: readonly Sql[]): Sql => {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return any(columns.map((column) => sql`${column} ilike ${pattern}::text`));
};

/** One of a record's names contains the text. `owner` is the column of `name` that holds the record's key. */
export const hasNameLike = (text: string, row: Sql, owner: 'source_id' | 'faction_id' | 'location_id', named: Sql): Sql =>
  sql`exists (select from name ${named} where ${named}.${raw(owner)} = ${row}.id and ${containsText(text, sql`${named}.text`)})`;

/** The record has this id in another system. */
export const hasExternalId = (id: { system: string; value: string }, row: Sql, owner: string): Sql =>
  sql`${row}.id = (select external.${raw(owner)} from external_id external where external.system = ${id.system} and external.value = ${id.value} and external.${raw(owner)} is not null)`;
