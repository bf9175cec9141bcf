/** Direction marks, zero-width characters and byte order marks: in real files, without meaning. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** A text with single spaces and without invisible characters, as it is shown. */
export const cleanSpacing = (text: string): string =>
  text.replace(invisible, '').replace(/\s+/g, ' ').trim();

/**
 * A text without differences in letter case, spacing and invisible characters. Texts that are the
 * same after this are treated as the same.
 */
export const normalizeForComparison = (text: string): string => cleanSpacing(text).toLowerCase();

/** The same in SQL. */
export function normalizeForComparisonSql(value: string): string {
  const visible = `regexp_replace(${value}, '${invisible.source}', '', 'g')`;
  return `lower(btrim(regexp_replace(${visible}, '[\\s\\u00a0]+', ' ', 'g')))`;
}
