import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { outletName } from '../outlets.ts';
import type { NoteIssue } from '../problem.ts';
import type { CsvRow } from '../read/csv.ts';
import { type OccurredColumns, orderOfDay, publishedOn } from '../stage/dates.ts';
import { stageSource } from '../stage/source.ts';
import { type Article, citationsOf } from './articles.ts';
import { maxTitleLength, stageFreeCitation, tooLongTitle } from './free-citation.ts';
import { haveUniqueHeadlines, titleOf } from './headlines.ts';
import { publicationDay } from './publication-day.ts';

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
  const { articles, words } = citationsOf(row, note);
  const isUnique = haveUniqueHeadlines(articles);
  for (const [position, article] of articles.entries()) {
    const { office, date, headline } = article;
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
        title: titleOfArticle(article, note),
        publisher_id: isNamed(office) ? stageSource(batch, office, 'OUTLET', options) : null,
        ...(day && publishedOn(day)),
      });
    batch.put('citation', { claim_id: claimId, position, report_id: id });
  }
  const offices = articles.map(({ office }) => office);
  if (words) {
    const { reportId, office } = stageFreeCitation(batch, words, event, occurred, options, note);
    batch.put('citation', { claim_id: claimId, position: articles.length, report_id: reportId });
    offices.push(office);
  }
  return offices.filter(isNamed);
}

const isNamed = (office: string): boolean => normalizeForComparison(office) !== '';

/** The headline. An article without one is named by its outlet and day. */
function titleOfArticle({ office, date, headline }: Article, note: NoteIssue): string {
  const title = titleOf(headline);
  if (title.length > maxTitleLength) note(tooLongTitle('source_article', title));
  return cutText(title, maxTitleLength) || [cleanSpacing(office), date].filter(Boolean).join(', ');
}
