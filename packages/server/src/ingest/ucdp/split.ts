/** Splits a text at separators that are neither within brackets nor within a URL. */
export function splitOutsideBrackets(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  const lastBracket = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
  let from = 0;
  for (const { index, 0: match } of text.matchAll(separator)) {
    const before = text.slice(from, index);
    const depth = count(before, /[([]/g) - count(before, /[)\]]/g);
    if (depth > 0 && lastBracket > index) continue;
    if (match.startsWith('/') && isPartOfWord(text, index)) continue;
    pieces.push(before);
    from = index + match.length;
  }
  return [...pieces, text.slice(from)];
}

/** Whether a slash is part of a URL, a date or "and/or". */
const isPartOfWord = (text: string, index: number): boolean =>
  /https?:\S*$/i.test(text.slice(Math.max(0, index - 300), index)) ||
  /^\d\/\d$/.test(text.slice(index - 1, index + 2)) ||
  /\band\/or\b/i.test(text.slice(Math.max(0, index - 3), index + 3));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
