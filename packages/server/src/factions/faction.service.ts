import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { resolveReferences } from '../records/references.ts';
import { upsertOf } from '../records/upsert.ts';
import { definedKeys, lockRecord } from '../records/writing.ts';
import { newKey } from '../values/ids.ts';
import { Faction } from './faction.entity.ts';
import type { CreateFactionInput, UpdateFactionInput } from './faction.inputs.ts';

type ParsedFaction = ReturnType<typeof parseFaction>;

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createFaction(
  tx: Tx,
  input: CreateFactionInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const faction = parseFaction(parser, input);
  await resolveReferences(tx, parser);
  parser.issues.throwIfAny();
  const key = newKey();
  const name = shownName(faction.names ?? []);
  await tx.manager.insert(Faction, { id: key, name, ...faction.columns });
  return saveLists(tx, key, faction);
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
  const faction = parseFaction(parser, input);
  await resolveReferences(tx, parser, key);
  parser.issues.throwIfAny();
  if (Object.keys(faction.columns).length > 0)
    await tx.manager.update(Faction, key, faction.columns);
  return saveLists(tx, key, faction);
}

/** Changes the faction that has this external id, or creates it. */
export const upsertFaction = upsertOf<CreateFactionInput>('Faction', createFaction, updateFaction);

function parseFaction(parser: InputParser, input: UpdateFactionInput) {
  const at = (field: keyof UpdateFactionInput) => [...inputPath, field];
  const { kind, collective } = input;
  parser.refuseNull(input, ['kind', 'names', 'collective'], inputPath);
  return {
    columns: definedKeys({ kind, collective }),
    names: parseNames(parser, input.names, at('names')),
    externalIds: parseExternalIds(parser, 'Faction', input.externalIds, at('externalIds')),
  };
}

async function saveLists(tx: Tx, key: string, faction: ParsedFaction): Promise<RecordKey> {
  await saveNames(tx, 'Faction', key, faction.names);
  await saveExternalIds(tx, 'Faction', key, faction.externalIds);
  return new RecordKey('Faction', key);
}
