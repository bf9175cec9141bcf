import { cleanSpacing } from '../../values/normalize.ts';
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
 * article only ends where the next one begins, or other words do.
 */
const articlePattern =
  /"([^"]*?),(\d{4}-\d\d-\d\d)(?: 00:00:00)?,(.*?)"(?=;"[^"]*?,\d{4}-\d\d-\d\d|\s*$|\s*;[^"]*$)/gs;

/** What a row cites. */
export interface Citations {
  articles: Article[];
  /** What `source_article` says outside of articles. Empty: nothing. */
  words: string;
}

/**
 * The articles of a row, from `source_article`. If that cannot be read, from the three lists
 * `source_office`, `source_date` and `source_headline`, provided that they have the same length.
 * Anything else that `source_article` says is a citation in free words.
 */
export function citationsOf(row: CsvRow, note: NoteIssue): Citations {
  const text = row.get('source_article') ?? '';
  const parsed = [...text.matchAll(articlePattern)].map(
    ([, office = '', date = '', headline = '']) => ({ office, date, headline }),
  );
  const articles = parsed.length > 0 ? parsed : articlesOfLists(row);
  const rest = parsed.length > 0 || articles.length === 0 ? text.replace(articlePattern, '') : '';
  const words = /[\p{L}\d]/u.test(rest) ? cleanSpacing(rest.replace(/^[\s;]+|[\s;]+$/g, '')) : '';
  const citations = articles.length + (words ? 1 : 0);
  const count = Number(row.get('number_of_sources') || Number.NaN);
  if (count >= 0 && count !== citations)
    note({
      kind: 'SOURCE_COUNT',
      column: 'source_article',
      value: excerpt(text),
      reason:
        `The row counts ${count} sources, but ${articles.length} articles can be read in ` +
        'source_article.',
    });
  return { articles, words };
}

/** An entry that is empty in all three lists is not an article. */
function articlesOfLists(row: CsvRow): Article[] {
  const list = (column: string) => (row.get(column) ?? '').split(';');
  const offices = list('source_office');
  const dates = list('source_date');
  const headlines = list('source_headline');
  if (offices.length !== dates.length || dates.length !== headlines.length) return [];
  return offices
    .map((office, i) => ({
      office,
      date: (dates[i] ?? '').trim().slice(0, 10),
      headline: headlines[i] ?? '',
    }))
    .filter((article) => Object.values(article).some((cell) => cleanSpacing(cell) !== ''));
}
