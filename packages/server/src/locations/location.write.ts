import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import { fieldIn, type InputParser } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { replaceList, rowsOf } from '../records/rows.ts';
import { definedKeys } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import type { Path } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';
import { Point } from '../values/point.ts';
import { LocationAlsoIn } from './area.entity.ts';
import { saveOverlaps } from './areas.ts';
import { Location } from './location.entity.ts';
import type { UpdateLocationInput } from './location.inputs.ts';

export type ParsedLocation = ReturnType<typeof parseLocation>;

/** Turns the input of a location into the values of its rows. What is left out is undefined. */
export function parseLocation(parser: InputParser, input: UpdateLocationInput, path: Path) {
  const at = (field: keyof UpdateLocationInput) => [...path, field];
  const { kind, geoPrecision, geometry, point } = input;
  parser.refuseNull(input, ['kind', 'names'], path);
  return {
    path,
    columns: definedKeys({
      kind,
      geoPrecision,
      geometry,
      parentId: parser.reference(input, ['parent', 'parentId'], 'Location', path),
      point: point === null ? absent(Point) : point && { lat: point.lat, lon: point.lon },
    }),
    names: parseNames(parser, input.names, at('names')),
    alsoIn: parser.referenceList(input, ['alsoIn', 'alsoInIds'], 'Location', path),
    overlaps: parser.referenceList(input, ['overlaps', 'overlapIds'], 'Location', path),
    alsoInField: fieldIn(input, ['alsoIn', 'alsoInIds']),
    overlapsField: fieldIn(input, ['overlaps', 'overlapIds']),
    externalIds: parseExternalIds(parser, 'Location', input.externalIds, at('externalIds')),
  };
}

/** Saves a new location. */
export async function insertLocation(
  tx: Tx,
  key: string,
  location: ParsedLocation,
): Promise<RecordKey> {
  const name = shownName(location.names ?? []);
  rowsOf(tx, Location).insert([{ id: key, name, point: absent(Point), ...location.columns }]);
  return saveLocationLists(tx, key, location);
}

/** Saves the lists of a location whose own row is saved. An undefined list stays as it is. */
export async function saveLocationLists(
  tx: Tx,
  key: string,
  location: ParsedLocation,
): Promise<RecordKey> {
  await saveNames(tx, 'Location', key, location.names);
  await saveExternalIds(tx, 'Location', key, location.externalIds);
  const areas = location.alsoIn?.map((areaId) => ({ areaId }));
  const list = { recordId: idOf('Location', key), field: location.alsoInField };
  await replaceList(tx, LocationAlsoIn, { locationId: key }, areas, list);
  await saveOverlaps(tx, key, location);
  return new RecordKey('Location', key);
}
