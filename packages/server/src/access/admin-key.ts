import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { hashBytes, hashOf, isSecret, newSecret } from './api-key.ts';
import { changeKeys, insertKey } from './keys.ts';

/** The file of the admin key, in the folder of the ledger. */
export const adminKeyPath = (home: string): string => join(home, 'admin-key');

/** The file of the admin key has something else in it. The message is for a person. */
export class AdminKeyError extends Error {}

/** The admin key of a folder. */
export interface AdminKey {
  /** The id of the key in the database. */
  id: string;
  /** The file that the key is in. */
  path: string;
}

/**
 * Makes sure that the folder has an admin key that the ledger knows. Everyone who may read the
 * folder may read the embedded ledger, so the key adds no danger. If the file is missing, a new
 * key is made, and the folder's earlier one is revoked. Its name is `local`, like that of the
 * command line.
 *
 * @throws AdminKeyError if the file has no key in it.
 */
export async function ensureAdminKey(database: DataSource, home: string): Promise<AdminKey> {
  const path = adminKeyPath(home);
  const secret = readAdminKey(path);
  const id = secret === undefined ? undefined : await adopt(database, home, secret);
  return { id: id ?? (await replace(database, home, path)), path };
}

function readAdminKey(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const secret = readFileSync(path, 'utf8').trim();
  if (!isSecret('key', secret))
    throw new AdminKeyError(
      `${path} has no key of Claimgraph in it. ` +
        'Remove the file, and the next start makes a new key.',
    );
  chmodSync(path, 0o600);
  return secret;
}

/**
 * The id of a key in the ledger. A ledger that does not know the key stores it: the folder may have
 * been used with another database. Undefined: the key was revoked or has expired.
 */
async function adopt(
  database: DataSource,
  home: string,
  secret: string,
): Promise<string | undefined> {
  const { id } = await insertKey(database, adminOf(home), secret);
  if (id !== undefined) return id;
  const [row] = await database.query(
    `select id from api_key where hash = $1 and role = 'ADMIN' and revoked_at is null
       and (expires_at is null or expires_at > now())`,
    [hashBytes(hashOf(secret))],
  );
  return row?.id;
}

async function replace(database: DataSource, home: string, path: string): Promise<string> {
  const secret = newSecret('key');
  const admin = adminOf(home);
  await changeKeys(
    database,
    'revokeKey',
    'update api_key set revoked_at = now() where home = $1 and revoked_at is null',
    [admin.home],
  );
  const { id } = await insertKey(database, admin, secret);
  if (id === undefined) throw new Error('A new key is stored already.');
  mkdirSync(home, { recursive: true });
  // Complete or not at all, and never readable by others.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
  return id;
}

const adminOf = (home: string) => ({
  name: 'local',
  role: 'ADMIN' as const,
  expiresAt: null,
  home: createHash('sha256').update(`${hostname()}\n${home}`).digest('hex').slice(0, 16),
});
