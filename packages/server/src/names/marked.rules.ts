/*
 * Latin letters whose marks are a sound, not an ornament. The key `exact` ignores all marks.
 * A name with such a letter is therefore also read with these spellings.
 */

/** Letters with their marks and what they are read as. */
export interface MarkedLetters {
  letters: Readonly<Record<string, string>>;
  source: string;
}

/** Consonants: names with one of them have a second form with these spellings. */
export const markedConsonants: readonly MarkedLetters[] = [
  {
    letters: { ş: 'sh', ș: 'sh', ç: 'ch' },
    source: 'Kurdish (Hawar) and Turkish alphabets; Romanian ș',
  },
  {
    letters: { š: 'sh', č: 'ch', ž: 'zh', ŝ: 'shch' },
    source: 'ISO 9:1995, scholarly transliteration of Cyrillic; DIN 31635',
  },
  {
    letters: { ḫ: 'kh', ẖ: 'kh', ḵ: 'kh', ġ: 'gh', ḡ: 'gh', ǧ: 'j', ḏ: 'dh', ẕ: 'dh', ṯ: 'th' },
    source: 'DIN 31635 and ISO 233, Arabic; BGN/PCGN 1958, Persian',
  },
];

/** Vowels that are long for certain. They are read twice, as in Kareem. */
export const markedVowels: MarkedLetters = {
  letters: { ā: 'aa', â: 'aa', ī: 'ii', î: 'ii', ū: 'uu', û: 'uu', ê: 'ei', ē: 'ei' },
  source: 'ALA-LC, BGN/PCGN and DIN 31635: a macron; Hawar alphabet: a circumflex',
};
