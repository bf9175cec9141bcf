import type { NumberWord } from './number-words.ts';

/** Arabic numbers. Units come before tens, "five and twenty", and "and" (`و`) joins all parts. */

const sameLetters = (word: string): string =>
  word.replace(/[أإآ]/g, 'ا').replace(/ة$/, 'ه').replace(/ى$/, 'ي');

const words = new Map<string, NumberWord>();
const add = (kind: string, value: number, names: string) => {
  for (const name of names.split(' ')) words.set(sameLetters(name), { kind, value });
};
add('Z', 0, 'صفر');
for (const [i, names] of [
  'واحد واحدة',
  'اثنان اثنين اثنتان اثنتين',
  'ثلاثة ثلاث',
  'أربعة أربع',
  'خمسة خمس',
  'ستة ست',
  'سبعة سبع',
  'ثمانية ثماني ثمان',
  'تسعة تسع',
].entries())
  add('U', i + 1, names);
// Said only before "عشر", or before "و" and tens.
add('A', 1, 'أحد إحدى');
add('A', 2, 'اثنا اثني اثنتا اثنتي');
add('X', 10, 'عشرة عشر');
for (const [i, stem] of 'عشر ثلاث أربع خمس ست سبع ثمان تسع'.split(' ').entries()) {
  add('D', (i + 2) * 10, `${stem}ون ${stem}ين`);
  if (i > 0) add('G', (i + 2) * 100, `${stem}مئة ${stem}مائة`);
}
add('G', 800, 'ثمانيمئة ثمانيمائة');
add('H', 100, 'مئة مائة');
add('G', 200, 'مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي');
add('K', 1_000, 'ألف ألفا');
add('P', 1_000, 'آلاف');
add('E', 2_000, 'ألفان ألفين');
add('M', 1_000_000, 'مليون مليونا');
add('Q', 1_000_000, 'ملايين');
add('F', 2_000_000, 'مليونان مليونين');

/** The words in one written word: "وعشرون" is "and" with "twenty". */
export function arabicWords(text: string): readonly NumberWord[] | undefined {
  const word = words.get(sameLetters(text));
  if (word) return [word];
  if (!text.startsWith('و')) return undefined;
  const and = { kind: '&', value: 0 };
  const rest = text.slice(1);
  if (!rest) return [and];
  const next = words.get(sameLetters(rest));
  if (next) return [and, next];
  return /^[1-9]\d{0,9}$/.test(rest) ? [and, { kind: 'N', value: Number(rest) }] : undefined;
}

/** Which kinds of words make a number, in which order. Each scale is less than the one before. */
export const arabicWhole = (() => {
  const below100 = '(?:[UA]X|[UA]&D|X|D|U)';
  const below1000 = `(?:(?:G|UH|H)(?:&${below100})?|${below100})`;
  const thousands = `(?:E|(?:N|${below1000})?K|(?:N|${below1000})P)`;
  const millions = `(?:F|(?:N|${below1000})?M|(?:N|${below1000})Q)`;
  return new RegExp(
    `^(?:Z|N|${below1000}|${thousands}(?:&(?:N|${below1000}))?|` +
      `${millions}(?:&${thousands})?(?:&(?:N|${below1000}))?)$`,
  );
})();
