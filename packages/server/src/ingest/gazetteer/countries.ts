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

/** Names of countries that differ from those of CLDR: of the United Nations (M49), and of UCDP. */
const otherNames: Readonly<Record<string, string>> = {
  'Syrian Arab Republic': 'SY',
  'Iran (Islamic Republic of)': 'IR',
  Palestine: 'PS',
  'State of Palestine': 'PS',
  'occupied Palestinian territory': 'PS',
  'Russian Federation': 'RU',
  'Russia (Soviet Union)': 'RU',
  'Republic of Moldova': 'MD',
  'Viet Nam': 'VN',
  'Vietnam (North Vietnam)': 'VN',
  'United Republic of Tanzania': 'TZ',
  'Bolivia (Plurinational State of)': 'BO',
  'Venezuela (Bolivarian Republic of)': 'VE',
  "Lao People's Democratic Republic": 'LA',
  "Democratic People's Republic of Korea": 'KP',
  'Republic of Korea': 'KR',
  'Democratic Republic of the Congo': 'CD',
  'DR Congo (Zaire)': 'CD',
  'Democratic Republic of Congo': 'CD',
  Congo: 'CG',
  'Republic of the Congo': 'CG',
  Myanmar: 'MM',
  'Ivory Coast': 'CI',
  'Cote d Ivoire': 'CI',
  Turkey: 'TR',
  'Brunei Darussalam': 'BN',
  'Cabo Verde': 'CV',
  'Cambodia (Kampuchea)': 'KH',
  'Yemen (North Yemen)': 'YE',
  'Zimbabwe (Rhodesia)': 'ZW',
  'Madagascar (Malagasy)': 'MG',
  'Bosnia-Herzegovina': 'BA',
  'Kingdom of eSwatini (Swaziland)': 'SZ',
  'United States of America': 'US',
  'United Kingdom of Great Britain and Northern Ireland': 'GB',
};

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
  iso2ByName ??= new Map([
    ...[...iso2Codes].map((iso2) => [nameKey(countryName(iso2)), iso2] as const),
    ...Object.entries(otherNames).map(([name, iso2]) => [nameKey(name), iso2] as const),
  ]);
  return code.length > 3 ? (iso2ByName.get(nameKey(text)) ?? null) : null;
}

/** The name of a country in CLDR, for its name or code as a file has it. Other texts stay. */
export function canonicalCountry(text: string): string {
  const code = countryCodeOf(text);
  return code ? countryName(code) : text;
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
