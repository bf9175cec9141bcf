import type { LocationKind } from '../../locations/location.enums.ts';
import type { Batch } from '../batch.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { repeatedId } from '../problem.ts';
import { maxNameLength } from '../read/cells.ts';
import { stableId } from '../stable-id.ts';
import { countryName, countryOfPcode, kindOfPcode, parentPcode } from './p-codes.ts';

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
      id: stableId('name', locationId, normalizeForComparison(text)),
      position,
      text: text.slice(0, maxNameLength),
      language: name.language,
      script: scriptOf(text),
      scheme: name.scheme,
      kind: name.kind,
      location_id: locationId,
    });
}

/** Stages the country with an ISO 3166-1 code. @returns its staged id. */
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
  stagePlaceNames(batch, id, [{ text: name, language: 'en', scheme: 'CLDR', kind: 'PRIMARY' }]);
  return id;
}

/** An administrative area that a row describes, before its columns are staged. */
export interface StagedArea {
  id: string;
  kind: LocationKind;
  /** The staged id of the area around it. Null: its P-code does not say. */
  parentId: string | null;
}

/**
 * Stages the record of an area by its P-code, with the original row and the country around it.
 *
 * @throws RowRefused if an earlier row of the file has the same P-code.
 */
export function stageAreaRecord(
  batch: Batch,
  pcode: string,
  name: string,
  pcodeColumn: string,
): StagedArea {
  const kind = kindOfPcode(pcode);
  const country = countryOfPcode(pcode);
  const { id, isNew } = batch.record('location', {
    system: 'ocha-pcode',
    value: pcode,
    external: true,
    match: { name, kind, country: countryName(country) },
  });
  if (!isNew) throw repeatedId(pcodeColumn, pcode);
  batch.storeOriginalRow('location', id);
  const around = parentPcode(pcode);
  if (around === null) return { id, kind, parentId: null };
  const parentId =
    around === country
      ? stageCountry(batch, country)
      : batch.reference('location', { system: 'ocha-pcode', value: around, external: true });
  return { id, kind, parentId };
}
