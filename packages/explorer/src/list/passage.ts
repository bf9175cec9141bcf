/** A text in parts: those that passages mark, and those between them. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
  /** Its offset, which identifies it. */
  readonly start: number;
}

/**
 * Whether a passage is the report's own words. Only these have quotation marks: a paraphrase is
 * the analyst's text, and a kind that this version does not know may be one too.
 */
export const isQuotation = (bodyKind: string | null | undefined): boolean =>
  bodyKind === 'VERBATIM' || bodyKind === 'TRANSLATION';

/** Cuts a text at passages, by UTF-16 offsets. Passages that overlap are marked as one. */
export function partsOf(
  text: string,
  passages: readonly { readonly start: number; readonly end: number }[],
): TextPart[] {
  const parts: TextPart[] = [];
  const add = (start: number, end: number, isMarked: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end), isMarked, start });
  };
  let at = 0;
  const sorted = [...passages].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end } of sorted) {
    const last = parts.at(-1);
    if (start < at && last?.isMarked) {
      if (end <= at) continue;
      parts.pop();
      add(last.start, Math.min(end, text.length), true);
    } else {
      add(at, start, false);
      add(start, Math.min(end, text.length), true);
    }
    at = Math.max(at, Math.min(end, text.length));
  }
  add(at, text.length, false);
  return parts;
}

/** Passages with the words around them: longer texts in between are left out, at a space. */
export function excerptAround(parts: readonly TextPart[], around: number): TextPart[] {
  if (!parts.some(({ isMarked }) => isMarked)) return [...parts];
  return parts.map((part, i) => {
    const { text } = part;
    if (part.isMarked || text.length <= 2 * around) return part;
    const head = i > 0 ? `${text.slice(0, text.lastIndexOf(' ', around))} …` : '';
    const cut = text.indexOf(' ', text.length - around);
    const tail = i < parts.length - 1 ? `…${text.slice(cut < 0 ? -around : cut)}` : '';
    return { ...part, text: [head, tail].filter(Boolean).join('\n\n') };
  });
}
