import type { Rule } from './rule.ts';

const unicode = 'Unicode: UAX 15 (normalisation), UCD (general categories Mn, Cf, P, S)';

/** Persian and Kurdish write a silent ha with a joiner, which ends the word for the reader. */
export const silentHa: Rule = {
  id: 'silent ha',
  says: 'A ha before a zero-width non-joiner is at the end of a word.',
  source: 'Academy of Persian Language and Literature, orthography: خانه‌ای, also written خانه ای',
  steps: [{ parts: { 'ه\u200c': 'ه ' } }],
  same: ['خانه‌ای', 'خانه ای'],
  apart: ['خانه‌ای', 'خانی'],
};

/** Signs that every comparison ignores, of names and of texts. */
export const marks: Rule = {
  id: 'marks',
  says: 'Accents, Arabic vowel signs, tatweel and invisible characters are removed.',
  source: `${unicode}; UNGEGN Arabic 2017: vowel signs are not written as a rule`,
  steps: [
    {
      pattern:
        '[\\u0300-\\u036F\\u0640\\u064B-\\u0652\\u0656-\\u065F\\u0670\\u06D6-\\u06ED\\u0610-\\u061A\\u00AD\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF]',
      to: '',
    },
  ],
  same: ['Ḩalab', 'halab'],
  apart: ['حلب', 'حلبا'],
};

/**
 * More differences that are not spelling: case, width, accents, punctuation. With those above, they
 * make the key `exact`.
 */
export const exactRules: readonly Rule[] = [
  {
    id: 'ayn and hamza signs',
    says: 'The signs for ayn, hamza and a soft consonant are removed, because people omit them.',
    source: "ALA-LC Arabic 2012 (ʻ ʼ), BGN/PCGN 1956 (‘ ’), OCHA's English names ('), ISO 9 (ʹ ʺ)",
    steps: [{ letters: ["'’‘ʻʼʿʾ`´′＇ʹʺ″", ''] }],
    same: ["A'zaz", 'Aʿzāz'],
    apart: ["Ma'ar", "Ma'arra"],
  },
  {
    id: 'letters of one sound',
    says: 'Special Latin, Persian and Kurdish letters and other digits take their plain form.',
    source: 'Unicode CLDR, Latin-ASCII; UCD, decimal digits',
    steps: [
      { parts: { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' } },
      { letters: ['ıøłđðħŧêəکیھہڪ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'iolddhteeكيههك01234567890123456789'] },
    ],
    same: ['Kırşehir', 'kirsehir'],
    apart: ['Tall 900', 'Tall 990'],
  },
  {
    id: 'dots in acronyms',
    says: 'Single letters with dots between them are one word.',
    source: 'The Chicago Manual of Style 10.4: acronyms with and without periods',
    steps: [{ pattern: '\\m([[:alpha:]])\\.(?=[[:alpha:]]\\M)', to: '\\1' }],
    same: ['F.S.A.', 'FSA'],
    apart: ['A. Basha', 'Abasha'],
  },
  {
    id: 'punctuation',
    says: 'Everything between words is one blank: hyphens, underscores, brackets, symbols.',
    source: `${unicode}; OCHA's Arabic names write _ between words`,
    steps: [
      {
        pattern:
          '[\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u02B0-\\u02FF\\u060C\\u061B\\u061F\\u066A-\\u066D\\u06D4\\u2000-\\u206F\\u20A0-\\u20CF\\u2190-\\u2BFF\\u2E00-\\u2E7F\\u3000-\\u303F\\uE000-\\uF8FF\\uFD3E\\uFD3F\\uFE10-\\uFE6F\\U0001F000-\\U0001FAFF]+',
        to: ' ',
      },
    ],
    same: ['Jisr-Ash-Shugur', 'jisr ash shugur'],
    apart: ['Kafr Nasih', 'Kafrnasihah'],
  },
];
