import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { changeProtection } from '../identity/change-protection.ts';
import type { NamedTexts } from '../identity/named-texts.ts';
import { isSealed, refuseErased, updateSealed } from '../identity/sealed-source.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { checkProtectionChange } from '../records/protection.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { definedKeys, lockRecord } from '../records/writing.ts';
import { insertNewRecords, readReferences } from '../reports/new-records.ts';
import { badInput } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { Source } from './source.entity.ts';
import type { CreateSourceInput, UpdateSourceInput } from './source.inputs.ts';
import {
  identityOf,
  insertSource,
  parseSource,
  refuseNewRecords,
  savePublicLists,
} from './source.write.ts';

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

/** What an update of a source did. */
interface UpdatedSource {
  source: RecordKey;
  /** If it protected the source: where free text names it. */
  named?: NamedTexts;
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
  { rationale, parser = new InputParser({ input }) }: UpdateOptions = {},
): Promise<UpdatedSource> {
  const key = await lockRecord(tx, 'Source', id, expectedVersion);
  await refuseErased(tx, key, ['id']);
  const newRecords = await readReferences(tx, parser);
  const source = parseSource(parser, input, inputPath);
  await resolveReferences(tx, parser, key);
  parser.issues.throwIfAny();
  const path = [...inputPath, 'protection'];
  const change = await checkProtectionChange(tx, key, input.protection, path);
  if (isSealed(change.to) && !isSealed(input.protection)) {
    refuseNewRecords(parser, input, inputPath);
    parser.issues.throwIfAny();
  }
  await insertNewRecords(tx, newRecords);
  const { key: changed, named } = await changeProtection(tx, key, change, { rationale, path });
  if (isSealed(change.to)) {
    await rowsOf(tx, Source).update([{ id: changed, ...definedKeys({ kind: input.kind }) }]);
    await updateSealed(tx, changed, identityOf(source));
    return { source: new RecordKey('Source', changed), ...(named && { named }) };
  }
  const { protection: _, ...columns } = source.columns;
  await rowsOf(tx, Source).update([{ id: key, ...columns }]);
  return { source: await savePublicLists(tx, key, source) };
}

interface UpdateOptions {
  /** Why it is changed. Lowering the protection needs a reason. */
  rationale?: string | null | undefined;
  parser?: InputParser;
}

const upsert = upsertOf<CreateSourceInput>(
  'Source',
  createSource,
  async (tx, id, expectedVersion, input, parser) =>
    (await updateSource(tx, id, expectedVersion, input, parser && { parser })).source,
);

/** Changes the public source that has this external id, or creates it. */
export const upsertSource: typeof upsert = (tx, externalId, input, rationale) => {
  if (isSealed(input.protection))
    throw badInput({
      path: [...inputPath, 'protection'],
      message:
        'An upsert finds a source by its external id, and those of a protected source are ' +
        'secret. Use createSource, or updateSource with the id.',
    });
  return upsert(tx, externalId, input, rationale);
};
