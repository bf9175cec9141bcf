import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The log of all writes: one row each, chained by hash. The functions open_write and close_write keep it; nothing else may. */
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

  @Column({ type: 'bytea', nullable: true })
  previousHash: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  hash: Buffer | null;
}

/** The records that the open write has touched so far; empty between writes. */
@Entity()
export class Touched {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ type: 'text' })
  recordType: string;

  @PrimaryColumn({ type: 'uuid' })
  recordId: string;
}

/** Which tables make up a record, and how their columns are called in the API: what `row_changes` goes by. */
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

/** Answers that a repeated write gets again: what it wrote, by key and writer. */
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

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
