import type { ApiKey } from '../access/api-key.entity.ts';
import { createKey, listKeys, revokeKey } from '../access/keys.ts';
import { roles } from '../access/roles.ts';
import type { Config } from '../config.ts';
import {
  adoptNextKey,
  masterKeyPath,
  masterKeysOf,
  prepareNextKey,
} from '../identity/master-key-file.ts';
import { rotateMaster } from '../identity/rotate-master.ts';
import type { RunQuery } from '../identity/vault.ts';
import { choiceIn } from './choice.ts';
import type { CreateKeyOptions } from './keys.command.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

/** Creates a key. */
export async function createApiKey(
  config: Config,
  { name, role, expires }: CreateKeyOptions,
): Promise<{ key: string; note: string }> {
  const known = choiceIn(roles, 'role', role);
  const expiresAt = expires ?? null;
  const key = await withWritableDatabase(config, (_client, database) =>
    createKey(database, { name, role: known, expiresAt }),
  );
  const end = expiresAt ? `until ${expiresAt.toISOString()}` : 'until it is revoked';
  return {
    key,
    note:
      `This is the key of ${name} with the role ${known}, valid ${end}. It is shown only now.\n` +
      'Send it in the header `Authorization: Bearer KEY`, or sign in with it at /explorer.',
  };
}

/** Lists keys as tab-separated lines: name, role, state, when created, when it expires. */
export async function listApiKeys(config: Config): Promise<string> {
  const keys = await withWritableDatabase(config, (_client, database) => listKeys(database));
  return keys.map(lineOf).join('\n');
}

const lineOf = (key: ApiKey): string =>
  [
    key.home === null ? key.name : `${key.name} (in a folder)`,
    key.role,
    stateOf(key),
    key.createdAt.toISOString(),
    key.expiresAt?.toISOString() ?? '-',
  ].join('\t');

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt) return 'REVOKED';
  return expiresAt && expiresAt.getTime() <= Date.now() ? 'EXPIRED' : 'VALID';
}

/** Revokes a key. */
export async function revokeApiKey(config: Config, name: string): Promise<string> {
  await withWritableDatabase(config, (_client, database) => revokeKey(database, name));
  return `Revoked ${name}. Every server refuses the key within 5 seconds.`;
}

/**
 * Replaces the master key, with which the identities of protected sources are sealed. If it is
 * interrupted, the same call completes it.
 */
export async function rotateMasterKey(config: Config): Promise<string> {
  const { home, masterKey, newMasterKey } = config;
  if (masterKey && !newMasterKey)
    throw new UserError(
      'Set CLAIMGRAPH_NEW_MASTER_KEY to the new key: 32 random bytes, as 64 hexadecimal digits.',
    );
  const count = await withWritableDatabase(config, async (client) => {
    // Only now: the embedded ledger has made its first key.
    const next = newMasterKey ?? prepareNextKey(home);
    const query: RunQuery = async (text, values = []) =>
      (await client.query(text, [...values])).rows;
    await client.query('begin');
    const rotated = await rotateMaster(query, masterKeysOf(config), next);
    await client.query('commit');
    if (!masterKey) adoptNextKey(home);
    return rotated;
  });
  const what = `Sealed ${count} ${count === 1 ? 'identity' : 'identities'} with the new key.`;
  return masterKey
    ? `${what} Now set CLAIMGRAPH_MASTER_KEY to it, and restart every server.`
    : `${what} It is in ${masterKeyPath(home)}. Older backups still need the old key.`;
}
