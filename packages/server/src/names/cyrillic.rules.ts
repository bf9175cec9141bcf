import type { Step } from './rule.ts';

/*
 * Names in Cyrillic script. The key `exact` has already removed the marks of й, ї, ё and ў.
 */

/** The letters in Latin script. A letter that is missing here makes a name not comparable. */
export const cyrillicLetters: readonly [string, Readonly<Record<string, string>>][] = [
  [
    'Romanization of Ukrainian (Cabinet of Ministers, resolution 55, 2010); BGN/PCGN 1947, Russian',
    {
      щ: 'shch',
      ж: 'zh',
      х: 'kh',
      ц: 'ts',
      ч: 'ch',
      ш: 'sh',
      ю: 'iu',
      я: 'ia',
      є: 'ie',
      а: 'a',
      б: 'b',
      в: 'v',
      ґ: 'g',
      д: 'd',
      е: 'e',
      з: 'z',
      и: 'y',
      і: 'i',
      к: 'k',
      л: 'l',
      м: 'm',
      н: 'n',
      о: 'o',
      п: 'p',
      р: 'r',
      с: 's',
      т: 't',
      у: 'u',
      ф: 'f',
      ы: 'y',
      э: 'e',
      ь: '',
      ъ: '',
    },
  ],
  [
    'ISO 9:1995, in plain letters: Serbian, Macedonian, Kazakh and other alphabets',
    {
      ђ: 'dj',
      ј: 'j',
      љ: 'lj',
      њ: 'nj',
      ћ: 'ch',
      џ: 'dzh',
      ѕ: 'dz',
      қ: 'q',
      ғ: 'gh',
      ң: 'n',
      ө: 'o',
      ү: 'u',
      ұ: 'u',
      ә: 'a',
      һ: 'h',
    },
  ],
];

/** Ukrainian г is h, all others g. A letter that only Ukrainian has decides. */
export const ukrainianOnly = '[іїєґ]';

/**
 * The steps to the key `slavic`, from a Latin spelling by any system: national, BGN/PCGN,
 * scholarly, ISO 9, German, Polish. Systems differ in what they write for г and х, ц and ч, and in
 * i, y, j; the key has one letter for each of these groups.
 */
export const slavicSteps: readonly Step[] = [
  {
    parts: {
      zgh: 'zg',
      schtsch: 'WQ',
      shch: 'WQ',
      tsch: 'Q',
      sch: 'W',
      tch: 'Q',
      sh: 'W',
      ch: 'Q',
      sz: 'W',
      cz: 'Q',
      zh: 'J',
      kh: 'h',
      gh: 'h',
      ts: 'c',
      tz: 'c',
      x: 'ks',
      ph: 'f',
    },
  },
  { letters: ['wgqyj', 'vhkii'] },
  { parts: { ' ': '' } },
  { pattern: '(.)\\1+', to: '\\1' },
  { parts: { ia: 'a', ie: 'e', io: 'o', iu: 'u' } },
];

/** But not in shch and tch. */
const chAsKh: Step = { parts: { shch: '1', tch: '2', ch: 'kh', 1: 'shch', 2: 'tch' } };

/** Other ways in which a search reads its text before these steps. */
export const slavicReadings: readonly {
  script: 'Latn' | 'Cyrl';
  source: string;
  steps: readonly Step[];
}[] = [
  {
    script: 'Latn',
    source: 'Scholarly transliteration: х is ch',
    steps: [chAsKh],
  },
  {
    script: 'Latn',
    source: 'BGN/PCGN 1947, Russian: ё is yo',
    steps: [{ parts: { yo: 'e', io: 'e' } }],
  },
  {
    script: 'Latn',
    source: 'Scholarly transliteration: х is ch, ё is ë',
    steps: [chAsKh, { parts: { yo: 'e', io: 'e' } }],
  },
  {
    script: 'Cyrl',
    source: 'Scholarly transliteration: х is ch',
    steps: [{ parts: { kh: 'ch' } }],
  },
];
