/** The words of dates, in English and Arabic. Arabic months as in Syria, and as in Egypt. */

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'كانون الثاني', 'يناير'],
  ['february', 'feb', 'شباط', 'فبراير'],
  ['march', 'mar', 'آذار', 'اذار', 'مارس'],
  ['april', 'apr', 'نيسان', 'أبريل', 'ابريل'],
  ['may', 'أيار', 'ايار', 'مايو'],
  ['june', 'jun', 'حزيران', 'يونيو'],
  ['july', 'jul', 'تموز', 'يوليو'],
  ['august', 'aug', 'آب', 'اب', 'أغسطس', 'اغسطس'],
  ['september', 'sept', 'sep', 'أيلول', 'ايلول', 'سبتمبر'],
  ['october', 'oct', 'تشرين الأول', 'تشرين الاول', 'أكتوبر', 'اكتوبر'],
  ['november', 'nov', 'تشرين الثاني', 'نوفمبر'],
  ['december', 'dec', 'كانون الأول', 'كانون الاول', 'ديسمبر'],
];

const seasonNames: Record<string, string> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
  ربيع: '21',
  صيف: '22',
  خريف: '23',
  شتاء: '24',
};

/** European digits, lower case, single spaces, and `july` for every name of that month. */
export function simplify(text: string): string {
  let simple = text
    .normalize('NFC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u200b-\u200f\u064b-\u0652]/g, '')
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [i, names] of monthNames.entries())
    for (const name of [...names].sort((a, b) => b.length - a.length))
      simple = simple.replace(
        new RegExp(`(?<![\\p{L}])${name}\\.?(?![\\p{L}])`, 'gu'),
        `m${String(i + 1).padStart(2, '0')}`,
      );
  return simple.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1');
}

/** The EDTF season of its name. */
export const seasonOf = (name: string): string | undefined => seasonNames[name];

/** Matches the name of a season. */
export const seasonPattern = Object.keys(seasonNames).join('|');
