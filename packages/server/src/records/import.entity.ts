import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One import of a file, finished or not. */
@Entity()
export class ImportRun {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  format: string;

  @Column({ type: 'text' })
  file: string;

  /** The release of the data set; empty if unknown. */
  @Column({ type: 'text' })
  release: string;

  /**
   * A keyed hash of the file and all options that affect the result. It finds interrupted imports.
   */
  @Column({ type: 'text' })
  content: string;

  /** The names of the file's columns, for formats that have columns. */
  @Column({ type: 'jsonb', nullable: true })
  header: string[] | null;

  /** What else its rows were read by, such as a mapping, so that they can be read again. */
  @Column({ type: 'jsonb', nullable: true })
  settings: object | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  startedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}

/**
 * The progress of an import. Each batch is recorded before it runs, so that an interrupted import
 * is continued with the same batches.
 */
@Entity()
export class ImportBatch {
  @PrimaryColumn({ type: 'uuid' })
  runId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  /** How many rows of the file the batch has. */
  @Column({ type: 'int' })
  rows: number;

  /**
   * What the batch did, in the form of the import report, written in the same transaction as its
   * rows. Null: it has not landed.
   */
  @Column({ type: 'jsonb', nullable: true })
  counts: object | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}

/** The row of a file from which a record was read, as it was in the file; one for each release. */
@Entity()
export class ImportRow {
  @PrimaryColumn({ type: 'uuid' })
  recordId: string;

  @PrimaryColumn({ type: 'text' })
  format: string;

  @PrimaryColumn({ type: 'text' })
  release: string;

  @Column({ type: 'uuid' })
  runId: string;

  @Column({ type: 'int' })
  line: number;

  @Column({ type: 'text' })
  raw: string;

  /** A hash of the row that ignores letter case and spacing. Rows with equal hashes are equal. */
  @Column({ type: 'text' })
  fingerprint: string;
}

/**
 * The record that a name or key in outside data was matched with, and how. There is one for each
 * record type, system and value.
 */
@Entity()
@Index('import_match_key_idx', { synchronize: false })
@Index('import_match_record_id_idx', { synchronize: false })
export class ImportMatch {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  recordType: string;

  @Column({ type: 'text' })
  system: string;

  @Column({ type: 'text' })
  value: string;

  @Column({ type: 'uuid' })
  recordId: string;

  /**
   * How the record was found: CREATED (it was not), NAME_EXACT …; UNMATCHED: a person undid the
   * match, so the name has a record of its own; MATCHED: a person chose the record.
   */
  @Column({ type: 'text' })
  how: string;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}

/** A record whose line withheld something. Its own ledger must not take it for the whole. */
@Entity()
export class RedactedRecord {
  @PrimaryColumn({ type: 'uuid' })
  recordId: string;
}

/** The code of the area around a place, as a gazetteer names it before that area is imported. */
@Entity()
@Index(['system', 'code'])
export class ImportParent {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  @Column({ type: 'text' })
  system: string;

  @Column({ type: 'text' })
  code: string;
}

/** Another spelling of an outlet, in lower case and with single spaces. Users can add some. */
@Entity()
export class OutletAlias {
  @PrimaryColumn({ type: 'text' })
  spelling: string;

  @Column({ type: 'text' })
  outlet: string;
}
