import type { Rule } from './rule.ts';

const alaLc = 'ALA-LC Romanization Tables, Arabic (2012)';
const bgn = 'BGN/PCGN 1956 System, Arabic';
const un = 'UNGEGN, Romanization of Arabic (2017)';
const persian = 'BGN/PCGN 1958 System, Persian';
const ocha = "OCHA's English names of Syrian places";
const french =
  'French survey maps of Syria and Lebanon, the origin of many spellings of OCHA and the press';

/** Articles and links, which lists write in many ways or omit. */
export const latinArticles: readonly Rule[] = [
  {
    id: 'article attached',
    says: 'An article joined to its noun is removed. The ending -eddin is a word of its own.',
    source: `${ocha} (Elhisan, Ennabk); ${alaLc} writes al- as a separate word`,
    steps: [
      {
        pattern:
          ' (?:el|al(?![aeiouwy])|[ae](?:s(?=s)|n(?=n)|r(?=r)|t(?=t)|d(?=d)|z(?=z)))(?=[a-z]{3})',
        to: ' ',
      },
      { pattern: '([a-z]{3})(?:[aeu]dd|[aeu]ld|-d)[aei]+ne? ', to: '\\1 din ' },
    ],
    same: ['Elhisan', 'Hisan'],
    apart: ['Elhisan', 'Elhisaneh'],
  },
  {
    id: 'servant of, joined',
    says: 'Abd (servant of) is a word of its own, with any form of the article: Abdulkarim.',
    source: `${alaLc}, rule on compound names; ${persian}: Abd ol`,
    steps: [
      {
        pattern: ' abd(?:[aeou]l|[aeou](?:s(?=s)|n(?=n)|r(?=r)|t(?=t)|d(?=d)|z(?=z)))(?=[a-z]{3})',
        to: ' abd ',
      },
    ],
    same: ['Abdulkarim', 'Abd al-Karim'],
    apart: ['Abdulkarim', 'Abdulkamil'],
  },
  {
    id: 'article',
    says: 'The article is removed in all forms: al-, el-, ul-, and before a sun letter.',
    source: `${alaLc}, rule 17 (al-); ${bgn} and ${un} (ash-, an-, ar-)`,
    steps: [
      {
        pattern:
          ' (?:[aeuo]l|l|[ae](?:s(?= s)|n(?= n)|r(?= r)|t(?= t)|d(?= d)|z(?= z)|sh(?= sh)|th(?= th)|dh(?= dh)|ch(?= ch)))(?= )',
        to: '',
      },
    ],
    same: ['Ash Shaykh', 'Shaykh'],
    apart: ['As Sukhnah', 'Sukhaynah'],
  },
  {
    id: 'izafet',
    says: 'The Persian link -e, -ye between two words is removed, because it is not written.',
    source: `${persian}: Bandar-e; ALA-LC Persian (2012): -i`,
    steps: [{ pattern: '(?<=[a-z]) y?[ei](?= [a-z])', to: '' }],
    same: ['Bandar-e Lengeh', 'Bandar Lengeh'],
    apart: ['Bandar-e Lengeh', 'Bandari Lengeh'],
  },
];

/** Each consonant becomes one letter: c is sh, x is kh, g is gh. */
export const latinConsonants: readonly Rule[] = [
  {
    id: 'construct',
    says: 'Ta marbuta is t before another word, as in Maarrat an-Numan. The t is removed.',
    source: `${alaLc}, rule 7(b); ${un}, note on ta marbuta`,
    steps: [{ pattern: '([b-df-hj-np-tv-z])[aei]t(?= [a-z])', to: '\\1a' }],
    same: ['Maarrat Numan', 'Maarra Numan'],
    apart: ['Maarrat Numan', 'Maarrat'],
  },
  {
    id: 'sh ch',
    says: 'Shin is sh; in French ch, in German sch, in Turkish and Kurdish ş.',
    source: `${alaLc}, ${bgn}, ${un}: sh; ${french}: ch`,
    steps: [{ parts: { tch: 'c', sch: 'c', sh: 'c', ch: 'c' } }],
    same: ['Cheikh', 'Sheikh'],
    apart: ['Shahba', 'Sahba'],
  },
  {
    id: 'kh',
    says: 'Kha is kh. It stays different from h and k.',
    source: `${alaLc}, ${bgn}, ${un}`,
    steps: [{ parts: { x: 'ks', kh: 'x' } }],
    same: ['Khan Touman', 'khan tuman'],
    apart: ['Khan', 'Han'],
  },
  {
    id: 'gh',
    says: 'Ghayn is gh, or g where no other letter is written g.',
    source: `${alaLc}, ${bgn}, ${un}: gh; ${ocha}: sometimes g`,
    steps: [{ parts: { gh: 'g' } }],
    same: ['Ghazila', 'Gazila'],
    apart: ['Ghab', 'Hab'],
  },
  {
    id: 'th dh z t',
    says: 'Tha is th or t; dhal and dad are dh or d. A z for either is found by sound only.',
    source: `${alaLc}, ${bgn}, ${un}: th, dh; spoken Syrian t and d`,
    steps: [{ parts: { th: 't', dh: 'd' } }],
    same: ['Thawra', 'Tawra'],
    apart: ['Thawra', 'Sawra'],
  },
  {
    id: 'q k',
    says: 'Qaf is q, k or ck. Arabic has no p and no v: ph and v become f, p becomes b.',
    source: `${alaLc}, ${bgn}, ${un}: q; ${ocha} and the press: k`,
    steps: [{ parts: { dj: 'j', ck: 'k', ph: 'f', dz: 'z' } }, { letters: ['qpv', 'kbf'] }],
    same: ['Qamishli', 'Kamishli'],
    apart: ['Qamishli', 'Hamishli'],
  },
];

/**
 * Three vowels remain: a; i for e, i, y and their diphthongs; u for o, u, w and their diphthongs.
 */
export const latinVowels: readonly Rule[] = [
  {
    id: 'silent e',
    says: 'A French spelling may end in a silent e, which is removed.',
    source: french,
    steps: [{ pattern: '([aeiouy][nmlrs])e ', to: '\\1 ' }],
    same: ['Tichrine', 'Tishrin'],
    apart: ['Tichrine', 'Tishrinah'],
  },
  {
    id: 'ta marbuta',
    says: 'Final -ah, -eh, -a and -e are the same; so are -iyah, -iyyah, -ieh and -ia.',
    source: `${alaLc}: -ah; ${un}: -ah, -a; ${ocha}: -eh`,
    steps: [
      { pattern: '(?:[iy]+[aeo]h?|[ei]y+[aeo]h?) ', to: 'ia ' },
      { pattern: '(?:[aeo]+h|[ae]) ', to: 'a ' },
    ],
    same: ['Rihaniyyah', 'Rihanieh'],
    apart: ['Rihaniyyah', 'Rihan'],
  },
  {
    id: 'w u ou',
    says: 'Waw is w, u, oo, ou or o, and after an a it is aw or au.',
    source: `${alaLc}, ${bgn}, ${un}: ū, aw; ${french}: ou; ${ocha}: o, oo, au`,
    steps: [{ parts: { aou: 'au', ou: 'u', oo: 'u' } }, { letters: ['wo', 'uu'] }],
    same: ['Zaizoun', 'Zayzun'],
    apart: ['Zayzun', 'Zayzan'],
  },
  {
    id: 'i y ei',
    says: 'Ya is y, i, ee or e, and after an a it is ay, ai or ei.',
    source: `${alaLc}, ${bgn}, ${un}: ī, ay; ${ocha}: ei, e`,
    steps: [{ letters: ['ye', 'ii'] }, { parts: { ai: 'i', ia: 'ia' } }],
    same: ['Deir Hafer', 'Dayr Hafir'],
    apart: ['Deir Hafer', 'Dar Hafir'],
  },
  {
    id: 'doubled',
    says: 'A long or doubled letter may be written once or twice.',
    source: `${alaLc}, ${bgn}, ${un} double a consonant with shadda; ${ocha} usually does not`,
    steps: [{ pattern: '([a-z])\\1+', to: '\\1' }],
    same: ['Shaffouniyeh', 'Shafuniya'],
    apart: ['Hama', 'Hamama'],
  },
];
