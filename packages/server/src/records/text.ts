import type { FilterContext } from '../compiler/filter.ts';
import { or, raw, type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';
import type { ExternalIdInput } from './external-id.entity.ts';
import { keyByExternalId } from './record-refs.ts';

/** The greatest length of a text to search for, in characters. */
const maxTextLength = 1_000;

/** The description of a filter key that is answered by `containsText`. */
export const describeTextFilter = (searched: string): string =>
  `${searched} contains this text, ignoring case. Up to ${maxTextLength.toLocaleString('en')} ` +
  'characters.';

/**
 * The condition that one of the columns contains the text, ignoring case. `%` and `_` have no
 * special meaning.
 *
 * @throws Refusal if the text is too long.
 */
export function containsText(text: string, ctx: FilterContext, ...columns: readonly Sql[]): Sql {
  // A character takes up to two code units of a JavaScript string: most texts need no counting.
  if (text.length > 2 * maxTextLength || [...text].length > maxTextLength)
    throw badInput({
      path: ctx.path,
      message: `The text may have at most ${maxTextLength} characters.`,
    });
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return or(columns.map((column) => sql`${column} ilike ${pattern}::text`));
}

/** The condition that one of a record's names contains the text. `owner` is its key in `name`. */
export function hasNameLike(
  text: string,
  ctx: FilterContext,
  row: Sql,
  owner: 'source_id' | 'faction_id' | 'location_id',
): Sql {
  const name = ctx.alias();
  return sql`exists (select from name ${name} where ${name}.${raw(owner)} = ${row}.id
    and ${containsText(text, ctx, sql`${name}.text`)})`;
}

/** The condition that the record has this external id. */
export const hasExternalId = (externalId: ExternalIdInput, row: Sql, owner: string): Sql =>
  sql`${row}.id = (${keyByExternalId(externalId, owner)})`;
