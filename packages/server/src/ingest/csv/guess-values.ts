import { ClaimKind } from '../../claims/claim.enums.ts';
import { normalizeForComparison } from '../../values/normalize.ts';
import { kindWords } from './kind-words.ts';

const wordsOf = (text: string): string =>
  ` ${normalizeForComparison(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The kind of claim for each value, by its name or by `kindWords`. */
export function guessKinds(values: readonly string[]): Record<string, ClaimKind> {
  const kinds = Object.keys(ClaimKind) as ClaimKind[];
  const kindOf = (value: string): ClaimKind => {
    const words = wordsOf(value);
    const named = kinds.find((kind) => wordsOf(kind.replaceAll('_', ' ')) === words);
    if (named) return named;
    const [kind] = kindWords.find(([, each]) => each.some((word) => hasWord(words, word))) ?? [];
    return kind ?? 'OTHER';
  };
  return Object.fromEntries(values.slice(0, 100).map((value) => [value, kindOf(value)]));
}

/** Short words are whole: "ied" is not in "tried". Longer ones may go on. */
const hasWord = (words: string, word: string): boolean =>
  words.includes(word.length > 4 ? ` ${word}` : ` ${word} `) || words.includes(` ${word}s `);

const nobodyWords = [
  ...['unknown', 'unidentified', 'not known', 'not stated', 'not specified', 'unspecified'],
  ...['unclear', 'undetermined', 'no information', 'no one', 'nobody', 'tbd', 'tbc'],
  ...['غير معروف', 'غير محدد', 'مجهول', 'لا يوجد'],
];

/** The values that name nobody, as they are written. */
export const guessNobody = (values: readonly string[]): string[] =>
  values
    .filter((value) => nobodyWords.includes(wordsOf(value).trim()) || /^\?+$/.test(value))
    .slice(0, 100);
