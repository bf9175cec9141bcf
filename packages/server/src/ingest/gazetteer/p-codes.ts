import type { LocationKind } from '../../locations/location.enums.ts';

/**
 * A P-code of OCHA: two letters for the country and two digits for each level. Communities have one
 * letter and a number.
 */
export const isPcode = (text: string): boolean => /^[A-Z]{1,3}\d{2,10}$/.test(text);

/** By the length of the P-code of an area. */
const kindsByLength: Record<number, LocationKind> = {
  4: 'GOVERNORATE',
  6: 'DISTRICT',
  8: 'SUBDISTRICT',
};

/** The kind of place that a P-code stands for. */
export function kindOfPcode(pcode: string): LocationKind {
  if (/^[A-Z]{2}$/.test(pcode)) return 'COUNTRY';
  const isArea = /^[A-Z]{2}\d+$/.test(pcode);
  return (isArea ? kindsByLength[pcode.length] : undefined) ?? 'COMMUNITY';
}

/** The P-code of the area around an area. Null for countries, and for communities. */
export const parentPcode = (pcode: string): string | null =>
  /^[A-Z]{2}\d+$/.test(pcode) ? pcode.slice(0, -2) : null;

/** The letters of the country at the beginning of a P-code. */
export const countryOfPcode = (pcode: string): string => pcode.slice(0, 2);

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country (ISO 3166-1) in CLDR, or the code if there is none. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}
