import { createHmac } from 'node:crypto';
import type pg from 'pg';

// cspell:ignore GHJKMNPQRSTVWXYZ

/** Crockford's base 32: digits and letters that nobody confuses. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Names that stand in for those of protected sources. Each ledger has its own. */
export class Pseudonyms {
  constructor(private readonly key: Buffer) {}

  /**
   * The pseudonym of a source, such as `Source 7F3K-9QXT`. It follows from the key of the record
   * and not from its name, so that it stays when the name changes, and nobody can test a guess.
   */
  of(sourceKey: string): string {
    const text = [...this.digest('name', sourceKey).subarray(0, 8)]
      .map((byte) => digits[byte & 31])
      .join('');
    return `Source ${text.slice(0, 4)}-${text.slice(4)}`;
  }

  /** The key of the name record that has the pseudonym (a UUIDv8, RFC 9562). */
  nameKey(sourceKey: string): string {
    const bytes = this.digest('name key', sourceKey).subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  private digest(purpose: string, sourceKey: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\n${sourceKey}`).digest();
  }
}

/** Reads the key that this ledger derives pseudonyms with. */
export async function readPseudonyms(client: pg.ClientBase): Promise<Pseudonyms> {
  const { rows } = await client.query(`select secret from ledger_key where purpose = 'pseudonym'`);
  const [row] = rows;
  if (!row) throw new Error('ledger_key has no key for pseudonyms.');
  return new Pseudonyms(row.secret);
}
