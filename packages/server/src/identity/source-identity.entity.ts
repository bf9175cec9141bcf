import { Check, Column, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Source } from '../sources/source.entity.ts';
import { One, Table } from '../values/columns.ts';

/**
 * Who a protected source is, encrypted. No other table has anything of it, so that no query can
 * find, order or count by it.
 */
@Table()
@Check('source_identity_nonce_check', `octet_length("nonce") = 12`)
@Index('source_identity_source_id_key', ['sourceId'], { unique: true })
@Index('source_identity_ordinal_key', ['ordinal'], { unique: true })
export class SourceIdentity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @One(() => Source, { hidden: true, index: 'NONE' })
  source: Relation<Source>;
  sourceId: string;

  /** Protected sources are numbered from 1. The pseudonym is derived from the number. */
  @Column({ type: 'int' })
  ordinal: number;

  /** The version of the master key that it is encrypted with. */
  @Column({ type: 'int' })
  keyVersion: number;

  @Column({ type: 'bytea' })
  nonce: Buffer;

  /** JSON of `IdentityContent`, encrypted, with its tag. */
  @Column({ type: 'bytea' })
  sealed: Buffer;
}

/**
 * The blind index of identities: HMACs of names, external ids, keys of data sets and former ids,
 * with a key derived from the master key. Imports find a protected source by them, and a record
 * whose key contains its name. Nobody can test a guess without the master key.
 */
@Table()
export class IdentityLookup {
  @PrimaryColumn({ type: 'bytea' })
  hash: Buffer;

  /** The record that has what was hashed. */
  @PrimaryColumn({ type: 'uuid' })
  recordId: string;

  @Index()
  @Column({ type: 'uuid' })
  identityId: string;

  @ManyToOne(() => SourceIdentity, { nullable: false, onDelete: 'CASCADE' })
  identity: Relation<SourceIdentity>;
}

/** Which master key the ledger uses: a hash by which a wrong key is noticed. One row, or none. */
@Table()
export class MasterKeyCheck {
  @PrimaryColumn({ type: 'int' })
  version: number;

  @Column({ type: 'bytea' })
  hash: Buffer;
}
