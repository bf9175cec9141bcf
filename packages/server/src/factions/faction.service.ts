import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { setNames, shownName } from '../records/names.ts';
import { upsertOf } from '../records/upsert.ts';
import { definedKeys, lockRecord } from '../records/writing.ts';
import { badInput, type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { Faction } from './faction.entity.ts';
import type { CreateFactionInput, UpdateFactionInput } from './faction.inputs.ts';

const root: Path = ['input'];

export async function createFaction(
  tx: Tx,
  input: CreateFactionInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = newKey();
  await tx.manager.insert(Faction, {
    id: key,
    name: shownName(input.names, [...path, 'names']),
    ...rowOf(input, path),
  });
  await setLists(tx, key, input, path);
  return new RecordKey('Faction', key);
}

export async function updateFaction(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateFactionInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Faction', id, expectedVersion);
  const row = rowOf(input, path);
  if (Object.keys(row).length > 0) await tx.manager.update(Faction, key, row);
  await setLists(tx, key, input, path);
  return new RecordKey('Faction', key);
}

export const upsertFaction = upsertOf<CreateFactionInput>('Faction', createFaction, updateFaction);

function rowOf(input: UpdateFactionInput, path: Path) {
  for (const key of ['kind', 'names', 'collective'] as const)
    if (input[key] === null)
      throw badInput({ path: [...path, key], message: `${key} cannot be cleared.` });
  const { kind, collective } = input;
  return definedKeys({ kind, collective });
}

async function setLists(tx: Tx, key: string, input: UpdateFactionInput, path: Path): Promise<void> {
  await setNames(tx, 'Faction', key, input.names, [...path, 'names']);
  await setExternalIds(tx, 'Faction', key, input.externalIds, [...path, 'externalIds']);
}
