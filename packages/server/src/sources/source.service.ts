import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { setNames, shownName } from '../records/names.ts';
import { upsertOf } from '../records/upsert.ts';
import { checkReferences, definedKeys, keyOrNull, lockRecord } from '../records/writing.ts';
import { badInput, type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { Source } from './source.entity.ts';
import type { CreateSourceInput, UpdateSourceInput } from './source.inputs.ts';

const root: Path = ['input'];

export async function createSource(
  tx: Tx,
  input: CreateSourceInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = newKey();
  const row = await rowOf(tx, input, path);
  await tx.manager.insert(Source, {
    id: key,
    name: shownName(input.names, [...path, 'names']),
    ...row,
  });
  await setLists(tx, key, input, path);
  return new RecordKey('Source', key);
}

export async function updateSource(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateSourceInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Source', id, expectedVersion);
  const row = await rowOf(tx, input, path);
  if (Object.keys(row).length > 0) await tx.manager.update(Source, key, row);
  await setLists(tx, key, input, path);
  return new RecordKey('Source', key);
}

export const upsertSource = upsertOf<CreateSourceInput>('Source', createSource, updateSource);

async function rowOf(tx: Tx, input: UpdateSourceInput, path: Path) {
  for (const key of ['kind', 'names', 'protection'] as const)
    if (input[key] === null)
      throw badInput({ path: [...path, key], message: `${key} cannot be cleared.` });
  await checkReferences(tx, [
    { type: 'Location', id: input.basedInId, path: [...path, 'basedInId'] },
  ]);
  const { kind, role, protection } = input;
  return definedKeys({
    kind,
    role,
    protection,
    basedInId: keyOrNull(input.basedInId, 'Location', [...path, 'basedInId']),
  });
}

async function setLists(tx: Tx, key: string, input: UpdateSourceInput, path: Path): Promise<void> {
  await setNames(tx, 'Source', key, input.names, [...path, 'names']);
  await setExternalIds(tx, 'Source', key, input.externalIds, [...path, 'externalIds']);
}
