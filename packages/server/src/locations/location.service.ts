import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { lockRecord } from '../records/writing.ts';
import { insertNewRecords, readReferences } from '../reports/new-records.ts';
import { newKey } from '../values/ids.ts';
import { checkAreas } from './areas.ts';
import { Location } from './location.entity.ts';
import type { CreateLocationInput, UpdateLocationInput } from './location.inputs.ts';
import { insertLocation, parseLocation, saveLocationLists } from './location.write.ts';

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createLocation(
  tx: Tx,
  input: CreateLocationInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = newKey();
  const newRecords = await readReferences(tx, parser);
  const location = parseLocation(parser, input, inputPath);
  await resolveReferences(tx, parser);
  await checkAreas(tx, parser, key, location);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  if (newRecords.length > 0) await checkNewAreas(tx, parser, key, location);
  return insertLocation(tx, key, location);
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
  const newRecords = await readReferences(tx, parser);
  const location = parseLocation(parser, input, inputPath);
  await resolveReferences(tx, parser, key);
  await checkAreas(tx, parser, key, location);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  if (newRecords.length > 0) await checkNewAreas(tx, parser, key, location);
  await rowsOf(tx, Location).update([{ id: key, ...location.columns }]);
  return saveLocationLists(tx, key, location);
}

/** Checks the areas again: some of them were just created. */
async function checkNewAreas(...args: Parameters<typeof checkAreas>): Promise<void> {
  await checkAreas(...args);
  const [, { issues }] = args;
  issues.throwIfAny();
}

/** Changes the location that has this external id, or creates it. */
export const upsertLocation = upsertOf<CreateLocationInput>(
  'Location',
  createLocation,
  updateLocation,
);
