import { Ref } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { setNames, shownName } from '../records/names.ts';
import { upsertion } from '../records/upsert.ts';
import { checkReferences, given, lock } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { FuzzyInterval, fuzzyInterval } from '../values/fuzzy-date.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { Faction } from './faction.entity.ts';
import type { CreateFactionInput, FactionRelationInput, UpdateFactionInput } from './faction.inputs.ts';
import { FactionRelation, RelationClaim } from './faction-relation.entity.ts';

const root: Path = ['input'];

export async function createFaction(tx: Tx, input: CreateFactionInput, path: Path = root): Promise<Ref> {
  const key = newKey();
  await tx.manager.insert(Faction, { id: key, name: shownName(input.names, [...path, 'names']), ...rowOf(input, path) });
  await setLists(tx, key, input, path);
  return new Ref('Faction', key);
}

export async function updateFaction(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateFactionInput,
  path: Path = root,
): Promise<Ref> {
  const key = await lock(tx, 'Faction', id, expectedVersion);
  const row = rowOf(input, path);
  if (Object.keys(row).length > 0) await tx.manager.update(Faction, key, row);
  await setLists(tx, key, input, path);
  return new Ref('Faction', key);
}

export const upsertFaction = upsertion<CreateFactionInput>('Faction', createFaction, updateFaction);

/** Writes down how one faction is said to stand to another. @throws Refusal without a claim that says so. */
export async function relateFactions(tx: Tx, input: FactionRelationInput, path: Path = root): Promise<Ref> {
  const claims = [...new Set(input.claimIds.map((id, i) => keyOf(id, 'Claim', [...path, 'claimIds', i])))];
  if (claims.length === 0)
    throw badInput({ path: [...path, 'claimIds'], message: 'A relation rests on at least one claim: give the claims that say so.' });
  const [fromId, toId] = [keyOf(input.fromId, 'Faction', [...path, 'fromId']), keyOf(input.toId, 'Faction', [...path, 'toId'])];
  if (fromId === toId) throw badInput({ path: [...path, 'toId'], message: 'A faction cannot stand in a relation to itself.' });
  await checkReferences(tx, [
    { type: 'Faction', id: input.fromId, path: [...path, 'fromId'] },
    { type: 'Faction', id: input.toId, path: [...path, 'toId'] },
    ...input.claimIds.map((id, i) => ({ type: 'Claim' as const, id, path: [...path, 'claimIds', i] })),
  ]);
  const id = newKey();
  const during = input.during ? fuzzyInterval(input.during, [...path, 'during']) : absent(FuzzyInterval);
  await tx.manager.insert(FactionRelation, { id, fromId, toId, kind: input.kind, during });
  await tx.manager.insert(
    RelationClaim,
    claims.map((claimId) => ({ relationId: id, claimId })),
  );
  return new Ref('FactionRelation', id);
}

function rowOf(input: UpdateFactionInput, path: Path) {
  for (const key of ['kind', 'names', 'collective'] as const)
    if (input[key] === null) throw badInput({ path: [...path, key], message: `${key} cannot be cleared.` });
  const { kind, collective } = input;
  return given({ kind, collective });
}

async function setLists(tx: Tx, key: string, input: UpdateFactionInput, path: Path): Promise<void> {
  await setNames(tx, 'Faction', key, input.names, [...path, 'names']);
  await setExternalIds(tx, 'Faction', key, input.externalIds, [...path, 'externalIds']);
}
