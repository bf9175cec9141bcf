import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKey } from './master-key.ts';

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** An encrypted text, with all that its key needs to open it. */
export interface Sealed {
  nonce: Buffer;
  /** The encrypted text, followed by the tag that authenticates it. */
  sealed: Buffer;
}

/** What a sealed text belongs to. It cannot be opened as anything else. */
export interface SealedFor {
  id: string;
  /** The source whose identity it is: rows of two sources cannot be exchanged. */
  sourceKey: string;
  keyVersion: number;
}

/** Each record has a key of its own, derived from the master key and the id of the record. */
const keyOf = (master: MasterKey, { id }: SealedFor): Buffer => master.derive(`identity ${id}`);

const contextOf = ({ id, sourceKey, keyVersion }: SealedFor): Buffer =>
  Buffer.from(`${id} ${sourceKey} ${keyVersion}`);

/** Encrypts a text (AES-256-GCM). */
export function seal(master: MasterKey, owner: SealedFor, text: string): Sealed {
  const nonce = randomBytes(nonceLength);
  const encryption = createCipheriv(cipher, keyOf(master, owner), nonce).setAAD(contextOf(owner));
  const sealed = [encryption.update(text, 'utf8'), encryption.final(), encryption.getAuthTag()];
  return { nonce, sealed: Buffer.concat(sealed) };
}

/** Decrypts a text. @throws Error if it, or what it belongs to, was changed. */
export function unseal(master: MasterKey, owner: SealedFor, { nonce, sealed }: Sealed): string {
  const decryption = createDecipheriv(cipher, keyOf(master, owner), nonce, {
    authTagLength: tagLength,
  }).setAAD(contextOf(owner));
  decryption.setAuthTag(sealed.subarray(-tagLength));
  const text = decryption.update(sealed.subarray(0, -tagLength));
  return Buffer.concat([text, decryption.final()]).toString('utf8');
}
