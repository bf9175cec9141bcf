/** Names of the months from January on: English, and Arabic as in the Levant and elsewhere. */
const months: readonly (readonly string[])[] = [
  ['january', 'كانون الثاني', 'يناير'],
  ['february', 'شباط', 'فبراير'],
  ['march', 'آذار', 'اذار', 'مارس'],
  ['april', 'نيسان', 'أبريل', 'ابريل'],
  ['may', 'أيار', 'ايار', 'مايو'],
  ['june', 'حزيران', 'يونيو'],
  ['july', 'تموز', 'يوليو'],
  ['august', 'آب', 'اب', 'أغسطس', 'اغسطس'],
  ['september', 'أيلول', 'ايلول', 'سبتمبر'],
  ['october', 'تشرين الأول', 'تشرين الاول', 'أكتوبر', 'اكتوبر'],
  ['november', 'تشرين الثاني', 'نوفمبر'],
  ['december', 'كانون الأول', 'كانون الاول', 'ديسمبر'],
];

/** Matches the name of a month, English ones also with three letters, with or without a point. */
export const monthPattern = months
  .flatMap(([english = '', ...others]) => [
    english,
    `${english === 'september' ? 'sept?' : english.slice(0, 3)}\\.?`,
    ...others,
  ])
  .join('|');

/** The number of a month from 1, by what `monthPattern` matches. */
export function monthNumber(text: string): number {
  const name = text.toLowerCase();
  return (
    months.findIndex((names) => names.includes(name) || names[0]?.startsWith(name.slice(0, 3))) + 1
  );
}
