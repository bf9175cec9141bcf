/** A word of a text, as names are compared, and where it is. */
export interface TextWord {
  text: string;
  start: number;
  end: number;
}

const words = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;

/**
 * Combining marks, invisible characters, letters that only change how others sound, and the Arabic
 * tatweel that stretches a word: a name is found with and without them.
 */
const marks = /[\p{M}\p{Cf}\u02b0-\u02ff\u0640]+/gu;

/** Letters that are written for each other, and that Unicode does not decompose. */
const letterVariants: ReadonlyMap<string, string> = new Map([
  ['\u0671', '\u0627'], // alef wasla: alef
  ['\u0649', '\u064a'], // alef maqsura: yeh
  ['\u06cc', '\u064a'], // Farsi yeh: yeh
  ['\u06a9', '\u0643'], // keheh: kaf
  ['\u0629', '\u0647'], // teh marbuta: heh
  ['\u06c1', '\u0647'], // heh goal: heh
  ['\u0142', 'l'],
  ['\u00f8', 'o'],
  ['\u0111', 'd'],
]);

/**
 * A word without differences of spelling that say nothing: letter case, accents, vowel signs,
 * composed and decomposed letters. Upper case comes first, because `ß` is `SS` in it, and `ı` is
 * `I`.
 */
export const foldWord = (word: string): string =>
  [...word.normalize('NFKD').replace(marks, '').toUpperCase().toLowerCase()]
    .map((letter) => letterVariants.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(marks, '');

export const wordsOf = (text: string): TextWord[] =>
  [...text.matchAll(words)]
    .map(({ 0: word, index }) => ({
      text: foldWord(word),
      start: index,
      end: index + word.length,
    }))
    .filter((word) => word.text !== '');
