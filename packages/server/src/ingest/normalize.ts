/** A text without differences of letter case and spacing, invisible marks included: what is equal in it is no change. */
export const normalizeForComparison = (text: string): string =>
  text.replace(invisible, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** A text with single blanks and without invisible marks, as it is shown. */
export const cleanSpacing = (text: string): string =>
  text.replace(invisible, '').replace(/\s+/g, ' ').trim();

/** Direction marks, zero-width characters, byte order marks: they stand in real files and mean nothing there. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** The same in SQL. */
export const normalizeForComparisonSql = (value: string): string =>
  `lower(btrim(regexp_replace(regexp_replace(${value}, '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]', '', 'g'), '[\\s\\u00a0]+', ' ', 'g')))`;
