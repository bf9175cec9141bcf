/** The most lines of one list. The rest is counted. */
const maxItems = 20;
/** The most characters of one text. The rest is counted. */
const maxCharacters = 2_000;
const indent = 14;

/** A labelled list of a record. Items that are null or empty are left out. */
export interface Section {
  label: string;
  items: readonly (string | null | undefined)[];
  /** How many there are, if `items` are only the first. */
  total?: number;
}

/** Writes sections as aligned lines. Sections without items are left out. */
export const renderSections = (sections: readonly Section[]): string =>
  sections.flatMap(linesOf).join('\n');

function linesOf({ label, items, total }: Section): string[] {
  const texts = items.filter((item) => item != null && item !== '') as string[];
  const omitted = (total ?? texts.length) - Math.min(texts.length, maxItems);
  const lines = texts.slice(0, maxItems);
  if (omitted > 0) lines.push(`and ${omitted.toLocaleString('en')} more`);
  return lines.map((text, i) => (i === 0 ? label : '').padEnd(indent) + cleanText(text));
}

/**
 * A text for a terminal, in one line. Texts of imported files may hold control characters, which
 * could hide or rewrite what the terminal shows, and marks that reverse the order of letters.
 */
function cleanText(text: string): string {
  const clean = text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const omitted = clean.length - maxCharacters;
  return omitted > 0
    ? `${clean.slice(0, maxCharacters)} … and ${omitted.toLocaleString('en')} more characters`
    : clean;
}

/** Details in parentheses, or nothing if there are none. */
export const details = (...items: readonly (string | null | undefined | false)[]): string => {
  const texts = items.filter(Boolean);
  return texts.length > 0 ? ` (${texts.join(', ')})` : '';
};

export const quote = (text: string): string => `“${text}”`;
