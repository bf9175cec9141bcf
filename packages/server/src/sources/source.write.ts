import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import type { InputParser } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { markIdentified, warnOfProtection } from '../records/protection.ts';
import { rowsOf } from '../records/rows.ts';
import { definedKeys } from '../records/writing.ts';
import type { Path } from '../values/errors.ts';
import { Source } from './source.entity.ts';
import type { UpdateSourceInput } from './source.inputs.ts';

export type ParsedSource = ReturnType<typeof parseSource>;

/** Turns the input of a source into the values of its rows. What is left out is undefined. */
export function parseSource(parser: InputParser, input: UpdateSourceInput, path: Path) {
  const at = (field: keyof UpdateSourceInput) => [...path, field];
  const { kind, role, protection } = input;
  parser.refuseNull(input, ['kind', 'names', 'protection'], path);
  const basedInId = parser.reference(input, ['basedIn', 'basedInId'], 'Location', path);
  return {
    columns: definedKeys({ kind, role, protection, basedInId }),
    names: parseNames(parser, input.names, at('names')),
    externalIds: parseExternalIds(parser, 'Source', input.externalIds, at('externalIds')),
  };
}

/** Saves a new source. */
export async function insertSource(tx: Tx, key: string, source: ParsedSource): Promise<RecordKey> {
  const name = shownName(source.names ?? []);
  rowsOf(tx, Source).insert([{ id: key, name, ...source.columns }]);
  return saveSourceLists(tx, key, source);
}

/** Saves the lists of a source whose own row is saved. An undefined list stays as it is. */
export async function saveSourceLists(
  tx: Tx,
  key: string,
  source: ParsedSource,
): Promise<RecordKey> {
  await saveNames(tx, 'Source', key, source.names);
  await saveExternalIds(tx, 'Source', key, source.externalIds);
  if (source.names) await markIdentified(tx, key);
  await warnOfProtection(tx, key);
  return new RecordKey('Source', key);
}
