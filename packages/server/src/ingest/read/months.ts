/**
 * Names of the months from January on: English, then Arabic as in the Levant, Egypt and the Gulf,
 * Morocco, Algeria and Tunisia. Arabic letters are as `plainLetters` leaves them.
 */
const months: readonly (readonly string[])[] = [
  ['january', 'كانون الثاني', 'يناير', 'جانفي'],
  ['february', 'شباط', 'فبراير', 'فيفري'],
  ['march', 'اذار', 'مارس'],
  ['april', 'نيسان', 'ابريل', 'افريل'],
  ['may', 'ايار', 'مايو', 'ماي'],
  ['june', 'حزيران', 'يونيو', 'يونيه', 'جوان'],
  ['july', 'تموز', 'يوليو', 'يوليه', 'يوليوز', 'جويليه'],
  ['august', 'اب', 'اغسطس', 'غشت', 'اوت'],
  ['september', 'ايلول', 'سبتمبر', 'شتنبر'],
  ['october', 'تشرين الاول', 'اكتوبر'],
  ['november', 'تشرين الثاني', 'نوفمبر', 'نونبر'],
  ['december', 'كانون الاول', 'ديسمبر', 'دجنبر'],
];

/** Arabic text with one form of each letter that people write in several. */
const plainLetters = (text: string): string =>
  text
    .replace(/[\u0622\u0623\u0625\u0671]/g, 'ا')
    .replace(/[\u06cc\u0649]/g, 'ي')
    .replaceAll('\u06a9', 'ك')
    .replaceAll('\u0629', 'ه')
    .replace(/[\u0640\u064b-\u0652]/g, '');

/** Matches the name of a month, English ones also with three letters, with or without a point. */
export const monthPattern = months
  .flatMap(([english = '', ...others]) => [
    english,
    `${english === 'september' ? 'sept?' : english.slice(0, 3)}\\.?`,
    ...others,
  ])
  // Of two names, the longer one: يوليوز begins with يوليو.
  .sort((one, other) => other.length - one.length)
  .join('|');

/** The number of a month from 1, by what `monthPattern` matches. */
export function monthNumber(text: string): number {
  const name = text.toLowerCase();
  return (
    months.findIndex((names) => names.includes(name) || names[0]?.startsWith(name.slice(0, 3))) + 1
  );
}

const twoNames = new RegExp(
  `(?<!\\p{L})(${monthPattern})\\s*[/(-]\\s*(${monthPattern})(?!\\p{L})\\)?`,
  'giu',
);

/**
 * A date with one name for its month, which `monthPattern` matches. Arabic media write two:
 * "5 أغسطس/آب 2018" is one day in August.
 */
export const withOneMonthName = (text: string): string =>
  plainLetters(text).replace(twoNames, (both, one: string, other: string) =>
    monthNumber(one) === monthNumber(other) ? one : both,
  );
