import { countryCodes } from './country-codes.ts';

const iso2ByIso3 = new Map(
  countryCodes
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
);
const iso2Codes = new Set(iso2ByIso3.values());

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country in CLDR, by its ISO 3166-1 code of two letters. */
export const countryName = (code: string): string =>
  (iso2Codes.has(code) && regions.of(code)) || code;

const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

let iso2ByName: Map<string, string> | undefined;

/**
 * The ISO 3166-1 code (two letters) of a country that is given by its two or three letters, or by
 * its English name. Null: there is no such country.
 */
export function countryCodeOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (iso2Codes.has(code)) return code;
  const byIso3 = iso2ByIso3.get(code);
  if (byIso3) return byIso3;
  iso2ByName ??= new Map([...iso2Codes].map((iso2) => [nameKey(countryName(iso2)), iso2]));
  return code.length > 3 ? (iso2ByName.get(nameKey(text)) ?? null) : null;
}

/**
 * The country (two letters) that a P-code begins with. Most begin with two letters, some with
 * three: "MMR001". Null: neither is a country.
 */
export function countryOfPcode(pcode: string): string | null {
  const [letters = ''] = /^[a-z]+/i.exec(pcode) ?? [];
  const upper = letters.toUpperCase();
  const iso2 = upper.slice(0, 2);
  // Letters behind the country belong to the code of the unit, unless all three are a country.
  return (
    (upper.length === 3 ? iso2ByIso3.get(upper) : undefined) ?? (iso2Codes.has(iso2) ? iso2 : null)
  );
}
