import type pg from 'pg';
import { deriveKey, readLedgerKey, readLedgerSecret } from '../history/ledger-secret.ts';
import { missingMasterKey, wrongMasterKey } from '../identity/vault.ts';
import { Refusal } from '../values/errors.ts';
import { type MasterKeySource, noMasterKey } from '../values/master-key.ts';
import { queryOf } from './query-of.ts';
import { type IdKey, idKeyPurpose } from './stable-id.ts';

/** What this ledger derives the ids of records with that it imports now. */
export const readIdKey = (
  client: pg.ClientBase,
  masterKeys: MasterKeySource = noMasterKey,
): Promise<IdKey> => readLedgerKey(queryOf(client), masterKeys, idKeyPurpose);

/**
 * What it derived the ids of records with that it imported before.
 *
 * @throws Refusal UNAVAILABLE if that is sealed, and its master key is not set.
 */
export async function readFormerIdKey(
  client: pg.ClientBase,
  masterKeys: MasterKeySource,
): Promise<IdKey> {
  const secret = await readLedgerSecret(queryOf(client), masterKeys);
  if (!secret)
    throw new Refusal('UNAVAILABLE', masterKeys().length > 0 ? wrongMasterKey : missingMasterKey);
  return deriveKey(secret, idKeyPurpose);
}
