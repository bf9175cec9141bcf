/** Characters that a text may have in place of others: JSON, URLs, and HTML write them so. */
const escapes = new RegExp(
  [
    String.raw`\\u(?:[\da-f]{4}|\{[\da-f]{1,6}\})`,
    String.raw`\\["\\/bfnrt]`,
    String.raw`(?:%[\da-f]{2})+`,
    String.raw`&#(?:\d{1,7}|x[\da-f]{1,6});`,
    '&(?:amp|quot|apos|nbsp|lt|gt);',
  ].join('|'),
  'gi',
);

const characterNames: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lt: '<',
  gt: '>',
};

/** Whether a text of ASCII characters may have others, written with escapes. */
export const mayHaveEscapes = (text: string): boolean => /[\\%&]/.test(text);

/** A text with its escapes replaced by what they mean. Cut JSON has some, too. */
export const decodeEscapes = (text: string): string =>
  mayHaveEscapes(text) ? text.replace(escapes, decode) : text;

function decode(text: string): string {
  const [first, second = ''] = text;
  if (first === '%') return decodeBytes(text) ?? text;
  if (first === '\\' && second !== 'u') return /["\\/]/.test(second) ? second : ' ';
  const [, base, digits] = /(u|#x|#)\{?([\da-f]+)/i.exec(text) ?? [];
  if (digits) return characterOf(Number.parseInt(digits, base === '#' ? 10 : 16));
  return characterNames[text.slice(1, -1).toLowerCase()] ?? text;
}

/** Halves of a pair of surrogates become the pair when they are joined. */
const characterOf = (code: number): string =>
  code < 0x1_0000 ? String.fromCharCode(code) : String.fromCodePoint(Math.min(code, 0x10_ffff));

function decodeBytes(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
