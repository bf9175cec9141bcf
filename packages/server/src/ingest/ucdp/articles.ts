import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';

/** An article that the row of an event cites. */
export interface Article {
  office: string;
  /** As in the row, `YYYY-MM-DD`. */
  date: string;
  headline: string;
}

/**
 * `"Office,YYYY-MM-DD,Headline";"…"`. A headline may contain quotes, commas and semicolons, so an
 * article only ends where the next one begins.
 */
const articlePattern =
  /"([^"]*?),(\d{4}-\d\d-\d\d)(?: 00:00:00)?,(.*?)"(?=;"[^"]*?,\d{4}-\d\d-\d\d|\s*$)/gs;

/**
 * The articles of a row, from `source_article`. If that cannot be read, from the three lists
 * `source_office`, `source_date` and `source_headline`, provided that they have the same length.
 */
export function articlesOf(row: CsvRow, note: NoteIssue): Article[] {
  const text = row.get('source_article') ?? '';
  if (text.trim() === '') return [];
  const parsed = [...text.matchAll(articlePattern)].map(
    ([, office = '', date = '', headline = '']) => ({ office, date, headline }),
  );
  const articles = parsed.length > 0 ? parsed : articlesOfLists(row);
  const count = Number(row.get('number_of_sources'));
  if (count >= 0 && count !== articles.length)
    note({
      kind: 'SOURCE_COUNT',
      column: 'source_article',
      value: excerpt(text),
      reason:
        `The row counts ${count} sources, but ${articles.length} articles can be read in ` +
        'source_article.',
    });
  return articles;
}

function articlesOfLists(row: CsvRow): Article[] {
  const list = (column: string) => (row.get(column) ?? '').split(';');
  const offices = list('source_office');
  const dates = list('source_date');
  const headlines = list('source_headline');
  if (offices.length !== dates.length || dates.length !== headlines.length) return [];
  return offices.map((office, i) => ({
    office,
    date: (dates[i] ?? '').trim().slice(0, 10),
    headline: headlines[i] ?? '',
  }));
}

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

/** A headline as a title: HTML entities are replaced by their characters. */
export const titleOf = (headline: string): string =>
  cleanSpacing(
    headline.replace(entityPattern, (entity, decimal, hex, name) => {
      if (name) return htmlEntities[name.toLowerCase()] ?? entity;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return isPrintable(code) ? String.fromCodePoint(code) : entity;
    }),
  );

/** Neither a control character nor half a surrogate pair. */
const isPrintable = (code: number): boolean =>
  code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
