import type { FilterContext } from '../compiler/filter.ts';
import { or, raw, type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';

/** How long a text may be that others are to contain, in characters. */
export const maxContained = 1_000;

/** One of the columns contains the text, case left aside. `%` and `_` mean themselves. @throws Refusal when it is too long. */
export function containsText(text: string, use: FilterContext, ...columns: readonly Sql[]): Sql {
  // Some characters are two in a string of JavaScript.
  if (text.length > 2 * maxContained || [...text].length > maxContained)
    throw badInput({ path: use.path, message: `It may have at most ${maxContained} characters.` });
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(columns.map((column) => sql`${column} ilike ${pattern}::text`));
}

/** One of a record's names contains the text. `owner` is the column of `name` that holds the record's key. */
export function hasNameLike(
  text: string,
  use: FilterContext,
  row: Sql,
  owner: 'source_id' | 'faction_id' | 'location_id',
): Sql {
  const named = use.alias();
  return sql`exists (select from name ${named} where ${named}.${raw(owner)} = ${row}.id and ${containsText(text, use, sql`${named}.text`)})`;
}

/** The record has this id in another system. */
export const hasExternalId = (
  id: { system: string; value: string },
  row: Sql,
  owner: string,
): Sql =>
  sql`${row}.id = (select external.${raw(owner)} from external_id external where external.system = ${id.system} and external.value = ${id.value} and external.${raw(owner)} is not null)`;
