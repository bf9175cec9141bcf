import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { checkProtectionChange } from '../records/protection.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { lockRecord } from '../records/writing.ts';
import { insertNewRecords, readReferences } from '../reports/new-records.ts';
import { newKey } from '../values/ids.ts';
import { Source } from './source.entity.ts';
import type { CreateSourceInput, UpdateSourceInput } from './source.inputs.ts';
import { insertSource, parseSource, saveSourceLists } from './source.write.ts';

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createSource(
  tx: Tx,
  input: CreateSourceInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const newRecords = await readReferences(tx, parser);
  const source = parseSource(parser, input, inputPath);
  await resolveReferences(tx, parser);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  return insertSource(tx, newKey(), source);
}

/**
 * An omitted field keeps its value, null clears it, and a list replaces the whole list.
 * @throws Refusal naming every invalid field; NOT_FOUND; CONFLICT if `expectedVersion` is stale.
 */
export async function updateSource(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateSourceInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Source', id, expectedVersion);
  const newRecords = await readReferences(tx, parser);
  const source = parseSource(parser, input, inputPath);
  await resolveReferences(tx, parser, key);
  parser.issues.throwIfAny();
  if (input.protection !== undefined)
    await checkProtectionChange(tx, key, input.protection, [...inputPath, 'protection']);
  await insertNewRecords(tx, newRecords);
  await rowsOf(tx, Source).update([{ id: key, ...source.columns }]);
  return saveSourceLists(tx, key, source);
}

/** Changes the source that has this external id, or creates it. */
export const upsertSource = upsertOf<CreateSourceInput>('Source', createSource, updateSource);
