import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { resolveReferences } from '../records/references.ts';
import { replaceList } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { definedKeys, lockRecord } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { idOf, newKey } from '../values/ids.ts';
import { Point } from '../values/point.ts';
import { LocationAlsoIn } from './area.entity.ts';
import { checkAreas, saveOverlaps } from './areas.ts';
import { Location } from './location.entity.ts';
import type { CreateLocationInput, UpdateLocationInput } from './location.inputs.ts';

export type ParsedLocation = ReturnType<typeof parseLocation>;

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createLocation(
  tx: Tx,
  input: CreateLocationInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = newKey();
  const location = parseLocation(parser, input);
  await resolveReferences(tx, parser);
  await checkAreas(tx, parser, key, location);
  parser.issues.throwIfAny();
  const name = shownName(location.names ?? []);
  await tx.manager.insert(Location, {
    id: key,
    name,
    point: absent(Point),
    ...location.columns,
  });
  return saveLists(tx, key, location);
}

/**
 * An omitted field keeps its value, null clears it, and a list replaces the whole list.
 * @throws Refusal naming every invalid field; NOT_FOUND; CONFLICT if `expectedVersion` is stale.
 */
export async function updateLocation(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateLocationInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Location', id, expectedVersion);
  const location = parseLocation(parser, input);
  await resolveReferences(tx, parser, key);
  await checkAreas(tx, parser, key, location);
  parser.issues.throwIfAny();
  if (Object.keys(location.columns).length > 0)
    await tx.manager.update(Location, key, location.columns);
  return saveLists(tx, key, location);
}

/** Changes the location that has this external id, or creates it. */
export const upsertLocation = upsertOf<CreateLocationInput>(
  'Location',
  createLocation,
  updateLocation,
);

function parseLocation(parser: InputParser, input: UpdateLocationInput) {
  const at = (field: keyof UpdateLocationInput) => [...inputPath, field];
  const { kind, geoPrecision, geometry, point } = input;
  parser.refuseNull(input, ['kind', 'names'], inputPath);
  return {
    columns: definedKeys({
      kind,
      geoPrecision,
      geometry,
      parentId: parser.optionalKey(input.parentId, 'Location', at('parentId')),
      point: point === null ? absent(Point) : point && { lat: point.lat, lon: point.lon },
    }),
    names: parseNames(parser, input.names, at('names')),
    alsoIn: parser.keys(input.alsoInIds, 'Location', at('alsoInIds')),
    overlaps: parser.keys(input.overlapIds, 'Location', at('overlapIds')),
    externalIds: parseExternalIds(parser, 'Location', input.externalIds, at('externalIds')),
  };
}

async function saveLists(tx: Tx, key: string, location: ParsedLocation): Promise<RecordKey> {
  await saveNames(tx, 'Location', key, location.names);
  await saveExternalIds(tx, 'Location', key, location.externalIds);
  const areas = location.alsoIn?.map((areaId) => ({ areaId }));
  const list = { recordId: idOf('Location', key), field: 'alsoInIds' };
  await replaceList(tx, LocationAlsoIn, { locationId: key }, areas, list);
  await saveOverlaps(tx, key, location.overlaps);
  return new RecordKey('Location', key);
}
