import { Refusal } from '../values/errors.ts';
import type { MasterKeySource } from '../values/master-key.ts';
import type { IdentityContent } from './identity-content.ts';
import { openVault, type RunQuery, type SealedIdentity, type Vault } from './vault.ts';

/** An open write whose sources have got other keys. */
interface RenamingWrite {
  query: RunQuery;
  masterKeys: MasterKeySource;
}

/**
 * Replaces former keys of sources in all sealed identities, where sources refer to each other.
 * `erasing`: the vault of what is erased, in which nobody can read. A law does not wait for a
 * master key that is lost, so without one nothing is replaced then.
 */
export async function renameInIdentities(
  { query, masterKeys }: RenamingWrite,
  moved: ReadonlyMap<string, string>,
  erasing: Vault | undefined,
): Promise<void> {
  const own = [...moved.values()];
  const others = erasing
    ? await query('select from source_identity where source_id <> all ($1) limit 1', [own])
    : await query('select from source_identity limit 1');
  if (others.length === 0) return;
  try {
    const vault = await openVault(query, masterKeys);
    for (const identity of await vault.all(erasing ? own : []))
      await rename(vault, identity, moved);
  } catch (error) {
    const isWithoutKey = error instanceof Refusal && error.code === 'UNAVAILABLE';
    if (!erasing || !isWithoutKey) throw error;
  }
}

async function rename(
  vault: Vault,
  identity: SealedIdentity,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const { content } = identity;
  const before = JSON.stringify(content);
  let after = before;
  for (const [former, key] of moved) after = after.replaceAll(former, key);
  if (after === before) return;
  const renamed: IdentityContent = { ...JSON.parse(after), formerKeys: content.formerKeys };
  if (JSON.stringify(renamed) !== before) await vault.replace(identity, renamed);
}
