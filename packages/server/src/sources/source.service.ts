import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { markIdentified, warnOfProtection } from '../records/protection.ts';
import { resolveReferences } from '../records/references.ts';
import { upsertOf } from '../records/upsert.ts';
import { definedKeys, lockRecord } from '../records/writing.ts';
import { newKey } from '../values/ids.ts';
import { Source } from './source.entity.ts';
import type { CreateSourceInput, UpdateSourceInput } from './source.inputs.ts';

type ParsedSource = ReturnType<typeof parseSource>;

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createSource(
  tx: Tx,
  input: CreateSourceInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const source = parseSource(parser, input);
  await resolveReferences(tx, parser);
  parser.issues.throwIfAny();
  const key = newKey();
  const name = shownName(source.names ?? []);
  await tx.manager.insert(Source, { id: key, name, ...source.columns });
  return saveLists(tx, key, source);
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
  const source = parseSource(parser, input);
  await resolveReferences(tx, parser, key);
  parser.issues.throwIfAny();
  if (Object.keys(source.columns).length > 0) await tx.manager.update(Source, key, source.columns);
  return saveLists(tx, key, source);
}

/** Changes the source that has this external id, or creates it. */
export const upsertSource = upsertOf<CreateSourceInput>('Source', createSource, updateSource);

function parseSource(parser: InputParser, input: UpdateSourceInput) {
  const at = (field: keyof UpdateSourceInput) => [...inputPath, field];
  const { kind, role, protection } = input;
  parser.refuseNull(input, ['kind', 'names', 'protection'], inputPath);
  const basedInId = parser.optionalKey(input.basedInId, 'Location', at('basedInId'));
  return {
    columns: definedKeys({ kind, role, protection, basedInId }),
    names: parseNames(parser, input.names, at('names')),
    externalIds: parseExternalIds(parser, 'Source', input.externalIds, at('externalIds')),
  };
}

async function saveLists(tx: Tx, key: string, source: ParsedSource): Promise<RecordKey> {
  await saveNames(tx, 'Source', key, source.names);
  await saveExternalIds(tx, 'Source', key, source.externalIds);
  if (source.names) await markIdentified(tx, key);
  await warnOfProtection(tx, key);
  return new RecordKey('Source', key);
}
