import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import type { InputParser } from '../records/input-parser.ts';
import { parseNames, saveNames, shownName } from '../records/names.ts';
import { rowsOf } from '../records/rows.ts';
import { definedKeys } from '../records/writing.ts';
import type { Path } from '../values/errors.ts';
import { Faction } from './faction.entity.ts';
import type { UpdateFactionInput } from './faction.inputs.ts';

export type ParsedFaction = ReturnType<typeof parseFaction>;

/** Turns the input of a faction into the values of its rows. What is left out is undefined. */
export function parseFaction(parser: InputParser, input: UpdateFactionInput, path: Path) {
  const at = (field: keyof UpdateFactionInput) => [...path, field];
  const { kind, collective } = input;
  parser.refuseNull(input, ['kind', 'names', 'collective'], path);
  return {
    columns: definedKeys({ kind, collective }),
    names: parseNames(parser, input.names, at('names')),
    externalIds: parseExternalIds(parser, 'Faction', input.externalIds, at('externalIds')),
  };
}

/** Saves a new faction. */
export async function insertFaction(
  tx: Tx,
  key: string,
  faction: ParsedFaction,
): Promise<RecordKey> {
  const name = shownName(faction.names ?? []);
  rowsOf(tx, Faction).insert([{ id: key, name, ...faction.columns }]);
  return saveFactionLists(tx, key, faction);
}

/** Saves the lists of a faction whose own row is saved. An undefined list stays as it is. */
export async function saveFactionLists(
  tx: Tx,
  key: string,
  faction: ParsedFaction,
): Promise<RecordKey> {
  await saveNames(tx, 'Faction', key, faction.names);
  await saveExternalIds(tx, 'Faction', key, faction.externalIds);
  return new RecordKey('Faction', key);
}
