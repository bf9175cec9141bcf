import { wordsOf } from './fold-words.ts';

/**
 * SQL: whether a column may contain one of some names. It lets through too much, but loses nothing:
 * `NameFinder` decides. Texts of other alphabets always pass, since PostgreSQL folds letters in
 * another way, and so do texts with escapes, such as `\u00e9` in JSON. Parameter `$1`: see
 * {@link patternsOf}.
 */
export const mayName = (column: string): string =>
  `(octet_length(${column}) <> char_length(${column}) or ${column} ~ '[\\\\%&]'
    or lower(${column} collate "C") like any ($1::text[]))`;

/**
 * The patterns of the names that a text of ASCII characters may contain: those of which the first
 * word has no other letters, as far as names are compared.
 */
export const patternsOf = (names: readonly string[]): string[] => {
  const first = names.flatMap((name) => wordsOf(name)[0]?.text ?? []);
  return [...new Set(first)].filter((word) => /^[a-z\d]+$/.test(word)).map((word) => `%${word}%`);
};
