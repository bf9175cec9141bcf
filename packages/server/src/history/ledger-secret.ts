import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { MasterKey, MasterKeySource } from '../values/master-key.ts';
import { type SealedFor, seal, unseal } from '../values/seal.ts';

/*
 * The secret of a ledger. Ids of imported records, pseudonyms, and hashes of what somebody sent are
 * derived with it. Once the ledger protects a source, the secret is sealed with the master key, so
 * that nobody can test a guessed name with a copy of the database.
 */

/** Runs a statement in a transaction. */
type RunQuery = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

interface SecretRow {
  secret: Buffer;
  /** Null: the secret is not sealed. */
  nonce: Buffer | null;
  /** The version of the master key and its check. Null: the ledger uses none. */
  version: number | null;
  check: Buffer | null;
}

const selectSecret = `
  select k.secret, k.nonce, c.version, c.hash as check
  from ledger_key k left join master_key_check c on true
  where k.purpose = 'pseudonym'`;

const ownerOf = (keyVersion: number): SealedFor => ({
  id: 'ledger',
  sourceKey: 'secret',
  keyVersion,
});

/** The secret of the ledger. Undefined: it is sealed, and none of these keys opens it. */
export async function readLedgerSecret(
  query: RunQuery,
  keys: MasterKeySource,
): Promise<Buffer | undefined> {
  const [row] = await query<SecretRow>(selectSecret);
  if (!row) throw new Error('ledger_key has no secret.');
  const { secret, nonce, version, check } = row;
  if (!nonce) return secret;
  const master = keys().find((each) => check?.equals(each.check()));
  if (!master || version === null) return undefined;
  return Buffer.from(unseal(master, ownerOf(version), { nonce, sealed: secret }), 'base64');
}

const sealSecret = (master: MasterKey, keyVersion: number, secret: Buffer) =>
  seal(master, ownerOf(keyVersion), secret.toString('base64'));

/** Seals the secret of the ledger, unless that has been done. */
export async function sealLedgerSecret(
  query: RunQuery,
  master: MasterKey,
  keyVersion: number,
  secret: Buffer,
): Promise<void> {
  const open = await query(`select from ledger_key where purpose = 'pseudonym' and nonce is null`);
  if (open.length === 0) return;
  const row = sealSecret(master, keyVersion, secret);
  await query('select seal_ledger_secret($1, $2)', [row.sealed, row.nonce]);
}

/** Seals it with another master key. Only the owner of the tables may do that. */
export async function resealLedgerSecret(
  query: RunQuery,
  master: MasterKey,
  keyVersion: number,
  secret: Buffer,
): Promise<void> {
  const row = sealSecret(master, keyVersion, secret);
  await query(`update ledger_key set secret = $1, nonce = $2 where purpose = 'pseudonym'`, [
    row.sealed,
    row.nonce,
  ]);
}

/** A secret that is never sealed, for what has to work without the master key, too. */
async function readOpenSecret(query: RunQuery): Promise<Buffer> {
  const [row] = await query<{ secret: Buffer }>(
    `select secret from ledger_key where purpose = 'without master key'`,
  );
  if (!row) throw new Error('ledger_key has no open secret.');
  return row.secret;
}

/** A key for one purpose, derived from a secret of the ledger (HKDF-SHA256). */
export const deriveKey = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `claimgraph ${purpose}`, 32));

/**
 * The key of the ledger for one purpose. A server without the master key has another one for it: it
 * still works, but does not recognise what the right one was used for.
 */
export async function readLedgerKey(
  query: RunQuery,
  keys: MasterKeySource,
  purpose: string,
): Promise<Buffer> {
  const secret = await readLedgerSecret(query, keys);
  return secret ? deriveKey(secret, purpose) : readOpenKey(query, purpose);
}

/** The key of the ledger for one purpose that a server without the master key has. */
export const readOpenKey = async (query: RunQuery, purpose: string): Promise<Buffer> =>
  deriveKey(await readOpenSecret(query), purpose);

/** What the key of hashed requests and that of hashed files are for. */
export const requestPurpose = 'requests';
export const filePurpose = 'contents of files';

/** A hash of a text that nobody can compute for a guess without the key (HMAC-SHA256). */
export const keyedHash = (key: Buffer, text: string): Buffer =>
  keyedHashOf(key, createHash('sha256').update(text).digest());

/** The same, of a text of which the SHA-256 is known. */
export const keyedHashOf = (key: Buffer, digest: Buffer): Buffer =>
  createHmac('sha256', key).update(digest).digest();
