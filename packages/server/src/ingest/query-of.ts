import type pg from 'pg';
import type { RunQuery } from '../identity/vault.ts';

/** Statements over the connection of an import. */
export const queryOf =
  (client: pg.ClientBase): RunQuery =>
  async (text, values = []) =>
    (await client.query(text, [...values])).rows;
