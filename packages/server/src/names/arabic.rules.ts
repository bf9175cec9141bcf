import type { Rule } from './rule.ts';

const un = 'UNGEGN, Romanization of Arabic (2017)';

/** Arabic spellings of one name. */
export const arabicRules: readonly Rule[] = [
  {
    id: 'hamza',
    says: 'Alif with or without hamza or madda, hamza on waw and ya, are their bearers; a hamza that stands alone is left aside.',
    source: `${un}: the bearer of hamza is not told; keyboards and OCHA's lists leave it out`,
    steps: [{ letters: ['أإآٱؤئء', 'اااا' + 'وي'] }],
    same: ['أعزاز', 'اعزاز'],
    apart: ['أعزاز', 'عزاز'],
  },
  {
    id: 'ta marbuta, alif maqsura',
    says: 'The dots of ta marbuta and of the last ya come and go in print: ة is ه, ى is ي.',
    source: 'Egyptian and Levantine print; UNGEGN tells both by their dots alone',
    steps: [{ letters: ['ةى', 'هي'] }],
    same: ['حلفاية', 'حلفايه'],
    apart: ['حلفاية', 'حلفا'],
  },
  {
    id: 'article in Arabic',
    says: 'The article ال is left aside at the start of a word, where three letters or more follow; لل is ل with it.',
    source: `${un}, note on the article`,
    steps: [{ pattern: ' ال(?=[^ ]{2})', to: ' ' }],
    same: ['الباب', 'باب'],
    apart: ['الباب', 'البابا'],
  },
];

/** Arabic letters as the consonants that Latin spellings leave; what may be a vowel, and ayn, which Latin leaves out, go. */
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
