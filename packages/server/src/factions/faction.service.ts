import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { lockRecord } from '../records/writing.ts';
import { insertNewRecords, readReferences } from '../reports/new-records.ts';
import { newKey } from '../values/ids.ts';
import { Faction } from './faction.entity.ts';
import type { CreateFactionInput, UpdateFactionInput } from './faction.inputs.ts';
import { insertFaction, parseFaction, saveFactionLists } from './faction.write.ts';

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createFaction(
  tx: Tx,
  input: CreateFactionInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const newRecords = await readReferences(tx, parser);
  const faction = parseFaction(parser, input, inputPath);
  await resolveReferences(tx, parser);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  return insertFaction(tx, newKey(), faction);
}

/**
 * An omitted field keeps its value, null clears it, and a list replaces the whole list.
 * @throws Refusal naming every invalid field; NOT_FOUND; CONFLICT if `expectedVersion` is stale.
 */
export async function updateFaction(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateFactionInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Faction', id, expectedVersion);
  const newRecords = await readReferences(tx, parser);
  const faction = parseFaction(parser, input, inputPath);
  await resolveReferences(tx, parser, key);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  await rowsOf(tx, Faction).update([{ id: key, ...faction.columns }]);
  return saveFactionLists(tx, key, faction);
}

/** Changes the faction that has this external id, or creates it. */
export const upsertFaction = upsertOf<CreateFactionInput>('Faction', createFaction, updateFaction);
