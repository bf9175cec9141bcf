import { cleanSpacing } from '../../values/normalize.ts';

/** Which sign separates decimals. The other one, and spaces and apostrophes, separate thousands. */
export type DecimalSign = '.' | ',';

/**
 * The zeros of the digits of other scripts: Arabic-Indic, Persian, N'Ko, those of South Asia from
 * Devanagari on, Thai, Lao, Tibetan, Burmese, Khmer, full-width.
 */
const zeros = [
  ...[0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66],
  ...[0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10],
];

/** A text with the digits 0 to 9 in place of those of other scripts. */
export const withAsciiDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const value = code - (zeros.findLast((zero) => zero <= code) ?? 0);
    return value < 10 ? String(value) : digit;
  });

/** A spreadsheet puts an apostrophe in front of a number or date that it keeps as text. */
export const withoutTextMark = (text: string): string => text.replace(/^'(?=[-+.\d])/, '');

/** A number in a cell with plain digits and signs: `1,200.0` and `−3`, with single spaces. */
const plainNumber = (text: string): string =>
  withoutTextMark(withAsciiDigits(cleanSpacing(text)))
    .replace(/^[\u2212\u2013]/, '-')
    .replaceAll('\u060c', ',')
    .replace(/[\u2019\u02bc`\u00b4]/g, "'");

/** Whether a text has only digits of any script and the signs that numbers have. */
export const looksLikeNumber = (text: string): boolean =>
  /^[-+~<>=]*\d[\d.,' \u066b\u066c]*[+%]?$/.test(plainNumber(text));

/** Arabic writes its own signs, which mean the same in every table. */
const arabicDecimal = '\u066b';
const arabicThousands = '\u066c';

/**
 * The whole number from 0 that a text is, as programs and people write it: `1200`, `1200.0`,
 * `1,200`, `1 200`, `١٬٢٠٠`, `1e3`. The sign of decimals never separates thousands. A fraction with
 * an exponent (`1.23E+03`) is none: a spreadsheet has rounded it.
 *
 * @returns undefined if it is anything else.
 */
export function parseWholeNumber(text: string, decimals: DecimalSign): number | undefined {
  const number = plainNumber(text);
  const isArabic = number.includes(arabicDecimal) || number.includes(arabicThousands);
  const [whole = '', fraction = '', ...rest] = number.split(isArabic ? arabicDecimal : decimals);
  if (rest.length > 0 || !/^0*$/.test(fraction)) return undefined;
  const thousands = isArabic ? arabicThousands : decimals === '.' ? ',' : '.';
  const digits = /^\+?\d+$/.test(whole) ? whole : withoutThousands(whole, thousands);
  if (digits !== undefined) return Number(digits);
  return fraction === '' && /^\d{1,6}e\+?\d{1,2}$/i.test(number) ? Number(number) : undefined;
}

/** The digits of a number with a sign between all its thousands. Undefined: it is not one. */
function withoutThousands(text: string, sign: string): string | undefined {
  const isGrouped = [sign, ' ', "'"].some((separator) => {
    const [first = '', ...groups] = text.split(separator);
    return (
      groups.length > 0 &&
      /^[1-9]\d{0,2}$/.test(first) &&
      groups.every((group) => /^\d{3}$/.test(group))
    );
  });
  return isGrouped ? text.replace(/\D/g, '') : undefined;
}

/**
 * The degrees that a text is: a number without thousands and exponents.
 * @returns undefined if it is anything else, or beyond `max`.
 */
export function parseDegrees(text: string, max: 90 | 180, decimals: DecimalSign = '.') {
  const number = plainNumber(text).replace(decimals, '.').replace(arabicDecimal, '.');
  const degrees = /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(number) ? Number(number) : undefined;
  return degrees !== undefined && Math.abs(degrees) <= max ? degrees : undefined;
}
