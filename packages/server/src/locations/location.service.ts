import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { setNames, shownName } from '../records/names.ts';
import { upsertOf } from '../records/upsert.ts';
import {
  checkReferences,
  definedKeys,
  keyOrNull,
  lockRecord,
  replaceList,
} from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { Point } from '../values/point.ts';
import { LocationAlsoIn, LocationOverlap } from './area.entity.ts';
import { Location } from './location.entity.ts';
import type { CreateLocationInput, UpdateLocationInput } from './location.inputs.ts';

const root: Path = ['input'];

export async function createLocation(
  tx: Tx,
  input: CreateLocationInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = newKey();
  const row = await rowOf(tx, key, input, path);
  await tx.manager.insert(Location, {
    id: key,
    name: shownName(input.names, [...path, 'names']),
    point: absent(Point),
    ...row,
  });
  await setLists(tx, key, input, path);
  return new RecordKey('Location', key);
}

export async function updateLocation(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateLocationInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Location', id, expectedVersion);
  const row = await rowOf(tx, key, input, path);
  if (Object.keys(row).length > 0) await tx.manager.update(Location, key, row);
  await setLists(tx, key, input, path);
  return new RecordKey('Location', key);
}

export const upsertLocation = upsertOf<CreateLocationInput>(
  'Location',
  createLocation,
  updateLocation,
);

async function rowOf(tx: Tx, key: string, input: UpdateLocationInput, path: Path) {
  for (const each of ['kind', 'names'] as const)
    if (input[each] === null)
      throw badInput({ path: [...path, each], message: `${each} cannot be cleared.` });
  const listed = (list: 'alsoInIds' | 'overlapIds') =>
    (input[list] ?? []).map((id, i) => ({
      type: 'Location' as const,
      id,
      path: [...path, list, i],
    }));
  await checkReferences(tx, [
    { type: 'Location', id: input.parentId, path: [...path, 'parentId'] },
    ...listed('alsoInIds'),
    ...listed('overlapIds'),
  ]);
  const row = definedKeys({
    kind: input.kind,
    geoPrecision: input.geoPrecision,
    geometry: input.geometry,
    parentId: keyOrNull(input.parentId, 'Location', [...path, 'parentId']),
    point:
      input.point === null
        ? absent(Point)
        : input.point && { lat: input.point.lat, lon: input.point.lon },
  });
  await refuseCycles(tx, key, input, path);
  return row;
}

/** A place cannot lie inside itself (the database refuses it too, but cannot name the field), nor inside what it overlaps. */
async function refuseCycles(
  tx: Tx,
  key: string,
  input: UpdateLocationInput,
  path: Path,
): Promise<void> {
  const areas = [
    ...(input.parentId == null ? [] : [{ id: input.parentId, path: [...path, 'parentId'] }]),
    ...(input.alsoInIds ?? []).map((id, i) => ({ id, path: [...path, 'alsoInIds', i] })),
  ];
  for (const area of areas) {
    const [{ inside, overlaps }] = await tx.manager.query(
      `select exists (select from location_within where location_id = $1 and ancestor_id = $2) as inside, exists (
         select from location_within w join location_overlap o on o.low_id = w.ancestor_id and o.high_id = $2 or o.high_id = w.ancestor_id and o.low_id = $2
         where w.location_id = $1) as overlaps`,
      [keyOf(area.id, 'Location', area.path), key],
    );
    if (inside)
      throw badInput({
        path: area.path,
        message: `${area.id} lies inside this place, or is it: a place cannot lie inside itself.`,
      });
    if (overlaps && input.overlapIds === undefined) {
      throw badInput({
        path: area.path,
        message: `This place overlaps ${area.id}, or what contains it: change overlapIds with it.`,
      });
    }
  }
}

async function setLists(
  tx: Tx,
  key: string,
  input: UpdateLocationInput,
  path: Path,
): Promise<void> {
  await setNames(tx, 'Location', key, input.names, [...path, 'names']);
  await setExternalIds(tx, 'Location', key, input.externalIds, [...path, 'externalIds']);
  if (input.alsoInIds !== undefined) {
    await replaceList(
      tx,
      LocationAlsoIn,
      { locationId: key },
      distinct(input.alsoInIds, [...path, 'alsoInIds']).map((areaId) => ({ areaId })),
    );
  }
  if (input.overlapIds !== undefined)
    await setOverlaps(tx, key, distinct(input.overlapIds, [...path, 'overlapIds']), path);
}

async function setOverlaps(
  tx: Tx,
  key: string,
  others: readonly string[],
  path: Path,
): Promise<void> {
  if (others.includes(key))
    throw badInput({ path: [...path, 'overlapIds'], message: 'A place does not overlap itself.' });
  const [nested] = await tx.manager.query(
    'select from location_within where (location_id = $1 and ancestor_id = any($2::uuid[])) or (ancestor_id = $1 and location_id = any($2::uuid[]))',
    [key, others],
  );
  if (nested)
    throw badInput({
      path: [...path, 'overlapIds'],
      message:
        'One of them contains the other; overlapping areas share ground, neither containing the other.',
    });
  const { manager } = tx;
  const present = await manager.find(LocationOverlap, { where: [{ lowId: key }, { highId: key }] });
  const pairs = others.map((other) =>
    other < key ? { lowId: other, highId: key } : { lowId: key, highId: other },
  );
  const same =
    (one: { lowId: string; highId: string }) => (other: { lowId: string; highId: string }) =>
      one.lowId === other.lowId && one.highId === other.highId;
  for (const { lowId, highId } of present.filter((each) => !pairs.some(same(each))))
    await manager.delete(LocationOverlap, { lowId, highId });
  const fresh = pairs.filter((pair) => !present.some(same(pair)));
  if (fresh.length > 0) await manager.insert(LocationOverlap, fresh);
}

const distinct = (ids: readonly string[] | null | undefined, path: Path): string[] => [
  ...new Set((ids ?? []).map((id, i) => keyOf(id, 'Location', [...path, i]))),
];
