/*
 * What letters say about the sound of a name, so that names of different scripts can be compared.
 * A name is read as a series of gaps and consonants: gap, consonant, gap … gap. A gap has the
 * vowels between two consonants. Arabic script writes long vowels only, Latin script does not say
 * which vowels are long. So each gap and each consonant has four sets of sounds:
 *
 * - `must`: sounds that the other name has, too, or else it is another name
 * - `has`: sounds that the other name may have omitted
 * - `allows`: sounds of `must` of the other name that do not contradict it
 * - `omits`: sounds of `has` of the other name that do not contradict it
 */

/** Vowels of a gap, as bits. `end` is a written vowel at the end of a word. */
const [a, i, u, end] = [1, 2, 4, 8];

/** The four sets of sounds of a gap or consonant, as bits. */
export interface Sounds {
  must: number;
  has: number;
  allows: number;
  omits: number;
}

interface VowelLetter extends Sounds {
  /** The letter in the string of sounds. */
  letter: string;
  /** Whether it certainly is a vowel, at the end of a word. */
  isWritten: boolean;
}
const vowel = (
  letter: string,
  [must, has, allows, omits]: readonly [number, number, number, number],
  isWritten = true,
): VowelLetter => ({ letter, must, has, allows, omits, isWritten });

export const vowelLetters: readonly VowelLetter[] = [
  // Latin: a vowel may be long or short; an e may be an a or an i. In capitals: long for certain.
  vowel('a', [0, a, a, a]),
  vowel('e', [0, 0, a | i, a | i]),
  vowel('i', [0, i, i, i]),
  vowel('o', [0, u, u, u]),
  vowel('u', [0, u, u, u]),
  // Glides and diphthongs are written in every script.
  vowel('w', [u, 0, u, a | u]),
  vowel('y', [i, 0, i, a | i]),
  vowel('E', [i, 0, a | i, a | i]),
  vowel('O', [u, 0, a | u, a | u]),
  vowel('A', [a, 0, a, a]),
  vowel('I', [i, 0, i, i]),
  vowel('U', [u, 0, u, u]),
  // A Latin y between consonants: an i, or a u where the other name says that it may be a y.
  vowel('ŷ', [i, 0, i | u, a | i]),
  // A waw that Latin spellings of Greek names have as y.
  vowel('ŭ', [u, 0, i | u, a | u]),
  // A final e that may be silent.
  vowel('ə', [0, 0, a | i | end, a | i], false),
  // The t of a ta marbuta before another word.
  vowel('ţ', [0, 0, a | i, a | i]),
  // Arabic: alif, ya, waw; at the start alif carries any vowel; at the end ya may be an a.
  vowel('å', [a, 0, a, a]),
  vowel('ý', [i, 0, i, a | i]),
  vowel('ü', [u, 0, u, a | u]),
  vowel('ā', [0, 0, a | i | u, a | i | u]),
  vowel('ÿ', [0, i, a | i, a | i]),
  // Final ha of the other kind, which Latin spellings may omit.
  vowel('ĥ', [0, 0, a | i | u | end, a | i | u], false),
  // Ayn, which Latin spellings omit, with any vowel at its side.
  vowel('ò', [0, 0, a | i | u | end, a | i | u], false),
  // Final ha and ta marbuta: a or e. The Kurdish ە is both, everywhere.
  vowel('é', [0, 0, a, a]),
];

/**
 * Gaps of Arabic script without a vowel letter. There may be a short vowel, most frequently an a;
 * after a long a, as in Sālim, it is an i.
 */
export const emptyGap: Readonly<Record<'arabic' | 'afterAlif', Sounds>> = {
  arabic: { must: 0, has: 0, allows: 0, omits: a },
  afterAlif: { must: 0, has: i, allows: i, omits: i },
};

interface ConsonantLetter {
  letter: string;
  /** The consonant of the skeleton. */
  skeleton: string;
  has: number;
  omits: number;
}
const consonant = (letter: string, skeleton: string, has = 0, omits = 15): ConsonantLetter => ({
  letter,
  skeleton,
  has,
  omits,
});

/** Consonants: capitals are digraphs. Two letters of one skeleton differ in `has` and `omits`. */
export const consonantLetters: readonly ConsonantLetter[] = [
  consonant('b', 'b', 1, 1),
  consonant('p', 'b', 2, 2),
  consonant('B', 'b', 0, 3), // Arabic ba, which stands for p, too
  consonant('f', 'f', 1, 1),
  consonant('v', 'f', 2, 2),
  consonant('F', 'f', 0, 3), // Arabic fa, which stands for v, too
  ...[...'dzsthrlmn0123456789'].map((letter) => consonant(letter, letter)),
  consonant('D', 'd', 1, 3),
  consonant('ď', 'd', 0, 2), // Arabic dal, which is no dhal
  consonant('Z', 'z'),
  consonant('T', 't', 1, 3),
  consonant('ť', 't', 0, 2), // Arabic ta, which is no tha
  consonant('j', 'j', 1, 3),
  consonant('J', 'j', 2, 2),
  consonant('Q', 'j'), // Latin c: j in Kurdish and Turkish
  consonant('S', 'c', 1, 1),
  consonant('C', 'c', 0, 3), // Latin ch: sh in French
  consonant('Č', 'c', 2, 2),
  consonant('X', 'x'),
  consonant('g', 'g'),
  consonant('G', 'g'),
  consonant('k', 'k', 0, 3),
  consonant('q', 'k', 1, 1),
  consonant('K', 'k', 0, 2), // Arabic kaf, which is no qaf
];

/** The letters of Arabic script as sounds. */
export const arabicLetters: readonly [arabic: string, sounds: string, source: string][] = [
  ['بپ', 'Bp', 'UNGEGN Arabic 2017: b, which stands for p; Persian and Kurdish p'],
  ['تطٹټ', 'ťťťť', 'UNGEGN Arabic 2017: t, ṭ; Urdu and Pashto ṭ'],
  ['ث', 'T', 'UNGEGN Arabic 2017: th'],
  ['ج', 'j', 'j in all tables'],
  ['چ', 'Č', 'BGN/PCGN Persian 1958 and Kurdish (Hawar): ch, ç'],
  ['حه', 'ĥh', 'UNGEGN Arabic 2017: ḥ, h'],
  ['خ', 'X', 'UNGEGN Arabic 2017: kh; Kurdish (Hawar) x'],
  ['دڈډ', 'ďďď', 'UNGEGN Arabic 2017: d; Urdu and Pashto ḍ'],
  ['ذض', 'DD', 'UNGEGN Arabic 2017: dh, ḍ; BGN/PCGN Persian 1958: z'],
  ['ظ', 'Z', 'UNGEGN Arabic 2017: ẓ; in Egypt and Syria also d'],
  ['رڕڑړ', 'rrrr', 'r; ALA-LC Kurdish: ڕ is ř; Urdu and Pashto ṛ'],
  ['زځ', 'zz', 'z; Pashto dz'],
  ['ژږ', 'JJ', 'BGN/PCGN Persian 1958: zh; Kurdish (Hawar) j; Pashto zh'],
  ['سصڅ', 'sss', 'UNGEGN Arabic 2017: s, ṣ; Pashto ts'],
  ['شښ', 'SS', 'UNGEGN Arabic 2017: sh; Pashto ṣh'],
  ['غ', 'G', 'UNGEGN Arabic 2017: gh'],
  ['فڤڥ', 'Fvv', 'f; v in Kurdish, and in foreign names in the Maghreb'],
  ['ق', 'q', 'q in all tables'],
  ['ك', 'K', 'k in all tables'],
  ['گڭݣڨګ', 'ggggg', 'g in Persian, Kurdish, Morocco, Tunisia and Pashto'],
  ['لڵمنںڼ', 'llmnnn', 'l, m, n; ALA-LC Kurdish: ڵ is ł; Urdu ں, Pashto ṇ'],
  ['ا', 'å', 'UNGEGN Arabic 2017: ā'],
  ['يێېۍےۓ', 'ýýýýýý', 'UNGEGN Arabic 2017: ī, y; Kurdish ê; Pashto and Urdu e'],
  ['وۆۇۈۋ', 'üüüüü', 'UNGEGN Arabic 2017: ū, w; Kurdish o; Uyghur u, ü, w'],
  ['ە', 'é', 'ALA-LC Kurdish: a; Hawar e'],
  ['ع', 'ò', 'UNGEGN Arabic 2017: an apostrophe'],
];
