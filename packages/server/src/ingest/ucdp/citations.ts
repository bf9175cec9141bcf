import { isCalendarDay } from '../../values/days.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { normalizeForComparison } from '../normalize.ts';
import { outletName } from '../outlets.ts';
import type { NoteIssue } from '../problem.ts';
import type { CsvRow } from '../read/csv.ts';
import { type OccurredColumns, orderOfDay, publishedOn } from '../stage/dates.ts';
import { stageSource } from '../stage/source.ts';
import { articlesOf, haveUniqueHeadlines, titleOf } from './articles.ts';

/**
 * Stages the articles that a row cites, each as a report.
 *
 * @returns the offices that published them, as written in the row.
 */
export function stageCitations(
  batch: Batch,
  row: CsvRow,
  event: string,
  claimId: string,
  occurred: OccurredColumns | null,
  options: FormatOptions,
  note: NoteIssue,
): string[] {
  const articles = articlesOf(row, note);
  const isUnique = haveUniqueHeadlines(articles);
  for (const [position, { office, date, headline }] of articles.entries()) {
    const outlet = outletName(office, options.outlets);
    const key = [normalizeForComparison(outlet), date, normalizeForComparison(headline)];
    if (!isUnique[position]) key.push(event, String(position));
    const day = publicationDay(date, occurred, note);
    const { id, isNew } = batch.record('report', {
      system: 'ucdp-article',
      value: key.join('|'),
      order: orderOfDay(day),
    });
    if (isNew)
      batch.put('report', {
        id,
        kind: 'ARTICLE',
        title: titleOf(headline).slice(0, 1_000) || 'Untitled',
        publisher_id: isNamed(office) ? stageSource(batch, office, 'OUTLET', options) : null,
        ...(day && publishedOn(day)),
      });
    batch.put('citation', { claim_id: claimId, position, report_id: id });
  }
  return articles.map(({ office }) => office).filter(isNamed);
}

const isNamed = (office: string): boolean => normalizeForComparison(office) !== '';

/**
 * The day of an article. Null: it has none; 1753 stands for a missing date in some databases. A day
 * before the event is imported with an issue.
 */
function publicationDay(
  date: string,
  occurred: OccurredColumns | null,
  note: NoteIssue,
): string | null {
  const noDay = (kind: string, reason: string): null => {
    note({ kind, column: 'source_date', value: date || null, reason });
    return null;
  };
  if (date.startsWith('1753'))
    return noDay('NO_DATE', 'A date of 1753 means that there is none. The article is undated.');
  if (date === '') return noDay('NO_DATE', 'The row has no date. The article is undated.');
  if (!isCalendarDay(date))
    return noDay('BAD_DATE', 'This is not a calendar day. The article is undated.');
  if (date > new Date().toISOString().slice(0, 10))
    return noDay('FUTURE_DATE', 'This day is in the future. The article is undated.');
  if (occurred?.occurred_earliest && date < occurred.occurred_earliest)
    note({
      kind: 'ARTICLE_BEFORE_EVENT',
      column: 'source_date',
      value: date,
      reason: `The event began on ${occurred.occurred_earliest}. The date was imported as it is.`,
    });
  return date;
}
