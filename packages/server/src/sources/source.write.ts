import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { type IdentityChange, insertSealed, isSealed } from '../identity/sealed-source.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import type { InputParser } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { markIdentified } from '../records/protection.ts';
import { rowsOf } from '../records/rows.ts';
import { definedKeys } from '../records/writing.ts';
import { badInput, type Path } from '../values/errors.ts';
import { Source } from './source.entity.ts';
import type { UpdateSourceInput } from './source.inputs.ts';

export type ParsedSource = ReturnType<typeof parseSource>;

/** Turns the input of a source into the values of its rows. What is left out is undefined. */
export function parseSource(parser: InputParser, input: UpdateSourceInput, path: Path) {
  const at = (field: keyof UpdateSourceInput) => [...path, field];
  const { kind, role, protection, identityNotes: notes } = input;
  parser.refuseNull(input, ['kind', 'names', 'protection'], path);
  if (isSealed(protection)) refuseNewRecords(parser, input, path);
  const basedInId = parser.reference(input, ['basedIn', 'basedInId'], 'Location', path);
  return {
    columns: definedKeys({ kind, role, protection, basedInId }),
    names: parseNames(parser, input.names, at('names')),
    externalIds: parseExternalIds(parser, 'Source', input.externalIds, at('externalIds')),
    notes,
    path,
  };
}

/**
 * Refuses references to new records in what will be sealed: a record that was created by the same
 * write, at the same time, would say who the source is.
 */
export function refuseNewRecords(
  { issues }: InputParser,
  { basedIn, names }: UpdateSourceInput,
  path: Path,
): void {
  if (basedIn?.new) issues.add([...path, 'basedIn', 'new'], newBesideSealed);
  for (const [i, { source }] of names?.entries() ?? [])
    if (source?.new) issues.add([...path, 'names', i, 'source', 'new'], newBesideSealed);
}

export const newBesideSealed =
  'A record that is created together with a protected source, or with its names, would say who ' +
  'it is. Create it in an earlier write, and refer to it by its id.';

/** What an input says of who the source is. */
export const identityOf = ({
  columns: { role, basedInId },
  names,
  externalIds,
  notes,
}: ParsedSource): IdentityChange => ({ names, role, basedInId, externalIds, notes });

/** Saves a new source. Who a protected one is goes into no table, but is sealed. */
export async function insertSource(tx: Tx, key: string, source: ParsedSource): Promise<RecordKey> {
  const { kind, protection } = source.columns;
  if (!isSealed(protection)) {
    const name = shownName(source.names ?? []);
    rowsOf(tx, Source).insert([{ id: key, name, ...source.columns }]);
    return savePublicLists(tx, key, source);
  }
  await insertSealed(tx, key, identityOf(source), (name) =>
    rowsOf(tx, Source).insert([{ id: key, name, kind, protection }]),
  );
  return new RecordKey('Source', key);
}

/** Saves the lists of a public source whose row is saved. An undefined list stays as it is. */
export async function savePublicLists(
  tx: Tx,
  key: string,
  { names, externalIds, notes, path }: ParsedSource,
): Promise<RecordKey> {
  if (notes != null)
    throw badInput({
      path: [...path, 'identityNotes'],
      message: 'Only a protected source has these notes. What is public is in its other fields.',
    });
  await saveNames(tx, 'Source', key, names);
  await saveExternalIds(tx, 'Source', key, externalIds);
  if (names) await markIdentified(tx, key);
  return new RecordKey('Source', key);
}
