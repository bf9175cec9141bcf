import type { Rule } from './rule.ts';

const un = 'UNGEGN, Romanization of Arabic (2017)';

/** Arabic spellings of the same name. */
export const arabicRules: readonly Rule[] = [
  {
    id: 'hamza',
    says: 'Alif, waw and ya lose their hamza or madda. A hamza alone is removed.',
    source: `${un}: the carrier of hamza is not romanised; keyboards and OCHA's lists omit hamza`,
    steps: [{ letters: ['أإآٱؤئء', 'اااا' + 'وي'] }],
    same: ['أعزاز', 'اعزاز'],
    apart: ['أعزاز', 'عزاز'],
  },
  {
    id: 'ta marbuta, alif maqsura',
    says: 'Print often omits the dots of ta marbuta and of a final ya: ة is ه, ى is ي.',
    source: 'Egyptian and Levantine print; UNGEGN distinguishes both by their dots alone',
    steps: [{ letters: ['ةى', 'هي'] }],
    same: ['حلفاية', 'حلفايه'],
    apart: ['حلفاية', 'حلفا'],
  },
  {
    id: 'article in Arabic',
    says: 'The article ال is removed at the start of a word, if at least two more letters follow.',
    source: `${un}, note on the article`,
    steps: [{ pattern: ' ال(?=[^ ]{2})', to: ' ' }],
    same: ['الباب', 'باب'],
    apart: ['الباب', 'البابا'],
  },
];

/**
 * Arabic letters as the consonants that the Latin rules leave. Letters that may be vowels are
 * removed, and so is ayn, which Latin spellings omit.
 */
export const scriptLetters: readonly [arabic: string, latin: string, source: string][] = [
  ['بپ', 'bb', 'b in all tables; p is written b'],
  ['تثط', 'ttt', 't, th, ṭ'],
  ['جچ', 'jj', 'j in all tables'],
  ['حه', 'hh', 'ḥ, h'],
  ['خ', 'x', 'kh'],
  ['دذض', 'ddd', 'd, dh, ḍ'],
  ['رزژ', 'rzz', 'r, z'],
  ['سص', 'ss', 's, ṣ'],
  ['ش', 'c', 'sh'],
  ['ظ', 'z', 'ẓ; BGN/PCGN z̧'],
  ['غ', 'g', 'gh'],
  ['فڤ', 'ff', 'f'],
  ['قكگ', 'kkk', 'q, k'],
  ['لمن', 'lmn', 'l, m, n'],
];
