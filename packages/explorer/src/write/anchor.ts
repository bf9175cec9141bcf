/** Where quoted words are in a report, or why nobody can say. */
export type Anchor =
  | { readonly in: 'BODY' | 'TITLE'; readonly start: number }
  | { readonly problem: 'missing' | 'several' };

/** The texts of a report that can be quoted. */
export interface QuotableText {
  readonly title: string;
  readonly body: string;
}

/**
 * Finds quoted words in a report: where they were selected if they are still there, else at the
 * only place that has them. The text may have been edited since.
 */
export function anchorOf(
  { body, title }: QuotableText,
  { quote, start }: { readonly quote: string; readonly start?: number | undefined },
): Anchor {
  if (start !== undefined && body.startsWith(quote, start)) return { in: 'BODY', start };
  const first = body.indexOf(quote);
  if (first >= 0)
    return body.indexOf(quote, first + 1) < 0
      ? { in: 'BODY', start: first }
      : { problem: 'several' };
  const inTitle = title.indexOf(quote);
  return inTitle >= 0 && title.indexOf(quote, inTitle + 1) < 0
    ? { in: 'TITLE', start: inTitle }
    : { problem: 'missing' };
}

/** Selected words without the spaces around them. Undefined: nothing is selected. */
export function selectedWords(
  text: string,
  from: number,
  to: number,
): { quote: string; start: number } | undefined {
  const selected = text.slice(from, to);
  const quote = selected.trim();
  return quote ? { quote, start: from + selected.indexOf(quote) } : undefined;
}
