import type { LocationKind } from '../../locations/location.enums.ts';
import type { Batch } from '../batch.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { stableId } from '../stable-id.ts';

/** A P-code of OCHA's: two letters of the country, then two digits a level; communities have one letter and a number. */
export const isPcode = (text: string): boolean => /^[A-Z]{1,3}\d{2,10}$/.test(text);

/** What a P-code of an area says of its level. */
export function kindOf(pcode: string): LocationKind {
  if (/^[A-Z]{2}$/.test(pcode)) return 'COUNTRY';
  if (!/^[A-Z]{2}\d+$/.test(pcode)) return 'COMMUNITY';
  return (
    ({ 4: 'GOVERNORATE', 6: 'DISTRICT', 8: 'SUBDISTRICT' } as const)[pcode.length as 4] ??
    'COMMUNITY'
  );
}

/** The P-code of the area that an area lies in; null for a country and for communities, whose codes do not say. */
export const enclosing = (pcode: string): string | null =>
  /^[A-Z]{2}\d+$/.test(pcode) ? pcode.slice(0, -2) : null;

export const scriptOf = (text: string): string | null =>
  /[\u0600-\u06ff]/.test(text) ? 'Arab' : /[a-z]/i.test(text) ? 'Latn' : null;

/** A name that outside data gives a place. */
export interface Given {
  text: string;
  language?: string | null;
  scheme: string;
  kind: 'PRIMARY' | 'ALIAS';
}

/** Stages names, those that the place bears already are left alone. */
export function stageNames(batch: Batch, location: string, names: readonly Given[]): void {
  const distinct = [
    ...new Map(names.map((name) => [cleanSpacing(name.text), name])).entries(),
  ].filter(([text]) => text !== '');
  for (const [i, [text, { language, scheme, kind }]] of distinct.slice(0, 100).entries()) {
    const row = {
      text: text.slice(0, 500),
      language,
      script: scriptOf(text),
      scheme,
      kind,
      location_id: location,
    };
    batch.put('name', {
      id: stableId('name', location, normalizeForComparison(text)),
      position: i,
      ...row,
    });
  }
}

/** The country of a P-code, by its letters (ISO 3166-1) and its English name in CLDR. */
export function stageCountry(batch: Batch, code: string): string {
  const name = countryName(code);
  const { id, isNew } = batch.record('location', {
    system: 'ocha-pcode',
    value: code,
    external: true,
    match: { name, kind: 'COUNTRY' },
  });
  if (!isNew) return id;
  batch.put('location', { id, kind: 'COUNTRY', name });
  stageNames(batch, id, [{ text: name, language: 'en', scheme: 'CLDR', kind: 'PRIMARY' }]);
  return id;
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country (ISO 3166-1), by CLDR; of none, the code. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}
