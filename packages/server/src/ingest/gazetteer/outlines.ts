import { GeoJson } from '../../values/geojson.ts';
import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat, OpenedFile } from '../format.ts';
import { FileRefused, type NoteIssue, RowRefused } from '../problem.ts';
import { describeOtherJson, isFeature } from '../read/geojson.ts';
import { type JsonRow, readJson, restoreJsonRow } from '../read/json.ts';
import { stageUnit, unitWrites } from './stage-unit.ts';
import { readUnitColumns, type UnitRowColumns } from './unit-columns.ts';
import { unitPoint } from './unit-point.ts';

/** Outlines of administrative units by P-code: features of GeoJSON (RFC 7946). */
export const outlines: ImportFormat<JsonRow> = {
  name: 'gazetteer-outlines',
  description: 'outlines by P-code, GeoJSON',
  read: readFeatures,
  stage: stageFeature,
  isGazetteer: true,
  restage: restoreJsonRow,
  writes: unitWrites,
};

/** @throws FileRefused if no object of the file is a feature. */
async function* readFeatures(file: OpenedFile): AsyncGenerator<JsonRow> {
  let other: JsonRow | undefined;
  let hasFeature = false;
  for await (const row of readJson(file)) {
    if (isFeature(row.value)) hasFeature = true;
    else other ??= row;
    yield row;
  }
  if (other && !hasFeature)
    throw new FileRefused(`${file.name} ${describeOtherJson(other.value)}`, 'WRONG_FORMAT');
}

function stageFeature({ value }: JsonRow, batch: Batch): void {
  if (!isFeature(value))
    throw new RowRefused('NO_FEATURE', 'type', null, `This object ${describeOtherJson(value)}`);
  if (!value.properties || typeof value.properties !== 'object')
    throw new RowRefused(
      'NO_FEATURE',
      'properties',
      null,
      'The feature has no properties, so nothing says which place it is.',
    );
  const row = readUnitColumns(Object.entries(value.properties));
  const geometry = value.geometry == null ? null : parseGeometry(value.geometry);
  const point = pointOf(geometry, row, (issue) => batch.addProblem(issue));
  stageUnit(batch, row, { point, geometry: point && isPoint(geometry) ? null : geometry });
}

const isPoint = (geometry: unknown): geometry is { coordinates: [lon: number, lat: number] } =>
  (geometry as { type?: string } | null)?.type === 'Point';

/** A feature that is a point, or else the centre that its properties give. */
function pointOf(geometry: unknown, row: UnitRowColumns, note: NoteIssue): Point | null {
  if (!isPoint(geometry)) return unitPoint(row, note);
  const [lon, lat] = geometry.coordinates;
  return { lat, lon };
}

function parseGeometry(geometry: unknown): unknown {
  try {
    return GeoJson.parseValue(geometry);
  } catch (error) {
    throw new RowRefused('BAD_GEOMETRY', 'geometry', null, (error as Error).message.slice(0, 400));
  }
}
