import { Ref } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { setNames, shownName } from '../records/names.ts';
import { upsertion } from '../records/upsert.ts';
import { checkReferences, given, keyOrNull, lock, reason } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { FuzzyInterval, fuzzyInterval } from '../values/fuzzy-date.ts';
import { keyOf, newKey, parseId } from '../values/ids.ts';
import { Affiliation, AffiliationClaim } from './affiliation.entity.ts';
import { Rating } from './rating.entity.ts';
import { Source } from './source.entity.ts';
import type { AffiliationInput, CreateSourceInput, RatingInput, UpdateSourceInput } from './source.inputs.ts';

const root: Path = ['input'];

export async function createSource(tx: Tx, input: CreateSourceInput, path: Path = root): Promise<Ref> {
  const key = newKey();
  const row = await rowOf(tx, input, path);
  await tx.manager.insert(Source, { id: key, name: shownName(input.names, [...path, 'names']), ...row });
  await setLists(tx, key, input, path);
  return new Ref('Source', key);
}

export async function updateSource(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateSourceInput,
  path: Path = root,
): Promise<Ref> {
  const key = await lock(tx, 'Source', id, expectedVersion);
  const row = await rowOf(tx, input, path);
  if (Object.keys(row).length > 0) await tx.manager.update(Source, key, row);
  await setLists(tx, key, input, path);
  return new Ref('Source', key);
}

export const upsertSource = upsertion<CreateSourceInput>('Source', createSource, updateSource);

/** Judges a source's reliability; the former judgements stay. */
export async function rateSource(tx: Tx, id: string, { reliability, rationale }: RatingInput): Promise<Ref> {
  const why = reason(rationale, [...root, 'rationale']);
  const key = await lock(tx, 'Source', id, undefined, ['sourceId']);
  await tx.manager.insert(Rating, { id: newKey(), sourceId: key, reliability, rationale: why, by: tx.by });
  await tx.manager.update(Source, key, { reliability });
  return new Ref('Source', key);
}

/** Writes down that a source is said to belong to a faction or another source. */
export async function affiliateSource(tx: Tx, input: AffiliationInput, path: Path = root): Promise<Ref> {
  const to = parseId(input.toId, [...path, 'toId']);
  const party = keyOf(input.toId, ['Faction', 'Source'], [...path, 'toId']);
  const toFaction = to.type === 'Faction';
  const sourceId = keyOf(input.sourceId, 'Source', [...path, 'sourceId']);
  if (party === sourceId) throw badInput({ path: [...path, 'toId'], message: 'A source cannot belong to itself.' });
  await checkReferences(tx, [
    { type: 'Source', id: input.sourceId, path: [...path, 'sourceId'] },
    { type: toFaction ? 'Faction' : 'Source', id: input.toId, path: [...path, 'toId'] },
    ...input.claimIds.map((id, i) => ({ type: 'Claim' as const, id, path: [...path, 'claimIds', i] })),
  ]);
  const id = newKey();
  await tx.manager.insert(Affiliation, {
    id,
    sourceId,
    toFactionId: toFaction ? party : null,
    toSourceId: toFaction ? null : party,
    role: input.role ?? null,
    during: input.during ? fuzzyInterval(input.during, [...path, 'during']) : absent(FuzzyInterval),
  });
  const claims = [...new Set(input.claimIds.map((claim, i) => keyOf(claim, 'Claim', [...path, 'claimIds', i])))];
  await tx.manager.insert(
    AffiliationClaim,
    claims.map((claimId) => ({ affiliationId: id, claimId })),
  );
  return new Ref('Affiliation', id);
}

async function rowOf(tx: Tx, input: UpdateSourceInput, path: Path) {
  for (const key of ['kind', 'names', 'protection'] as const)
    if (input[key] === null) throw badInput({ path: [...path, key], message: `${key} cannot be cleared.` });
  await checkReferences(tx, [{ type: 'Location', id: input.basedInId, path: [...path, 'basedInId'] }]);
  const { kind, role, protection } = input;
  return given({ kind, role, protection, basedInId: keyOrNull(input.basedInId, 'Location', [...path, 'basedInId']) });
}

async function setLists(tx: Tx, key: string, input: UpdateSourceInput, path: Path): Promise<void> {
  await setNames(tx, 'Source', key, input.names, [...path, 'names']);
  await setExternalIds(tx, 'Source', key, input.externalIds, [...path, 'externalIds']);
}
