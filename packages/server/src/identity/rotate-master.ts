import { resealLedgerSecret } from '../history/ledger-secret.ts';
import type { MasterKey, MasterKeySource } from '../values/master-key.ts';
import { openVault, type RunQuery, Vault } from './vault.ts';

/**
 * Seals all identities, and the secret of the ledger, with another master key, in the transaction
 * of the caller. If they are sealed with it already, because an attempt was interrupted after its
 * commit, nothing changes.
 *
 * @returns how many identities were sealed again.
 * @throws Refusal UNAVAILABLE if the present key is not set.
 */
export async function rotateMaster(
  query: RunQuery,
  keys: MasterKeySource,
  next: MasterKey,
): Promise<number> {
  // No write opens an identity meanwhile. The log commits to what is sealed.
  await query(`select open_write('local', 'rotateMaster')`);
  const count = await sealAgain(query, keys, next);
  await query('select close_write()');
  return count;
}

async function sealAgain(query: RunQuery, keys: MasterKeySource, next: MasterKey): Promise<number> {
  const [check] = await query<{ hash: Buffer }>('select hash from master_key_check');
  if (!check) {
    // Nothing is sealed yet. From now on, only the next key is the right one.
    await query('insert into master_key_check (version, hash) values (1, $1)', [next.check()]);
    return 0;
  }
  if (check.hash.equals(next.check())) return 0;
  const vault = await openVault(query, keys);
  const identities = await vault.all();
  const rotated = new Vault(query, next, vault.keyVersion + 1, vault.ledgerSecret);
  for (const identity of identities) await rotated.replace(identity, identity.content);
  await resealLedgerSecret(query, next, rotated.keyVersion, vault.ledgerSecret);
  await query('update master_key_check set version = $1, hash = $2', [
    rotated.keyVersion,
    next.check(),
  ]);
  return identities.length;
}
