import type { Step } from './rule.ts';

const c = '[b-df-hj-np-tv-zSCXGDTJQ]';

/**
 * The steps from a Latin name, without articles, to the letters of `sound.rules.ts`. Digraphs
 * become capitals. Unlike the rules of spelling, they keep what distinguishes two letters of the
 * other script: q from k, a from e, a long vowel from a short one.
 */
export const latinSoundSteps: readonly Step[] = [
  // ALA-LC Arabic 2012, rule 7(b): ta marbuta is t before another word.
  { pattern: '([b-df-hj-np-tv-z])[aei]t(?= [a-z])', to: '\\1aţ' },
  // French spellings may end in a silent e.
  { pattern: '([aeiouy][nmlrs])e ', to: '\\1ə ' },
  {
    parts: {
      tch: 'C',
      sch: 'S',
      sh: 'S',
      ch: 'C',
      ck: 'k',
      c: 'Q',
      kh: 'X',
      x: 'X',
      gh: 'G',
      th: 'T',
      dh: 'D',
      zh: 'J',
      dj: 'j',
      ph: 'f',
    },
  },
  { parts: { 'h ': ' ' } },
  { parts: { aou: 'O', ou: 'u', aa: 'A', ee: 'I', ii: 'I', oo: 'U', uu: 'U' } },
  { parts: { ai: 'E', ei: 'E', ay: 'E', ey: 'E', au: 'O', aw: 'O', ow: 'O' } },
  { pattern: '([a-zA-Z])\\1+', to: '\\1' },
  // In a name of the form Karim the second vowel is long, unless the first one is.
  { pattern: `( ${c}?a${c})i(?=${c}[aeə]? )`, to: '\\1I' },
  { pattern: `( ${c}?a${c})u(?=${c}[aeə]? )`, to: '\\1U' },
  // Beside a vowel, y is a glide.
  { pattern: `(${c})y(?=${c})`, to: '\\1ŷ' },
];

/** One more way in which the letters of a name may be meant. */
export interface Reading {
  id: string;
  /** Of which script the name is. */
  script: 'Latn' | 'Arab';
  source: string;
  steps: readonly Step[];
  /** A name, as it is searched, and a name of the other script that only this reading finds. */
  same: readonly [string, string];
}

/** Waw is a consonant beside another vowel, and at the start of a word. */
const wawAsV: Step = {
  parts: { ' ü': ' v', åü: 'åv', üå: 'vå', üý: 'vý', üÿ: 'vÿ', üé: 'vé', éü: 'év' },
};

/**
 * Letters that have another sound in another language. A search reads its text in these ways, too;
 * stored names are read in one way.
 */
export const readings: readonly Reading[] = [
  {
    id: 'v as waw',
    script: 'Latn',
    source: 'BGN/PCGN 1958, Persian: و is v',
    steps: [{ letters: ['v', 'w'] }],
    same: ['Sorvan', 'سروان'],
  },
  {
    id: 'v as waw, z as dhal, dad',
    script: 'Latn',
    source: 'BGN/PCGN 1958, Persian: و is v, ذ and ض are z',
    steps: [{ letters: ['vz', 'wD'] }],
    same: ['Rezavand', 'رضاوند'],
  },
  {
    id: 't before another word',
    script: 'Latn',
    source: 'Turkish and Persian names with ت for ta marbuta',
    steps: [{ letters: ['ţ', 't'] }],
    same: ['Rifat Dorani', 'رفعت دوراني'],
  },
  {
    id: 'mb as nb',
    script: 'Latn',
    source: 'Pronunciation: ن before ب is m',
    steps: [{ parts: { mb: 'nb' } }],
    same: ['Ambar', 'عنبر'],
  },
  {
    id: 'z as dhal, dad',
    script: 'Latn',
    source: 'BGN/PCGN 1958, Persian: ذ and ض are z',
    steps: [{ letters: ['z', 'D'] }],
    same: ['Mortaza', 'مرتضى'],
  },
  {
    id: 'dh, d as za',
    script: 'Latn',
    source: 'ALA-LC Arabic 2012 ẓ; Gulf spellings: dh',
    steps: [{ letters: ['D', 'Z'] }],
    same: ['Dhafir', 'ظافر'],
  },
  {
    id: 's as tha',
    script: 'Latn',
    source: 'BGN/PCGN 1958, Persian: ث is s',
    steps: [{ letters: ['s', 'T'] }],
    same: ['Osmani', 'عثماني'],
  },
  {
    id: 'g as jim',
    script: 'Latn',
    source: 'Egyptian pronunciation: ج is g',
    steps: [{ letters: ['g', 'j'] }],
    same: ['Magdi', 'مجدي'],
  },
  {
    id: 'g, gh as qaf',
    script: 'Latn',
    source: 'Bedouin and Libyan pronunciation: ق is g; Persian press: gh',
    steps: [{ letters: ['gG', 'qq'] }],
    same: ['Gaddur', 'قدور'],
  },
  {
    id: 'q as ghayn',
    script: 'Latn',
    source: 'Persian press: غ is q',
    steps: [{ letters: ['q', 'G'] }],
    same: ['Qaznin', 'غزنين'],
  },
  {
    id: 'c before e and i',
    script: 'Latn',
    source: 'French press: c is s before e and i',
    steps: [{ parts: { Qe: 'se', Qi: 'si', Qy: 'sy' } }],
    same: ['Cirta', 'سيرتا'],
  },
  {
    id: 'c as k',
    script: 'Latn',
    source: 'French and English spelling',
    steps: [{ letters: ['Q', 'k'] }],
    same: ['Carnak', 'كرنك'],
  },
  {
    id: 'y as u',
    script: 'Latn',
    source: 'ALA-LC Greek 2010: υ is y; in Arabic names from Greek it is و or a short u',
    steps: [{ letters: ['ŷ', 'u'] }],
    same: ['Lydia', 'لوديا'],
  },
  {
    id: 'y as u, c as k',
    script: 'Latn',
    source: 'ALA-LC Greek 2010: υ is y; Latin and English spelling of κ is c',
    steps: [{ letters: ['ŷQ', 'uk'] }],
    same: ['Cydnus', 'كودنوس'],
  },
  {
    id: 'two letters, not a digraph',
    script: 'Latn',
    source: 'ALA-LC Arabic 2012, rule 21: the two letters are not separated in print',
    steps: [{ parts: { S: 'sh', T: 'th', D: 'dh' } }],
    same: ['Eshak', 'اسحاق'],
  },
  {
    id: 'tha as s',
    script: 'Arab',
    source: 'BGN/PCGN 1958, Persian: ث is s',
    steps: [{ letters: ['T', 's'] }],
    same: ['عثماني', 'Osmani'],
  },
  {
    id: 'dhal, dad as z; za as d',
    script: 'Arab',
    source: 'BGN/PCGN 1958, Persian: ذ and ض are z; ALA-LC Arabic 2012: ẓ',
    steps: [{ letters: ['DZ', 'zD'] }],
    same: ['مرتضى', 'Mortaza'],
  },
  {
    id: 'Persian: s, z, v',
    script: 'Arab',
    source: 'BGN/PCGN 1958, Persian: ث is s, ذ and ض are z, و is v',
    steps: [{ letters: ['TDZ', 'szz'] }, wawAsV],
    same: ['رضاوند', 'Rezavand'],
  },
  {
    id: 't before another word in Arabic',
    script: 'Arab',
    source: 'Turkish and Persian names with ت for ta marbuta',
    steps: [{ parts: { 'ť ': 'é ' } }],
    same: ['رفعت دوراني', 'Rifat Dorani'],
  },
  {
    id: 'nb as mb',
    script: 'Arab',
    source: 'Pronunciation: ن before ب is m',
    steps: [{ parts: { nB: 'mB' } }],
    same: ['عنبر', 'Ambar'],
  },
  {
    id: 'waw as v',
    script: 'Arab',
    source: 'BGN/PCGN 1958, Persian: و is v',
    steps: [{ letters: ['ü', 'v'] }],
    same: ['سروان', 'Sorvan'],
  },
  {
    id: 'waw beside a vowel as v',
    script: 'Arab',
    source: 'BGN/PCGN 1958, Persian: و is v, where it is not a vowel',
    steps: [wawAsV],
    same: ['موسوي', 'Musavi'],
  },
  {
    id: 'waw as y',
    script: 'Arab',
    source: 'ALA-LC Greek 2010: υ is y; in Arabic names from Greek it is و',
    steps: [{ pattern: '(?<=[^ åāýÿéĥòü])ü+(?=[^ åāýÿéĥòü])', to: 'ŭ' }],
    same: ['لوديا', 'Lydia'],
  },
  {
    id: 'jim as g',
    script: 'Arab',
    source: 'Egyptian pronunciation: ج is g',
    steps: [{ letters: ['j', 'g'] }],
    same: ['مجدي', 'Magdi'],
  },
  {
    id: 'qaf as g',
    script: 'Arab',
    source: 'Bedouin and Libyan pronunciation: ق is g; Persian press: gh',
    steps: [{ letters: ['q', 'g'] }],
    same: ['قدور', 'Gaddur'],
  },
  {
    id: 'ghayn as q',
    script: 'Arab',
    source: 'Persian press: غ is q',
    steps: [{ letters: ['G', 'q'] }],
    same: ['غزنين', 'Qaznin'],
  },
];
