/* Words that are translated, and words that describe a place instead of naming it. */

const ocha =
  "OCHA's English names of Syrian places translate them; its Arabic names have the Arabic word";

/**
 * `key` is the word as the Latin rules leave it; `english` and `arabic` are its spellings before
 * them.
 */
export interface Word {
  key: string;
  english: readonly string[];
  arabic: readonly string[];
  /** Other forms, as the Latin rules leave them: feminine, dialect. */
  forms: readonly string[];
  source: string;
}

/**
 * Words that distinguish places of the same name. Lists put them before or after the name: Western
 * Farhaniyeh, Farhaniyeh Gharbiyeh.
 */
export const qualifiers: readonly Word[] = [
  {
    key: 'garbi',
    english: ['western', 'west'],
    arabic: ['غربي', 'غربيه', 'غرب'],
    forms: ['garbia', 'garb', 'garbii'],
    source: ocha,
  },
  {
    key: 'carki',
    english: ['eastern', 'east'],
    arabic: ['شرقي', 'شرقيه', 'شرق'],
    forms: ['carkia', 'cark', 'cargi'],
    source: ocha,
  },
  {
    key: 'camali',
    english: ['northern', 'north'],
    arabic: ['شمالي', 'شماليه', 'شمال'],
    forms: ['camalia', 'camal', 'cimali', 'cimalia'],
    source: ocha,
  },
  {
    key: 'janubi',
    english: ['southern', 'south'],
    arabic: ['جنوبي', 'جنوبيه', 'قبلي', 'قبليه', 'جنوب'],
    forms: ['janubia', 'junubi', 'kibli', 'kiblia', 'kabli', 'kablia', 'janub', 'jnubi'],
    source: `${ocha}; qibli means south in the dialect`,
  },
  {
    key: 'kabir',
    english: ['big', 'great', 'greater', 'large', 'grand'],
    arabic: ['كبير', 'كبيره', 'كبرى', 'كبري'],
    forms: ['kabira', 'kbir', 'kbira', 'kibir', 'kubra', 'kibira', 'kibiri'],
    source: ocha,
  },
  {
    key: 'sagir',
    english: ['little', 'small', 'lesser'],
    arabic: ['صغير', 'صغيره', 'صغرى', 'صغري'],
    forms: ['sagira', 'sgir', 'sgira', 'sugra', 'zgir', 'zgira', 'sigir', 'sigira'],
    source: ocha,
  },
  {
    key: 'faukani',
    english: ['upper'],
    arabic: ['فوقاني', 'فوقانيه', 'فوقا', 'فوقه', 'فوقى', 'فوقي', 'عليا', 'فوق'],
    forms: ['faukania', 'fukani', 'fukania', 'fauka', 'fuka', 'ulia', 'fuk'],
    source: ocha,
  },
  {
    key: 'tahtani',
    english: ['lower'],
    arabic: ['تحتاني', 'تحتانيه', 'تحتا', 'تحته', 'تحتى', 'تحتي', 'سفلى', 'سفلي', 'تحت'],
    forms: ['tahtania', 'tahta', 'sufla', 'thtani'],
    source: ocha,
  },
  {
    key: 'ustani',
    english: ['middle', 'central'],
    arabic: ['وسطاني', 'وسطانيه', 'وسطى', 'وسطي', 'اوسط', 'وسط'],
    forms: ['ustania', 'uastani', 'uastania', 'usta', 'uusta', 'uasat', 'uasta', 'ausat'],
    source: ocha,
  },
  {
    key: 'jadid',
    english: ['new'],
    arabic: ['جديد', 'جديده'],
    forms: ['jadida', 'jdid', 'jdida', 'jidid', 'jidida'],
    source: ocha,
  },
  {
    key: 'kadim',
    english: ['old', 'ancient'],
    arabic: ['قديم', 'قديمه', 'عتيق', 'عتيقه'],
    forms: ['kadima', 'atik', 'atika'],
    source: ocha,
  },
];

/** Words for kinds of places that are part of a name. */
export const features: readonly Word[] = [
  {
    key: 'tal',
    english: ['hill', 'tel', 'tell', 'tall', 'til', 'till'],
    arabic: ['تل', 'تله'],
    forms: ['tala', 'tila', 'til'],
    source: `${ocha}; ALA-LC writes Tall, maps Tel, Tell`,
  },
  {
    key: 'jabal',
    english: ['mount', 'mountain', 'mt'],
    arabic: ['جبل'],
    forms: ['jabil', 'jibil', 'jbal', 'jibal', 'gabal', 'gibil'],
    source: ocha,
  },
  {
    key: 'ain',
    english: ['spring', 'ayn', 'ain', 'ein', 'eyn', 'in'],
    arabic: ['عين'],
    forms: ['in', 'an'],
    source: ocha,
  },
  {
    key: 'kabr',
    english: ['tomb', 'grave', 'qabr', 'qaber', 'qabir'],
    arabic: ['قبر'],
    forms: [],
    source: ocha,
  },
  { key: 'bir', english: ['well'], arabic: ['بير'], forms: ['bi'], source: ocha },
  { key: 'nahr', english: ['river'], arabic: ['نهر'], forms: ['nahir', 'nahar'], source: ocha },
  { key: 'uadi', english: ['valley'], arabic: ['وادي', 'واد'], forms: ['uad'], source: ocha },
  {
    key: 'jisr',
    english: ['bridge'],
    arabic: ['جسر'],
    forms: ['jsr', 'jisir', 'jisar'],
    source: ocha,
  },
  {
    key: 'kalaa',
    english: ['castle', 'citadel', 'fortress'],
    arabic: ['قلعه'],
    forms: ['kala', 'kalat', 'kalaat'],
    source: ocha,
  },
  {
    key: 'mazraa',
    english: ['farm', 'farms', 'mazraat', 'mazraet'],
    arabic: ['مزرعه', 'مزارع'],
    forms: ['mazra', 'mzraa', 'mazari', 'mizraa'],
    source: ocha,
  },
  {
    key: 'dir',
    english: ['monastery', 'convent'],
    arabic: ['دير'],
    forms: ['dair', 'daiir'],
    source: ocha,
  },
  {
    key: 'abu',
    english: ['bu', 'bou', 'albu', 'abi', 'abo', 'abou', 'abul', 'aboul', 'abol'],
    arabic: ['ابو', 'ابي', 'بو', 'البو'],
    forms: ['bu'],
    source:
      'UNGEGN Arabic 2017, note on Abū and its cases; OCHA treats Bedouin Ālbū as the same word',
  },
  {
    key: 'bin',
    english: ['ibn', 'ben', 'bin'],
    arabic: ['ابن', 'بن'],
    forms: ['bn'],
    source: 'ALA-LC Arabic 2012, rule on Ibn and Bin',
  },
  {
    key: 'um',
    english: ['umm', 'um', 'oum', 'em', 'im', 'omm', 'om'],
    arabic: ['ام'],
    forms: ['im'],
    source: ocha,
  },
  {
    key: 'abd',
    english: ['abd', 'abdul', 'abdel', 'abdal', 'abed'],
    arabic: ['عبد'],
    forms: ['abid'],
    source: 'ALA-LC Arabic 2012, rule on compound names',
  },
];

/**
 * Words after a name that say what kind of place it is. They are removed unless nothing would be
 * left.
 */
export const appositions = {
  english: [
    'town',
    'village',
    'city',
    'suburb',
    'neighbourhood',
    'neighborhood',
    'district',
    'subdistrict',
    'governorate',
    'province',
    'area',
    'camp',
    'refugee',
    'checkpoint',
  ],
  source: 'UCDP GED codebook: the kind of a place follows its name',
} as const;
