import type { Tx } from '../history/write.ts';
import type { Path } from '../values/errors.ts';
import { idOf, newKey } from '../values/ids.ts';
import type { NamedType } from '../values/record-types.ts';
import type { InputParser } from './input-parser.ts';
import { Name, NameKind } from './name.entity.ts';
import type { NameInput } from './name.inputs.ts';
import { rowsOf } from './rows.ts';
import { warnIfShortened } from './warn-shortened.ts';

/** The most names of a record. */
export const maxNames = 200;

/** The property of `Name` that holds the key of the record that has the name. */
export const ownerProperty = {
  Source: 'ofSourceId',
  Faction: 'ofFactionId',
  Location: 'ofLocationId',
} as const satisfies Record<NamedType, keyof Name>;

export type ParsedName = Pick<
  Name,
  'text' | 'kind' | 'language' | 'script' | 'scheme' | 'sourceId' | 'during'
>;

/**
 * The name that a record goes by: the first PRIMARY one, else the first. The database maintains it
 * by the same rule (`keep_names`).
 */
export const shownName = <N extends { kind?: string; text?: string }>(
  names: readonly N[],
): string | undefined => (names.find(({ kind }) => kind === NameKind.PRIMARY) ?? names[0])?.text;

/** Parses all names of a record. One of them must be PRIMARY. */
export function parseNames(
  parser: InputParser,
  inputs: readonly NameInput[] | null | undefined,
  path: Path,
): ParsedName[] | undefined {
  if (inputs == null) return undefined;
  if (!inputs.some(({ kind }) => kind === NameKind.PRIMARY))
    parser.issues.add(path, 'One name must be of kind PRIMARY, because that name is displayed.');
  if (inputs.length > maxNames)
    parser.issues.add(path, `A record may have at most ${maxNames} names.`);
  return inputs.map((input, i) => parseName(parser, input, [...path, i]));
}

export const parseName = (parser: InputParser, input: NameInput, path: Path): ParsedName => ({
  text: input.text,
  kind: input.kind,
  language: input.language ?? null,
  script: input.script ?? null,
  scheme: input.scheme ?? null,
  sourceId: parser.reference(input, ['source', 'sourceId'], 'Source', path) ?? null,
  during: parser.interval(input.during ?? null, [...path, 'during']) ?? null,
});

/** Makes these the record’s names. A name that it has already, word for word, keeps its id. */
export async function saveNames(
  tx: Tx,
  type: NamedType,
  key: string,
  names: readonly ParsedName[] | undefined,
): Promise<void> {
  if (!names) return;
  const rows = rowsOf(tx, Name);
  const owner = { [ownerProperty[type]]: key };
  const present = await rows.find(owner);
  const list = { recordId: idOf(type, key), field: 'names' };
  warnIfShortened(tx, list, present.length, names.length);
  const numbered = names.map((name, position) => {
    const same = present.findIndex(
      ({ text, kind, language }) =>
        text === name.text && kind === name.kind && language === name.language,
    );
    const [known] = same < 0 ? [] : present.splice(same, 1);
    return { known, row: { id: known?.id ?? newKey(), ...name, position, ...owner } };
  });
  await rows.update(numbered.filter(({ known }) => known).map(({ row }) => row));
  rows.insert(numbered.filter(({ known }) => !known).map(({ row }) => row));
  await rows.delete(present);
}
