import type pg from 'pg';
import { readLedgerKey } from '../identity/vault.ts';
import { type IdKey, idKeyPurpose } from './stable-id.ts';

/** Reads what this ledger derives the ids of imported records with. */
export const readIdKey = (client: pg.ClientBase): Promise<IdKey> =>
  readLedgerKey(
    async (text, values = []) => (await client.query(text, [...values])).rows,
    idKeyPurpose,
  );
