/**
 * Control characters, direction marks, zero-width characters and byte order marks: in real files,
 * without meaning.
 */
const invisible =
  '[\\u0001-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad' +
  '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]';
const invisiblePattern = new RegExp(invisible, 'g');

/** Spaces and line ends. NEL (U+0085) is one, which JavaScript does not count. */
const spacing = /[\s\u0085]+/g;

/** A text with single spaces and without invisible characters, as it is shown. */
export const cleanSpacing = (text: string): string =>
  text.replace(invisiblePattern, '').replace(spacing, ' ').trim();

/**
 * A text without differences in letter case, spacing and invisible characters. Texts that are the
 * same after this are treated as the same.
 */
export const normalizeForComparison = (text: string): string =>
  cleanSpacing(text).normalize('NFC').toLowerCase();

/** The same in SQL. */
export function normalizeForComparisonSql(value: string): string {
  const visible = `regexp_replace(${value}, '${invisible}', '', 'g')`;
  const spaced = `btrim(regexp_replace(${visible}, '[\\s\\u0085\\u00a0]+', ' ', 'g'))`;
  return `lower(normalize(${spaced}, NFC))`;
}
