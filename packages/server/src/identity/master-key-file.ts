import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.ts';
import { Refusal } from '../values/errors.ts';
import { MasterKey, type MasterKeySource } from '../values/master-key.ts';

type KeySettings = Pick<Config, 'home' | 'masterKey' | 'newMasterKey'>;

/** The file of the master key, and that of the key which replaces it. */
export const masterKeyPath = (home: string): string => join(home, 'master-key');
const nextKeyPath = (home: string): string => join(home, 'master-key.next');

/**
 * The master key by the settings, or else by the file in the folder. It is read each time, so that
 * a server needs no restart after the file was replaced.
 */
export const masterKeysOf =
  ({ home, masterKey, newMasterKey }: KeySettings): MasterKeySource =>
  () => {
    if (masterKey) return newMasterKey ? [masterKey, newMasterKey] : [masterKey];
    return [readKeyFile(masterKeyPath(home)), readKeyFile(nextKeyPath(home))].flatMap((key) =>
      key ? [key] : [],
    );
  };

function readKeyFile(path: string): MasterKey | undefined {
  if (!existsSync(path)) return undefined;
  const key = MasterKey.parse(readFileSync(path, 'utf8').trim());
  if (key) return key;
  throw new Refusal('UNAVAILABLE', 'The file of the master key has no key in it.');
}

/** A new key from the system's random generator. */
export const newMasterKey = (): MasterKey => new MasterKey(randomBytes(32));

/**
 * Makes sure that the folder has a master key, unless the settings have one. A ledger that uses one
 * already, such as a restored one, needs that and no other.
 */
export async function ensureMasterKey(
  database: DataSource,
  { home, masterKey }: KeySettings,
): Promise<void> {
  if (masterKey || existsSync(masterKeyPath(home))) return;
  const used = await database.query('select from master_key_check');
  if (used.length > 0) return;
  writeKeyFile(masterKeyPath(home), newMasterKey());
}

/** The key that replaces the one in the file, also after an interruption. */
export function prepareNextKey(home: string): MasterKey {
  const present = readKeyFile(nextKeyPath(home));
  if (present) {
    // The attempt that wrote it may have ended before it was on the disk.
    syncToDisk(nextKeyPath(home));
    syncToDisk(home);
    return present;
  }
  const key = newMasterKey();
  writeKeyFile(nextKeyPath(home), key);
  return key;
}

/** Makes the next key the only one, after all identities are sealed with it. */
export function adoptNextKey(home: string): void {
  renameSync(nextKeyPath(home), masterKeyPath(home));
  syncToDisk(home);
}

/**
 * Complete or not at all, and never readable by others. It is on the disk when this returns: what
 * the database then commits to can be read by no other key.
 */
function writeKeyFile(path: string, key: MasterKey): void {
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${key.toText()}\n`, { mode: 0o600, flag: 'wx' });
  syncToDisk(draft);
  renameSync(draft, path);
  syncToDisk(folder);
}

/** Waits until a file, or the names in a folder, are on the disk. Windows cannot say so. */
function syncToDisk(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
