import type { Tx } from '../history/write.ts';
import { Name } from '../records/name.entity.ts';
import type { ParsedName } from '../records/names.ts';
import { rowsOf, valuesOf } from '../records/rows.ts';
import { conflict, type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { type IdentityContent, noContent, type StoredRow } from './identity-content.ts';
import { openVault } from './vault.ts';

/** What an input says of who a source is. What it leaves out is undefined. */
export interface IdentityChange {
  names?: readonly ParsedName[] | undefined;
  role?: string | null | undefined;
  basedInId?: string | null | undefined;
  externalIds?: readonly { system: string; value: string }[] | undefined;
  notes?: string | null | undefined;
}

/** Whether the identity of a source with this protection is sealed. */
export const isSealed = (protection: string | undefined): boolean =>
  protection !== undefined && protection !== 'PUBLIC';

/**
 * Seals who a new source is, which no table has yet. `insert` inserts its own row with the
 * pseudonym as its name.
 */
export async function insertSealed(
  tx: Tx,
  key: string,
  change: IdentityChange,
  insert: (pseudonym: string) => void,
): Promise<void> {
  await tx.open();
  const vault = await openVault(tx.query, tx.masterKeys);
  const pseudonym = await vault.nextPseudonym();
  insert(pseudonym.text);
  rowsOf(tx, Name).insert([
    { id: newKey(), ofSourceId: key, text: pseudonym.text, kind: 'PRIMARY', position: 0 },
  ]);
  await vault.add(key, pseudonym, changed(tx, noContent, change));
}

/**
 * Changes what is sealed of who a protected source is. Its history says that something changed, but
 * not what.
 */
export async function updateSealed(tx: Tx, key: string, change: IdentityChange): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
  await updateContent(tx, key, (content) => changed(tx, content, change));
}

/** Adds a name to those of a protected source. */
export const addSealedName = (tx: Tx, key: string, name: ParsedName): Promise<void> =>
  updateContent(tx, key, (content) => ({
    ...content,
    names: [...content.names, ...nameRows(tx, [name])],
  }));

/** @throws Refusal CONFLICT if who the source is was erased: it must not come back. */
export async function refuseErased(tx: Tx, key: string, path: Path): Promise<void> {
  const erased = await tx.query('select from source where id = $1 and erased_at is not null', [
    key,
  ]);
  if (erased.length > 0)
    throw conflict(
      path,
      'Who this source is was erased for a legal reason. Create another source.',
    );
}

async function updateContent(
  tx: Tx,
  key: string,
  change: (content: IdentityContent) => IdentityContent,
): Promise<void> {
  await refuseErased(tx, key, []);
  await tx.open();
  const vault = await openVault(tx.query, tx.masterKeys);
  const identity = await vault.find(key);
  if (identity) await vault.replace(identity, change(identity.content));
  // It came from another ledger, under a pseudonym. It keeps that.
  else await vault.add(key, await vault.nextPseudonym(), change(noContent));
  await tx.query('select touch_source($1)', [key]);
}

function changed(
  tx: Tx,
  content: IdentityContent,
  { names, role, basedInId, externalIds, notes }: IdentityChange,
): IdentityContent {
  const renamed = names && nameRows(tx, names);
  const formerNames = content.names.map(({ text }) => String(text));
  return {
    ...content,
    ...(renamed && {
      names: renamed,
      formerNames: [...new Set([...content.formerNames, ...formerNames])],
    }),
    ...(role !== undefined && { role }),
    ...(basedInId !== undefined && { basedInId }),
    ...(externalIds && { externalIds }),
    ...(notes !== undefined && { notes }),
  };
}

/** Names as rows, without what says whose they are. */
function nameRows({ manager }: Tx, names: readonly ParsedName[]): StoredRow[] {
  const metadata = manager.dataSource.getMetadata(Name);
  return names.map((name) => valuesOf(metadata, name));
}
