import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One file that was imported, or began to be. */
@Entity()
export class ImportRun {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  format: string;

  @Column({ type: 'text' })
  file: string;

  /** Which release of its data set the file is; empty: not known. */
  @Column({ type: 'text' })
  release: string;

  /** SHA-256 of the file and of whatever else decides what becomes of it: an interrupted import is found again by it. */
  @Column({ type: 'text' })
  content: string;

  /** The names of its columns, for formats that have some. */
  @Column({ type: 'jsonb', nullable: true })
  header: string[] | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  startedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}

/** The ledger: each batch of an import, written in the transaction of its rows. */
@Entity()
export class ImportBatch {
  @PrimaryColumn({ type: 'uuid' })
  runId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  /** What it did, in the form of the import report. */
  @Column({ type: 'jsonb' })
  counts: object;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}

/** The row of a file that a record was read from, as it stood there; one for each release. */
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

  /** A hash of the row without letter case and spacing: what is equal in it is no change. */
  @Column({ type: 'text' })
  fingerprint: string;
}

/** What a name or key in outside data was taken for, and how that was found. */
@Entity()
@Index('import_match_key', ['recordType', 'system', 'value'], { unique: true })
@Index(['recordId'])
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

  /** CREATED, EXACT_NAME, NAME_AND_POINT …; UNMATCHED: a person undid it, so it is a record of its own for good. */
  @Column({ type: 'text' })
  how: string;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}

/** Another spelling of an outlet, in lower case and with single blanks; users add theirs. */
@Entity()
export class OutletAlias {
  @PrimaryColumn({ type: 'text' })
  spelling: string;

  @Column({ type: 'text' })
  outlet: string;
}
