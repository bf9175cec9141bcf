import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { KnownOutlet } from '../outlets.ts';
import type { NoteIssue, RowIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import { type OccurredColumns, orderOfDay, publishedOn } from '../stage/dates.ts';
import { stageSource } from '../stage/source.ts';
import { parseWrittenDay } from '../stage/written-day.ts';
import { haveUniqueHeadlines, titleOf } from './articles.ts';
import { publicationDay } from './publication-day.ts';

export const maxTitleLength = 1_000;

const writtenDay = String.raw`\d{4}-\d\d-\d\d|\d{1,2}\.? \p{L}{3,9}\.? \d{4}`;

/** `Office (day): "Headline"`, with or without brackets, colon and quotes. */
const officeAndDay = new RegExp(
  String.raw`^(?<office>\p{Lu}[^\d"“”():;,/|]{1,80}?),?\s*` +
    String.raw`(?<bracket>\()?(?<day>${writtenDay})\)?(?<rest>.*)$`,
  'u',
);

/** Signs that the words name several articles. */
const severalArticles = new RegExp(String.raw`///|\(\d\)|(${writtenDay}).*(${writtenDay})`, 'u');

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
      title: title.slice(0, maxTitleLength),
      publisher_id: office ? stageSource(batch, office, 'OUTLET', options) : null,
      ...(day && publishedOn(day)),
    });
  return { reportId: id, office };
}

/** The outlet and the day of a citation, if they are sure. Empty: they are not. */
function readOfficeAndDay(
  words: string,
  outlets: ReadonlyMap<string, KnownOutlet>,
): { office: string; day: string } {
  const { office = '', bracket, day = '', rest = '' } = officeAndDay.exec(words)?.groups ?? {};
  const name = cleanSpacing(office);
  const isSure =
    (bracket !== undefined && /^\s*:/.test(rest)) ||
    /^\s*[:,]?\s*["“]/.test(rest) ||
    (/^[\s.]*$/.test(rest) && outlets.has(normalizeForComparison(name)));
  const date = parseWrittenDay(day);
  if (!isSure || !date || severalArticles.test(words)) return { office: '', day: '' };
  return { office: name, day: date };
}

export const tooLongTitle = (column: string, title: string): RowIssue => ({
  kind: 'TOO_LONG',
  column,
  value: excerpt(title),
  reason: `A title has at most ${maxTitleLength} characters. The rest was left out.`,
});
