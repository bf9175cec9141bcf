import type { DataSource } from 'typeorm';
import { inWrite } from '../history/write.ts';
import { badInput, conflict, notFound } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { ApiKey } from './api-key.entity.ts';
import { hashBytes, hashOf, newSecret } from './api-key.ts';
import type { Role } from './roles.ts';
import { isViewerName, maxNameLength, reservedNames } from './viewer.ts';

interface NewKey {
  name: string;
  role: Role;
  /** Null: the key does not expire. */
  expiresAt: Date | null;
}

/**
 * Creates an API key, and returns it. Nobody can read it again.
 *
 * @throws Refusal if the name cannot be used, or belongs to a key that was not revoked.
 */
export async function createKey(
  database: DataSource,
  { name, role, expiresAt }: NewKey,
): Promise<string> {
  const refuse = (message: string) => badInput({ path: ['name'], message });
  if (!isViewerName(name))
    throw refuse(
      `A name has 1 to ${maxNameLength} visible characters, and no space at its start or end.`,
    );
  if (reservedNames.includes(name.toLowerCase()))
    throw refuse(`The name ${name} is reserved. Choose another one.`);
  if (expiresAt && expiresAt.getTime() <= Date.now())
    throw badInput({ path: ['expires'], message: 'The key would have expired already.' });
  const secret = newSecret('key');
  const { rowCount } = await insertKey(database, { name, role, expiresAt, home: null }, secret);
  if (rowCount === 0)
    throw conflict(
      ['name'],
      `There is a key with the name ${name} already. Revoke it first, or choose another name.`,
    );
  return secret;
}

/** Stores the hash of a key, unless a live key has its name. */
export async function insertKey(
  database: DataSource,
  { name, role, expiresAt, home }: NewKey & { home: string | null },
  secret: string,
): Promise<{ rowCount: number; id: string | undefined }> {
  const rows = await changeKeys<{ id: string }>(
    database,
    'createKey',
    `insert into api_key (id, name, role, hash, expires_at, home)
     values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning id`,
    [newKey(), name, role, hashBytes(hashOf(secret)), expiresAt, home],
  );
  return { rowCount: rows.length, id: rows[0]?.id };
}

/** Changes keys in a write of the log, which commits to who may use the ledger. */
export const changeKeys = <Row>(
  database: DataSource,
  action: 'createKey' | 'revokeKey',
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> =>
  inWrite(database, {
    by: 'local',
    action,
    work: async (tx) => {
      await tx.open();
      return tx.query<Row>(statement, values);
    },
  });

/** All keys, the latest first. */
export const listKeys = ({ manager }: DataSource): Promise<ApiKey[]> =>
  manager.find(ApiKey, { order: { createdAt: 'DESC', id: 'ASC' } });

/** Revokes the key with a name. @throws Refusal NOT_FOUND if no live key has it. */
export async function revokeKey(database: DataSource, name: string): Promise<void> {
  const revoked = await changeKeys(
    database,
    'revokeKey',
    `update api_key set revoked_at = now()
     where name = $1 and home is null and revoked_at is null returning id`,
    [name],
  );
  if (revoked.length === 0)
    throw notFound(['name'], `There is no valid key with the name ${name}.`);
}

/** Whether anyone could identify themselves with a key. */
export async function hasLiveKey({ manager }: DataSource): Promise<boolean> {
  const [{ exists }] = await manager.query(
    `select exists (select from api_key
       where revoked_at is null and (expires_at is null or expires_at > now())) as exists`,
  );
  return exists;
}
