import type { Rule } from './rule.ts';

const un = 'UNGEGN, Romanization of Arabic (2017)';

/** Arabic spellings of the same word. Texts are indexed by them, so a change needs a migration. */
export const arabicSpelling: readonly Rule[] = [
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

/** Spellings of the same name, in Arabic and in other languages of Arabic script. */
export const arabicRules: readonly Rule[] = [
  {
    id: 'initial hamza seat',
    says: 'Kurdish writes a hamza on its seat before a vowel at the start of a word.',
    source: 'ALA-LC Romanization Tables, Kurdish (2012): ئا at the start is a',
    steps: [
      {
        parts: {
          ' ئا': ' ا',
          ' ئە': ' ە',
          ' ئي': ' ي',
          ' ئێ': ' ێ',
          ' ئۆ': ' ۆ',
          ' ئو': ' و',
        },
      },
    ],
    same: ['ئازاد', 'ازاد'],
    apart: ['ئازاد', 'يازاد'],
  },
  {
    id: 'servant of',
    says: 'Names with عبد (servant of) or دين (religion) may be written as one word or as two.',
    source: 'ALA-LC Arabic 2012, rule on compound names; Persian print joins them',
    steps: [{ parts: { ' عبدال': ' عبد ال', ' الدين ': ' دين ', 'الدين ': ' دين ' } }],
    same: ['عبدالرحمن', 'عبد الرحمن'],
    apart: ['عبدالرحمن', 'عبدالرحيم'],
  },
  ...arabicSpelling,
];
