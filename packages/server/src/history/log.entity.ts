import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * The log of all writes, one row each, chained by hash. Only the functions of `write-log.sql` and
 * `scrub.sql` may change it.
 */
@Entity()
export class WriteLog {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  seq: string;

  @Column({ type: 'timestamptz', unique: true })
  at: Date;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'text' })
  action: string;

  /** Why it was written, as its author states it. */
  @Column({ type: 'text', nullable: true })
  rationale: string | null;

  /** The salt of {@link rationaleDigest}. Null: there is no reason, or it was scrubbed. */
  @Column({ type: 'bytea', nullable: true })
  rationaleSalt: Buffer | null;

  /** The commitment to the reason. */
  @Column({ type: 'bytea', nullable: true })
  rationaleDigest: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  previousHash: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  hash: Buffer | null;

  /** The format of the hash: 1 covers no contents. */
  @Column({ type: 'smallint', default: 2 })
  format: number;

  /** The hash that the write had in format 1. Null: it had none, or contents were scrubbed. */
  @Column({ type: 'bytea', nullable: true })
  formerHash: Buffer | null;
}

/**
 * A commitment that takes the place of an earlier one, because a later write scrubbed what that one
 * was about: a version of a record or, without a record, the reason of a write.
 */
@Entity()
@Index(['targetSeq', 'recordId'])
export class Recommitment {
  /** The write that scrubbed. */
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ type: 'bytea' })
  digest: Buffer;

  /** The write whose contents were scrubbed. */
  @Column({ type: 'bigint' })
  targetSeq: string;

  @Column({ type: 'uuid', nullable: true })
  recordId: string | null;

  /** Null: a later write scrubbed it again. */
  @Column({ type: 'bytea', nullable: true })
  salt: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  rowTags: Buffer | null;
}

/**
 * The commitment to one state of a row that belongs to no record, such as a grant, or to its end.
 */
@Entity()
@Index('row_commitment_row_key', ['tableName', 'rowKey'], {
  unique: true,
  where: 'row_key is not null',
})
@Index('row_commitment_replaces', ['replaces'], { where: 'replaces is not null' })
export class RowCommitment {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ type: 'bytea' })
  digest: Buffer;

  @Column({ type: 'text' })
  tableName: string;

  /** The commitment to the state before. Null: there was none. */
  @Column({ type: 'bytea', nullable: true })
  replaces: Buffer | null;

  /** The primary key of the row, as JSON. Null: this state has ended. */
  @Column({ type: 'text', nullable: true })
  rowKey: string | null;

  @Column({ type: 'bytea', nullable: true })
  salt: Buffer | null;
}

/** The records whose past the current write may change; empty between writes. */
@Entity()
export class Scrubbed {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ type: 'text' })
  recordType: string;

  @PrimaryColumn({ type: 'uuid' })
  recordId: string;
}

/** The records that the current write has changed so far; empty between writes. */
@Entity()
export class Touched {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ type: 'text' })
  recordType: string;

  @PrimaryColumn({ type: 'uuid' })
  recordId: string;
}

/** The tables of each record type and their columns' names in the API, for `row_changes`. */
@Entity()
export class HistoryTable {
  @PrimaryColumn({ type: 'text' })
  tableName: string;

  @PrimaryColumn({ type: 'text' })
  recordType: string;

  @PrimaryColumn({ type: 'text' })
  ownerColumn: string;

  @Column({ type: 'text', nullable: true })
  list: string | null;

  @Column({ type: 'jsonb' })
  columns: object;
}

/**
 * A secret of this ledger, made at random when the ledger is created: see `ledger-secret.ts`.
 * Neither the API nor an export shows it.
 */
@Entity()
export class LedgerKey {
  @PrimaryColumn({ type: 'text' })
  purpose: string;

  @Column({ type: 'bytea' })
  secret: Buffer;

  /** The nonce with which the secret is sealed by the master key. Null: it is not sealed. */
  @Column({ type: 'bytea', nullable: true })
  nonce: Buffer | null;
}

/** What a write with an idempotency key wrote, so that a repeated request returns it again. */
@Entity()
export class IdempotencyKey {
  @PrimaryColumn({ type: 'text' })
  by: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'bytea' })
  request: Buffer;

  @Column({ type: 'jsonb' })
  answer: object;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
