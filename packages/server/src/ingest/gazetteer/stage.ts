import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import { maxNameLength } from '../read/cells.ts';
import { countryName } from './countries.ts';

/** The largest number of names that an import adds to a place. */
const maxNames = 100;

/** A name that a gazetteer gives a place. */
export interface GazetteerName {
  text: string;
  language?: string | null;
  scheme: string;
  kind: 'PRIMARY' | 'ALIAS';
}

const scriptOf = (text: string): string | null =>
  /[\u0600-\u06ff]/.test(text) ? 'Arab' : /[a-z]/i.test(text) ? 'Latn' : null;

/** Stages names. Those that the place has already are not added again when they land. */
export function stagePlaceNames(
  batch: Batch,
  locationId: string,
  names: readonly GazetteerName[],
): void {
  const distinct = new Map(names.map((name) => [cleanSpacing(name.text), name]));
  distinct.delete('');
  for (const [position, [text, name]] of [...distinct].slice(0, maxNames).entries())
    batch.put('name', {
      id: batch.deriveId('name', locationId, normalizeForComparison(text)),
      position,
      text: cutText(text, maxNameLength),
      language: name.language,
      script: scriptOf(text),
      scheme: name.scheme,
      kind: name.kind,
      location_id: locationId,
    });
}

/**
 * Stages the country with an ISO 3166-1 code of two letters. If its row gives where it lies, that
 * replaces what was staged for it before. @returns its staged id.
 */
export function stageCountry(
  batch: Batch,
  code: string,
  own?: { point: Point | null; geometry?: unknown },
): string {
  const name = countryName(code);
  const { id, isNew } = batch.record('location', {
    system: 'ocha-pcode',
    value: code,
    external: true,
    match: { name, kind: 'COUNTRY' },
  });
  const columns = {
    id,
    kind: 'COUNTRY',
    name,
    point_lat: own?.point?.lat,
    point_lon: own?.point?.lon,
    geometry: own?.geometry,
  };
  const before = batch.countries.get(code);
  if (isNew || !before) batch.countries.set(code, batch.put('location', columns));
  else if (own) batch.replace(before, columns);
  if (isNew)
    stagePlaceNames(batch, id, [{ text: name, language: 'en', scheme: 'CLDR', kind: 'PRIMARY' }]);
  return id;
}
