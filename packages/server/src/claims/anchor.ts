import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { Passage, type PassageInput } from './passage.ts';

/** The parts of a report that a passage can stand in. */
export interface QuotableReport {
  title: string;
  body: string | null;
  bodyKind: string | null;
}

/** What may be quoted as the document's own words. */
export const quotableBodyKinds = ['VERBATIM', 'TRANSLATION'];

/**
 * Finds the words in the report and gives their offsets, in UTF-16 code units as JavaScript counts.
 * @throws Refusal when they are not there, or stand there more than once and neither `start`, `prefix` nor `suffix` tells which.
 */
export function anchorPassage(input: PassageInput, parts: QuotableReport, path: Path): Passage {
  const text = input.in === 'TITLE' ? parts.title : parts.body;
  const refuse = (key: string, message: string) => badInput({ path: [...path, key], message });
  if (text == null) throw refuse('in', 'The report has no body to quote from.');
  if (
    input.directSpeech &&
    input.in === 'BODY' &&
    !quotableBodyKinds.includes(parts.bodyKind ?? '')
  ) {
    throw refuse('directSpeech', `This body is ${parts.bodyKind}: it holds nobody’s own words.`);
  }
  const places = occurrences(text, input.quote);
  if (places.length === 0)
    throw refuse(
      'quote',
      `These words do not stand in the report’s ${input.in === 'TITLE' ? 'title' : 'body'}.`,
    );
  const fitting = places.filter(
    (at) =>
      (input.start == null || at === input.start) &&
      (input.prefix == null || text.slice(0, at).endsWith(input.prefix)) &&
      (input.suffix == null || text.startsWith(input.suffix, at + input.quote.length)),
  );
  if (fitting.length === 0) {
    const key = input.start != null ? 'start' : input.prefix != null ? 'prefix' : 'suffix';
    throw refuse(
      key,
      `The words stand in the report, but not there: they start at ${places.slice(0, 5).join(', ')}.`,
    );
  }
  if (fitting.length > 1)
    throw refuse(
      'quote',
      `These words stand there ${fitting.length} times: give start (${fitting.slice(0, 5).join(', ')}) or prefix.`,
    );
  const start = fitting[0]!;
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

export const anchorOptionalPassage = (
  input: PassageInput | null | undefined,
  parts: QuotableReport,
  path: Path,
): Passage => (input ? anchorPassage(input, parts, path) : absent(Passage));

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}
