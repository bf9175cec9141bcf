import type { MasterKey, MasterKeySource } from '../values/master-key.ts';
import { checkOf, openVault, type RunQuery, Vault } from './vault.ts';

/**
 * Seals all identities with another master key, in the transaction of the caller. If they are
 * sealed with it already, because an attempt was interrupted after its commit, nothing changes.
 *
 * @returns how many identities were sealed again.
 * @throws Refusal UNAVAILABLE if the present key is not set.
 */
export async function rotateMaster(
  query: RunQuery,
  keys: MasterKeySource,
  next: MasterKey,
): Promise<number> {
  // No write opens an identity meanwhile. The number is `logLock` in database/routines/index.ts.
  await query('select pg_advisory_xact_lock(4841190)');
  const [check] = await query<{ hash: Buffer }>('select hash from master_key_check');
  if (!check) {
    // Nothing is sealed yet. From now on, only the next key is the right one.
    await query('insert into master_key_check (version, hash) values (1, $1)', [checkOf(next)]);
    return 0;
  }
  if (check.hash.equals(checkOf(next))) return 0;
  const vault = await openVault(query, keys);
  const identities = await vault.all();
  const rotated = new Vault(query, next, vault.keyVersion + 1);
  for (const identity of identities) await rotated.replace(identity, identity.content);
  await query('update master_key_check set version = $1, hash = $2', [
    rotated.keyVersion,
    checkOf(next),
  ]);
  return identities.length;
}
