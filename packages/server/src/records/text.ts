import type { FilterContext } from '../compiler/filter.ts';
import { or, raw, type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';
import type { ExternalIdInput } from './external-id.entity.ts';
import { keyByExternalId } from './record-refs.ts';

/** The greatest length of a text to search for, in characters. */
const maxTextLength = 1_000;

/** The description of a filter key that is answered by `containsText`. */
export const describeTextFilter = (searched: string): string =>
  `${searched} contains this text, ignoring case. The Turkish letters İ and ı count as i. Up to ` +
  `${maxTextLength.toLocaleString('en')} characters.`;

/** The Turkish letters in plain form. In lower case, İ becomes i and a dot in JavaScript. */
const plainI = (text: string): string => text.replace(/[İı]|i\u0307/g, 'i');

/**
 * The condition that one of the columns contains the text, ignoring case, in Turkish, too. `%` and
 * `_` have no special meaning.
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
  const plain = plainI(text);
  const pattern = `%${plain.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  // Most texts have no Turkish letter, and a text to find without an i needs no translation.
  return or(
    columns.map((column) =>
      /i/i.test(plain)
        ? sql`translate(${column}, 'İı', 'ii') ilike ${pattern}::text`
        : sql`${column} ilike ${pattern}::text`,
    ),
  );
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
