import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Article } from './articles.ts';

/** Normalized headlines that an outlet uses for many articles of one day. */
const genericHeadlines = new Set([
  'martyr info',
  'martyr data',
  'martyr',
  'airwars assessment',
  'us-led coalition in iraq & syria',
  'syria daily report',
  'daily report',
  'report',
  'news',
  'update',
  'press release',
  'statement',
  'untitled',
  'no title',
  'no headline',
  'n/a',
  'na',
  'none',
  'unknown',
  'twitter',
  'facebook',
  '',
]);

/**
 * For each article of a row, whether its headline identifies it, so that other rows with the same
 * outlet, date and headline cite the same article. Generic headlines and those that occur twice in
 * the row do not.
 */
export function haveUniqueHeadlines(articles: readonly Article[]): boolean[] {
  const headlines = articles.map(({ headline }) => normalizeForComparison(headline));
  return headlines.map(
    (headline) =>
      !genericHeadlines.has(headline) &&
      headlines.indexOf(headline) === headlines.lastIndexOf(headline),
  );
}

const htmlEntities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};

const entityPattern = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi;

/**
 * A headline as a title: HTML entities are replaced by their characters, and a quote that is
 * written twice, as in a quoted cell of CSV, is one quote.
 */
export const titleOf = (headline: string): string =>
  cleanSpacing(
    headline.replaceAll('""', '"').replace(entityPattern, (entity, decimal, hex, name) => {
      if (name) return htmlEntities[name.toLowerCase()] ?? entity;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return isPrintable(code) ? String.fromCodePoint(code) : entity;
    }),
  );

/** Neither a control character nor half a surrogate pair. */
const isPrintable = (code: number): boolean =>
  code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
