import { GeoJson } from '../../values/geojson.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { cleanSpacing } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { maxNameLength } from '../read/cells.ts';
import { type JsonRow, readJson } from '../read/json.ts';
import { nameColumns } from '../stage/names.ts';
import { isPcode } from './p-codes.ts';
import { stageAreaRecord, stagePlaceNames } from './stage.ts';

/** Outlines of areas by P-code: features of GeoJSON (RFC 7946). */
export const outlines: ImportFormat<JsonRow> = {
  name: 'gazetteer-outlines',
  description: 'outlines by P-code, GeoJSON',
  read: (file) => readJson(file),
  stage: stageFeature,
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'geometry'],
      existing: 'revise',
      fixed: ['kind', 'name', 'parent_id'],
    },
    name: { columns: nameColumns, existing: 'keep' },
  },
};

/** Properties with the P-code of a feature in OCHA's files, the innermost level first. */
const pcodeProperties = [
  /^pcode$/i,
  /^hrpcode$/i,
  /^adm(?:in)?4_?pcode$/i,
  /^adm(?:in)?3_?pcode$/i,
  /^adm(?:in)?2_?pcode$/i,
  /^adm(?:in)?1_?pcode$/i,
];
const nameProperties = [
  /^name_?en$/i,
  /^hrname$/i,
  /^adm(?:in)?4_?en$/i,
  /^adm(?:in)?3_?en$/i,
  /^adm(?:in)?2_?en$/i,
  /^adm(?:in)?1_?en$/i,
  /^name$/i,
];

/** The first property that has text, in the order of the patterns. */
function findText(
  properties: Record<string, unknown>,
  patterns: readonly RegExp[],
): string | undefined {
  for (const pattern of patterns)
    for (const [key, value] of Object.entries(properties))
      if (pattern.test(key) && typeof value === 'string' && value.trim() !== '')
        return cleanSpacing(value).slice(0, maxNameLength);
  return undefined;
}

function stageFeature({ value }: JsonRow, batch: Batch): void {
  const properties = (value.properties ?? {}) as Record<string, unknown>;
  const pcode = findText(properties, pcodeProperties);
  if (value.type !== 'Feature' || !pcode || !isPcode(pcode))
    throw new RowRefused(
      'BAD_PCODE',
      'properties',
      pcode ?? null,
      'A feature needs a property PCODE (or adm2_pcode …) with a P-code.',
    );
  const geometry = parseGeometry(value.geometry);
  const name = findText(properties, nameProperties) ?? pcode;
  const { id, kind, parentId } = stageAreaRecord(batch, pcode, name, 'properties');
  batch.put('location', { id, kind, name, parent_id: parentId, geometry });
  stagePlaceNames(batch, id, [{ text: name, language: 'en', scheme: 'OCHA', kind: 'PRIMARY' }]);
}

function parseGeometry(geometry: unknown): unknown {
  try {
    return GeoJson.parseValue(geometry);
  } catch (error) {
    throw new RowRefused('BAD_GEOMETRY', 'geometry', null, (error as Error).message.slice(0, 400));
  }
}
