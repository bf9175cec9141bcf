import { cutText } from '../../values/cut-text.ts';
import { normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import type { NoteIssue, RowIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import { type OccurredColumns, orderOfDay, publishedOn } from '../stage/dates.ts';
import { stageSource } from '../stage/source.ts';
import { haveUniqueHeadlines, titleOf } from './headlines.ts';
import { readOfficeAndDay } from './office-and-day.ts';
import { publicationDay } from './publication-day.ts';

export const maxTitleLength = 1_000;

/**
 * Stages a citation in free words as one report, which has the words as its title. Its outlet and
 * day are taken from the words only where these cannot mean anything else.
 */
export function stageFreeCitation(
  batch: Batch,
  words: string,
  event: string,
  occurred: OccurredColumns | null,
  options: FormatOptions,
  note: NoteIssue,
): { reportId: string; office: string } {
  note({
    kind: 'FREE_CITATION',
    column: 'source_article',
    value: excerpt(words),
    reason:
      'This is not of the form "office,date,headline". The words were imported as the title of ' +
      'one report.',
  });
  const title = titleOf(words);
  if (title.length > maxTitleLength) note(tooLongTitle('source_article', title));
  const { office, day: writtenDate } = readOfficeAndDay(title, options.outlets);
  const day = writtenDate && publicationDay(writtenDate, occurred, note);
  const [isUnique] = haveUniqueHeadlines([{ office, date: '', headline: title }]);
  const key = ['words', normalizeForComparison(title), ...(isUnique ? [] : [event])];
  const { id, isNew } = batch.record('report', {
    system: 'ucdp-article',
    value: key.join('|'),
    order: orderOfDay(day),
  });
  if (isNew)
    batch.put('report', {
      id,
      kind: office ? 'ARTICLE' : 'OTHER',
      title: cutText(title, maxTitleLength),
      publisher_id: office ? stageSource(batch, office, 'OUTLET', options) : null,
      ...(day && publishedOn(day)),
    });
  return { reportId: id, office };
}

export const tooLongTitle = (column: string, title: string): RowIssue => ({
  kind: 'TOO_LONG',
  column,
  value: excerpt(title),
  reason: `A title has at most ${maxTitleLength} characters. The rest was left out.`,
});
