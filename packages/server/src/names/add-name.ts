import type { Tx } from '../history/write.ts';
import { addSealedName } from '../identity/sealed-source.ts';
import { InputParser } from '../records/input-parser.ts';
import { Name } from '../records/name.entity.ts';
import type { NameInput } from '../records/name.inputs.ts';
import { maxNames, ownerProperty, parseName } from '../records/names.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { insertNewRecords, readReferences } from '../reports/new-records.ts';
import { newBesideSealed } from '../sources/source.write.ts';
import { newKey } from '../values/ids.ts';
import { type NamedType, recordTypes } from '../values/record-types.ts';

/**
 * Adds one name after the others of a record, which is locked.
 * @throws Refusal that names every problem of the name.
 */
export async function addName(
  tx: Tx,
  type: NamedType,
  key: string,
  input: NameInput,
): Promise<void> {
  const path = ['name'];
  const parser = new InputParser({ name: input });
  const newRecords = await readReferences(tx, parser);
  const name = parseName(parser, input, path);
  await resolveReferences(tx, parser);
  const [{ count, next }] = await tx.manager.query(
    `select count(*)::int as count, coalesce(max(position), -1) + 1 as next from name
     where ${recordTypes[type].keyColumn} = $1`,
    [key],
  );
  if (count >= maxNames) parser.issues.add(path, `A record may have at most ${maxNames} names.`);
  const isSecret = type === 'Source' && (await isProtected(tx, key));
  if (isSecret && input.source?.new) parser.issues.add([...path, 'source', 'new'], newBesideSealed);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  if (isSecret) return addSealedName(tx, key, name);
  rowsOf(tx, Name).insert([{ id: newKey(), ...name, position: next, [ownerProperty[type]]: key }]);
}

async function isProtected({ query }: Tx, key: string): Promise<boolean> {
  const found = await query(`select from source where id = $1 and protection <> 'PUBLIC'`, [key]);
  return found.length > 0;
}
