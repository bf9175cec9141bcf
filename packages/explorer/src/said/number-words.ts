import { arabicWhole, arabicWords } from './number-words-ar.ts';

/** A word of a number: which kind of word it is, and what it stands for. */
export interface NumberWord {
  readonly kind: string;
  readonly value: number;
}

const numbered = (kind: string, words: string, start: number, step = 1) =>
  words.split(' ').map((word, i) => [word, { kind, value: start + i * step }] as const);

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const units = 'one two three four five six seven eight nine';
const englishWords = new Map<string, NumberWord>([
  ['zero', { kind: 'Z', value: 0 }],
  ...numbered('U', units, 1),
  ['ten', { kind: 'X', value: 10 }],
  ...numbered(
    'T',
    'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    11,
  ),
  ...numbered('D', tens, 20, 10),
  ['dozen', { kind: 'O', value: 12 }],
  ['hundred', { kind: 'H', value: 100 }],
  ['thousand', { kind: 'K', value: 1_000 }],
  ['million', { kind: 'M', value: 1_000_000 }],
  ['and', { kind: '&', value: 0 }],
]);

/** Which kinds of words make a number, in which order. Each scale is less than the one before. */
const englishWhole = (() => {
  const below100 = '(?:DU?|X|T|U)';
  const below1000 = `(?:UH(?:&?${below100})?|NH|${below100})`;
  const thousands = `(?:N|${below1000})K`;
  const millions = `(?:N|${below1000})M`;
  return new RegExp(
    `^(?:Z|N|(?:N|${below100})O|TH(?:&?${below100})?|${below1000}|` +
      `${thousands}(?:&?${below1000})?|${millions}(?:&?${thousands})?(?:&?${below1000})?)$`,
  );
})();

const anyOf = (words: string): string => `(${words.replaceAll(' ', '|')})`;
const hyphen = new RegExp(
  `(?<![\\p{L}\\d-])${anyOf(tens)}[-\u2010\u2011]${anyOf(units)}(?!\\p{L})`,
  'gu',
);

/** "twenty-one" without its hyphen. Every other hyphen is between two numbers. */
export const joinHyphens = (text: string): string => text.replace(hyphen, '$1 $2');

/** What the API counts with. */
const maxCount = 2_147_483_647;

/** A number, and the scales such as "thousand" with which it was said. */
export interface ReadNumber {
  readonly value: number;
  readonly scales: readonly number[];
  /** Whether its digits were in groups of three: "7,000". */
  readonly isGrouped?: boolean;
}

/**
 * A whole number of zero or more, in digits or words: `6,000`, `6 thousand`, `twenty one`, `1.5
 * million`. Undefined: it is not one, such as "dozens", whose number nobody said.
 */
export function readNumber(text: string): ReadNumber | undefined {
  const decimal = readDecimal(text);
  if (decimal) return decimal;
  const isArabic = /\p{Script=Arabic}{2}/u.test(text);
  const words = wordsOf(text, isArabic ? arabicWords : englishWords);
  const kinds = words?.map(({ kind }) => kind).join('') ?? '';
  if (!words || !(isArabic ? arabicWhole : englishWhole).test(kinds)) return undefined;
  // "20 hundred" and "2000 thousand" may be slips.
  const limit = kinds.startsWith('NH') ? 20 : 1_000;
  if (kinds.length > 1 && words.some(({ kind, value }) => kind === 'N' && !isWithin(value, limit)))
    return undefined;
  const value = sumOf(words);
  const scales = words.flatMap((word) => (isScale(word) ? word.value : []));
  const isGrouped = text.search(grouped) >= 0;
  return value <= maxCount ? { value, scales, isGrouped } : undefined;
}

const isScale = ({ kind }: NumberWord) => /H|O|K|P|M|Q/.test(kind);
const isWithin = (value: number, limit: number) => value > 0 && value < limit;

/** "2.5 million". With three digits, the point may be there to group: "2.500". */
function readDecimal(text: string): ReadNumber | undefined {
  const match = /^(\d{1,3})\.(\d\d?|\d{4,6}) (\S+)$/.exec(text.trim());
  const [, whole = '', part = '', name = ''] = match ?? [];
  const scale = englishWords.get(name) ?? arabicWords(name)?.[0];
  if (!scale || !'HKM'.includes(scale.kind)) return undefined;
  const value = (Number(whole + part) * scale.value) / 10 ** part.length;
  return Number.isInteger(value) && value <= maxCount
    ? { value, scales: [scale.value] }
    : undefined;
}

type Lookup = (word: string) => readonly NumberWord[] | undefined;

function wordsOf(text: string, list: Lookup | Map<string, NumberWord>): NumberWord[] | undefined {
  const words: NumberWord[] = [];
  const parts = text
    .trim()
    .replace(/^(?:a|an) (?=(?:dozen|hundred|thousand|million)(?!\p{L}))/u, 'one ')
    .replace(grouped, (digits) => digits.replace(/[^\d]/g, ''))
    .split(' ');
  for (const part of parts) {
    const word = list instanceof Map ? list.get(part) : undefined;
    const found = word ? [word] : list instanceof Map ? undefined : list(part);
    const digits = /^(?:0|[1-9]\d{0,9})$/.test(part) && { kind: 'N', value: Number(part) };
    if (!found && !digits) return undefined;
    words.push(...(found ?? []), ...(digits ? [digits] : []));
  }
  return words;
}

/** `6,000`: the same mark between all groups, and three digits in each but the first. */
const grouped = /(?<![^ و])[1-9]\d{0,2}([, '٬])\d{3}(?:\1\d{3})*(?! ?\d)(?=$| )/g;

/** What words in a right order add up to. */
function sumOf(words: readonly NumberWord[]): number {
  let total = 0;
  let group = 0;
  for (const [i, { kind, value }] of words.entries()) {
    const isCounted = group > 0 && words[i - 1]?.kind !== '&';
    if ('HO'.includes(kind)) group = isCounted ? group * value : group + value;
    else if ('KP'.includes(kind) || 'MQ'.includes(kind)) {
      total += (group || 1) * value;
      group = 0;
    } else if ('EF'.includes(kind)) total += value;
    else group += value;
  }
  return total + group;
}
