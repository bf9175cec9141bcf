import { isCalendarDay } from '../../values/days.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { normalizeForComparison } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import { stageSource } from '../stage/source.ts';
import { articlesOf, shared, titleOf } from './articles.ts';
import type { Occurred } from './dates.ts';
import type { Note } from './values.ts';

/** Stages the articles that a row cites, each a report. @returns the offices that published them, as written. */
export function stageArticles(
  batch: Batch,
  row: CsvRow,
  event: string,
  claim: string,
  occurred: Occurred,
  options: FormatOptions,
  note: Note,
): string[] {
  const articles = articlesOf(row, note);
  const alike = shared(articles);
  for (const [position, { office, date, headline }] of articles.entries()) {
    const outlet = options.outlets.get(normalizeForComparison(office))?.name ?? office;
    const key = `${normalizeForComparison(outlet)}|${date}|${normalizeForComparison(headline)}${alike[position] ? '' : `|${event}|${position}`}`;
    const day = published(date, occurred, note);
    const { id, isNew } = batch.record('report', {
      system: 'ucdp-article',
      value: key,
      order: day ? Date.parse(day) / 86_400 : 0,
    });
    if (isNew) {
      const publisher_id =
        normalizeForComparison(office) === ''
          ? null
          : stageSource(batch, office, 'OUTLET', options);
      const title = titleOf(headline).slice(0, 1_000) || 'Untitled';
      batch.put('report', { id, kind: 'ARTICLE', title, publisher_id, ...(day && dated(day)) });
    }
    batch.put('citation', { claim_id: claim, position, report_id: id });
  }
  return articles
    .map(({ office }) => office)
    .filter((office) => normalizeForComparison(office) !== '');
}

const dated = (day: string) => ({
  published_edtf: day,
  published_earliest: day,
  published_latest: day,
  published_precision: 'DAY',
  published_approximate: false,
  published_uncertain: false,
  published_basis: 'STATED',
});

/** 1753 is a database's word for no date; a day that is still to come is none. One before the event is kept, and told. */
function published(date: string, occurred: Occurred, note: Note): string | null {
  const refuse = (kind: string, reason: string) => {
    note({ kind, column: 'source_date', value: date || null, reason });
    return null;
  };
  if (date.startsWith('1753'))
    return refuse('NO_DATE', 'A date of 1753 means that there is none; the article has none.');
  if (date === '') return refuse('NO_DATE', 'No date is given; the article has none.');
  if (!isCalendarDay(date))
    return refuse('BAD_DATE', 'This is no day of the calendar; the article has no date.');
  if (date > new Date().toISOString().slice(0, 10))
    return refuse('FUTURE_DATE', 'This day is still to come; the article has no date.');
  if (occurred.occurred_earliest && date < occurred.occurred_earliest)
    note({
      kind: 'ARTICLE_BEFORE_EVENT',
      column: 'source_date',
      value: date,
      reason: `The event began on ${occurred.occurred_earliest}; the date was kept.`,
    });
  return date;
}
