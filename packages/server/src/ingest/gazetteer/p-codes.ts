import type { LocationKind } from '../../locations/location.enums.ts';
import { countryCodeOf, countryOfPcode } from './countries.ts';

/** The kinds of administrative units by level: ADM0 is the country. */
export const kindsByLevel: readonly LocationKind[] = [
  'COUNTRY',
  'GOVERNORATE',
  'DISTRICT',
  'SUBDISTRICT',
  'COMMUNITY',
  'NEIGHBOURHOOD',
];

/**
 * Whether a text can be a P-code of OCHA. Each country has codes of its own form: SY0203, IQG07Q02,
 * LB4, MMR001D001, UA0102003. All begin with letters, and contain no blank. A code without digits
 * has to begin with a country.
 */
export const isPcode = (text: string): boolean =>
  /^[a-z]{1,8}[\w.:/-]{1,48}$/i.test(text) &&
  (/\d/.test(text) ||
    (text.length > 3 && /^[A-Z.:/_-]+$/.test(text) && !!countryOfPcode(text)) ||
    isCountryCode(text));

/** A P-code as OCHA writes it: SY0203 for `sy0203`. Other texts stay. */
export const pcodeOf = (text: string): string => (isPcode(text) ? text.toUpperCase() : text);

/** Whether a code is that of a country, in two letters or three. */
export const isCountryCode = (code: string): boolean =>
  /^[a-z]{2,3}$/i.test(code) && countryCodeOf(code) !== null;

/** Kinds by the digits behind the country, two for each level. */
const kindsByDigits: Readonly<Record<number, LocationKind>> = {
  2: 'GOVERNORATE',
  4: 'DISTRICT',
  6: 'SUBDISTRICT',
};

/**
 * The kind of unit of a file that names no level anywhere. Only two forms are clear: two letters
 * with pairs of digits, and one letter with a number, which is a community. Null: not known.
 */
export function kindByForm(pcode: string): LocationKind | null {
  if (isCountryCode(pcode)) return 'COUNTRY';
  if (/^[A-Z]\d{2,9}$/.test(pcode)) return 'COMMUNITY';
  const [, digits = ''] = /^[A-Z]{2}(\d+)$/.exec(pcode) ?? [];
  return (countryOfPcode(pcode) && kindsByDigits[digits.length]) || null;
}
