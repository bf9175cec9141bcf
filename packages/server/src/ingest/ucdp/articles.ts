import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import type { Note } from './values.ts';

/** An article that an event's row cites. */
export interface Article {
  office: string;
  /** As the row has it, `YYYY-MM-DD`. */
  date: string;
  headline: string;
}

/** `"Office,YYYY-MM-DD,Headline";"…"`: a headline may hold quotes, commas and semicolons, so an article ends only where the next begins. */
const quoted =
  /"([^"]*?),(\d{4}-\d\d-\d\d)(?: 00:00:00)?,(.*?)"(?=;"[^"]*?,\d{4}-\d\d-\d\d|\s*$)/gs;

/** The articles of a row, from `source_article`; where that cannot be read, from the three lists beside it, if they are of one length. */
export function articlesOf(row: CsvRow, note: Note): Article[] {
  const text = row.get('source_article') ?? '';
  const found = [...text.matchAll(quoted)].map(([, office, date, headline]) => ({
    office: office!,
    date: date!,
    headline: headline!,
  }));
  const articles = found.length > 0 || text.trim() === '' ? found : fromLists(row);
  const said = Number(row.get('number_of_sources'));
  if (text.trim() !== '' && said >= 0 && said !== articles.length) {
    const reason = `The row counts ${said} sources; ${articles.length} can be told apart in source_article.`;
    note({ kind: 'SOURCE_COUNT', column: 'source_article', value: text.slice(0, 500), reason });
  }
  return articles;
}

function fromLists(row: CsvRow): Article[] {
  const [offices, dates, headlines] = ['source_office', 'source_date', 'source_headline'].map(
    (column) => (row.get(column) ?? '').split(';'),
  );
  if (offices!.length !== dates!.length || dates!.length !== headlines!.length) return [];
  return offices!.map((office, i) => ({
    office,
    date: dates![i]!.trim().slice(0, 10),
    headline: headlines![i]!,
  }));
}

/** Headlines that many articles of an outlet bear on one day: nothing tells that two of them are one. Folded. */
const generic = new Set([
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

/** Which articles of a row may be those that other rows cite: a headline that says nothing, or stands twice in the row, never is. */
export function shared(articles: readonly Article[]): boolean[] {
  const headlines = articles.map(({ headline }) => normalizeForComparison(headline));
  return headlines.map(
    (headline) =>
      !generic.has(headline) && headlines.indexOf(headline) === headlines.lastIndexOf(headline),
  );
}

const entities: Record<string, string> = {
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

/** A headline as it is shown: HTML's entities are the characters that they stand for. */
export const titleOf = (headline: string): string =>
  cleanSpacing(
    headline.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (all, decimal, hex, name) => {
      if (name) return entities[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : all;
    }),
  );
