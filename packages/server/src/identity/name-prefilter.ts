/**
 * SQL: whether a column may contain one of some names. It lets through too much, but loses nothing:
 * `NameFinder` decides. Texts of other alphabets always pass, since PostgreSQL folds letters in
 * another way. Parameter `$1`: see {@link patternsOf}.
 */
export const mayName = (column: string): string =>
  `(octet_length(${column}) <> char_length(${column}) or lower(${column}) like any ($1::text[]))`;

/** The patterns of the names that a text of ASCII characters may contain. */
export const patternsOf = (names: readonly string[]): string[] => {
  const words = names.flatMap(
    (name) =>
      name
        .normalize('NFKD')
        .toLowerCase()
        .match(/[a-z0-9]+/g)?.[0] ?? [],
  );
  return [...new Set(words)].map((word) => `%${word}%`);
};
