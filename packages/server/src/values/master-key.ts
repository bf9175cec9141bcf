import { hkdfSync } from 'node:crypto';

/** The length of the master key and of the keys derived from it, in bytes. */
const keyLength = 32;

/** The secret that the identities of protected sources are sealed with. No database contains it. */
export class MasterKey {
  constructor(private readonly secret: Buffer) {}

  /** A key for one purpose (HKDF-SHA256, RFC 5869). */
  derive(purpose: string): Buffer {
    const info = `claimgraph ${purpose}`;
    return Buffer.from(hkdfSync('sha256', this.secret, Buffer.alloc(0), info, keyLength));
  }

  /** What a ledger stores of its master key, to notice a wrong one. */
  check(): Buffer {
    return this.derive('master key check');
  }

  /** The key as text: 64 hexadecimal digits. */
  toText(): string {
    return this.secret.toString('hex');
  }

  /** Reads 32 bytes in hexadecimal digits or base 64. Undefined: the text is something else. */
  static parse(text: string): MasterKey | undefined {
    if (/^[0-9a-f]{64}$/i.test(text)) return new MasterKey(Buffer.from(text, 'hex'));
    const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64url');
    return bytes && bytes.length === keyLength ? new MasterKey(bytes) : undefined;
  }
}

/**
 * Where the master key comes from: the likeliest key first. While a key is being replaced, there
 * are two. None: no key is set.
 */
export type MasterKeySource = () => readonly MasterKey[];

/** For work that cannot meet a protected source. */
export const noMasterKey: MasterKeySource = () => [];
