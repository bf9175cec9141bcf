import { badInput, type Path } from '../values/errors.ts';
import type { Passage, PassageInput } from './passage.ts';

/** The parts of a report that a passage can be in. */
export interface QuotableReport {
  title: string;
  body: string | null;
  bodyKind: string | null;
}

/** The kinds of body that hold the document’s own words. */
export const quotableBodyKinds = ['VERBATIM', 'TRANSLATION'];

/**
 * Finds the quoted words in the report. Offsets are in UTF-16 code units.
 * @throws Refusal if the words are not there, or are there several times and neither `start`,
 * `prefix` nor `suffix` decides between them.
 */
export function anchorPassage(input: PassageInput, report: QuotableReport, path: Path): Passage {
  const refuse = (field: string, message: string) => badInput({ path: [...path, field], message });
  const isBody = input.in === 'BODY';
  const text = isBody ? report.body : report.title;
  if (text == null) throw refuse('in', 'The report has no body to quote from.');
  if (input.directSpeech && isBody && !quotableBodyKinds.includes(report.bodyKind ?? ''))
    throw refuse(
      'directSpeech',
      `This body is ${report.bodyKind}: it does not contain the speaker’s own words.`,
    );
  const starts = occurrences(text, input.quote);
  if (starts.length === 0)
    throw refuse('quote', `These words are not in the report’s ${isBody ? 'body' : 'title'}.`);
  const fitting = starts.filter(
    (at) =>
      (input.start == null || at === input.start) &&
      (input.prefix == null || text.slice(0, at).endsWith(input.prefix)) &&
      (input.suffix == null || text.startsWith(input.suffix, at + input.quote.length)),
  );
  const [start] = fitting;
  if (start === undefined) {
    const field = input.start != null ? 'start' : input.prefix != null ? 'prefix' : 'suffix';
    throw refuse(
      field,
      `The words are in the report, but not there: they start at ${firstFive(starts)}.`,
    );
  }
  if (fitting.length > 1)
    throw refuse(
      'quote',
      `These words occur ${fitting.length} times: give start (${firstFive(fitting)}) or prefix.`,
    );
  return {
    quote: input.quote,
    in: input.in,
    start,
    end: start + input.quote.length,
    prefix: input.prefix ?? null,
    suffix: input.suffix ?? null,
    page: input.page ?? null,
    directSpeech: input.directSpeech,
    translation: input.translation ?? null,
  };
}

const firstFive = (starts: readonly number[]) => starts.slice(0, 5).join(', ');

function occurrences(text: string, words: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at);
  return starts;
}
