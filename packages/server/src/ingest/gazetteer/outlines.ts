import { GeoJson } from '../../values/geojson.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { cleanSpacing } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { type JsonRow, readJson } from '../read/json.ts';
import { nameColumns } from '../stage/source.ts';
import { countryName, enclosing, isPcode, kindOf, stageCountry, stageNames } from './units.ts';

/** Outlines of areas by P-code: features of GeoJSON (RFC 7946). */
export const outlines: ImportFormat<JsonRow> = {
  name: 'gazetteer-outlines',
  description: 'outlines by P-code, GeoJSON',
  read: (file) => readJson(file),
  stage,
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'geometry'],
      existing: 'revise',
      fixed: ['kind', 'name', 'parent_id'],
    },
    name: { columns: nameColumns, existing: 'keep' },
  },
};

/** Where files of OCHA's keep the code and the name of a feature, the innermost level first. */
const codes = [
  /^pcode$/i,
  /^hrpcode$/i,
  /^adm(?:in)?4_?pcode$/i,
  /^adm(?:in)?3_?pcode$/i,
  /^adm(?:in)?2_?pcode$/i,
  /^adm(?:in)?1_?pcode$/i,
];
const names = [
  /^name_?en$/i,
  /^hrname$/i,
  /^adm(?:in)?4_?en$/i,
  /^adm(?:in)?3_?en$/i,
  /^adm(?:in)?2_?en$/i,
  /^adm(?:in)?1_?en$/i,
  /^name$/i,
];

const found = (
  properties: Record<string, unknown>,
  among: readonly RegExp[],
): string | undefined => {
  for (const pattern of among)
    for (const [key, value] of Object.entries(properties))
      if (pattern.test(key) && typeof value === 'string' && value.trim() !== '')
        return cleanSpacing(value).slice(0, 500);
  return undefined;
};

function stage({ value }: JsonRow, batch: Batch): void {
  const properties = (value.properties ?? {}) as Record<string, unknown>;
  const pcode = found(properties, codes);
  if (value.type !== 'Feature' || !pcode || !isPcode(pcode))
    throw new RowRefused(
      'BAD_PCODE',
      'properties',
      pcode ?? null,
      'A feature needs a property PCODE (or adm2_pcode …) with a P-code.',
    );
  const geometry = sound(value.geometry);
  const kind = kindOf(pcode);
  const name = found(properties, names) ?? pcode;
  const { id, isNew } = batch.record('location', {
    system: 'ocha-pcode',
    value: pcode,
    external: true,
    match: { name, kind, country: countryName(pcode.slice(0, 2)) },
  });
  if (!isNew)
    throw new RowRefused(
      'REPEATED_ID',
      'properties',
      pcode,
      'A feature of this P-code stands above; this one was left out.',
    );
  batch.keepRow('location', id);
  const around = enclosing(pcode);
  const country = around === pcode.slice(0, 2);
  const parent =
    around &&
    (country
      ? stageCountry(batch, around)
      : batch.reference('location', { system: 'ocha-pcode', value: around, external: true }));
  batch.put('location', { id, kind, name, parent_id: parent, geometry });
  stageNames(batch, id, [{ text: name, language: 'en', scheme: 'OCHA', kind: 'PRIMARY' }]);
}

function sound(geometry: unknown): unknown {
  try {
    return GeoJson.parseValue(geometry);
  } catch (error) {
    throw new RowRefused('BAD_GEOMETRY', 'geometry', null, (error as Error).message.slice(0, 400));
  }
}
