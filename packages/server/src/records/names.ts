import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Tx } from '../history/write.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { FuzzyInterval, fuzzyInterval } from '../values/fuzzy-date.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { Name, type NameInput, NameKind } from './name.entity.ts';
import { checkReferences } from './writing.ts';

export type NamedType = 'Source' | 'Faction' | 'Location';

const most = 200;
const owner = (type: NamedType) => `of${type}Id` as const;

/** The name that is shown: the first PRIMARY one. @throws Refusal when there is none. */
export function shownName(names: readonly NameInput[] | null | undefined, path: Path): string {
  const shown = names?.find((name) => name.kind === NameKind.PRIMARY);
  if (!shown)
    throw badInput({ path, message: 'One name must be of kind PRIMARY: it is the one to show.' });
  return shown.text;
}

/** Makes these the record's names. Those that are there already, word for word, keep their ids. */
export async function setNames(
  tx: Tx,
  type: NamedType,
  key: string,
  names: readonly NameInput[] | null | undefined,
  path: Path,
): Promise<void> {
  if (names === undefined) return;
  shownName(names, path);
  if (names!.length > most)
    throw badInput({ path, message: `A record may have at most ${most} names.` });
  await checkReferences(
    tx,
    names!.map((name, i) => ({
      type: 'Source',
      id: name.sourceId,
      path: [...path, i, 'sourceId'],
    })),
  );
  const present = await tx.manager.find(Name, {
    where: { [owner(type)]: key },
    order: { position: 'ASC' },
  });
  const left = [...present];
  for (const [position, input] of names!.entries()) {
    const row = rowOf(input, [...path, position]);
    const same = left.findIndex(
      (each) => each.text === row.text && each.kind === row.kind && each.language === row.language,
    );
    const [known] = same < 0 ? [] : left.splice(same, 1);
    if (known)
      await tx.manager.update(Name, known.id, { ...row, position } as QueryDeepPartialEntity<Name>);
    else
      await tx.manager.insert(Name, {
        id: newKey(),
        ...row,
        position,
        [owner(type)]: key,
      } as QueryDeepPartialEntity<Name>);
  }
  if (left.length > 0)
    await tx.manager.delete(
      Name,
      left.map(({ id }) => id),
    );
}

/** Adds one name behind the others. */
export async function addName(
  tx: Tx,
  type: NamedType,
  key: string,
  input: NameInput,
  path: Path,
): Promise<void> {
  await checkReferences(tx, [{ type: 'Source', id: input.sourceId, path: [...path, 'sourceId'] }]);
  const position = await tx.manager.count(Name, { where: { [owner(type)]: key } });
  if (position >= most)
    throw badInput({ path, message: `A record may have at most ${most} names.` });
  const [{ next }] = await tx.manager.query(
    `select coalesce(max(position), -1) + 1 as next from name where ${type.toLowerCase()}_id = $1`,
    [key],
  );
  await tx.manager.insert(Name, {
    id: newKey(),
    ...rowOf(input, path),
    position: next,
    [owner(type)]: key,
  } as QueryDeepPartialEntity<Name>);
}

const rowOf = (input: NameInput, path: Path) => ({
  text: input.text,
  kind: input.kind,
  language: input.language ?? null,
  script: input.script ?? null,
  scheme: input.scheme ?? null,
  sourceId: input.sourceId == null ? null : keyOf(input.sourceId, 'Source', [...path, 'sourceId']),
  during: input.during ? fuzzyInterval(input.during, [...path, 'during']) : absent(FuzzyInterval),
});
