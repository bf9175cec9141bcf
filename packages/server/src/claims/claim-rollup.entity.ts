import { Column, Index, PrimaryColumn } from 'typeorm';
import { Table } from '../values/columns.ts';

/* What totals are counted from, maintained by triggers. */

/**
 * Claims that share an event with other claims, by links SAME_EVENT or REPEATS between claims that
 * are not withdrawn. Totals count the claims of an event once.
 */
@Table()
@Index(['eventId'])
export class ClaimEvent {
  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  /** The smallest id among the claims of the event. */
  @Column({ type: 'uuid' })
  eventId: string;
}

/** The columns of `tally` that are sums, in the order of the columns. */
export const rollupSums = [
  'entries',
  'sum_min',
  'sum_best',
  'sum_max',
  'mins',
  'bests',
  'maxes',
] as const;

/**
 * The roll-up of claims: sums over the claims in a place and everything inside it, by month, kind,
 * modality and status. Claims that share an event with others are not in it. What is said to have
 * happened is summed a second time over all statuses that count in totals, with modality and status
 * empty.
 */
@Table({ name: 'tally' })
export class ClaimRollup {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  /** `YYYY-MM`; empty for claims that are not certainly in one month. */
  @PrimaryColumn({ type: 'text' })
  month: string;

  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  modality: string;

  @PrimaryColumn({ type: 'text' })
  status: string;

  /** The measure of the figures that are summed; empty where claims are counted. */
  @PrimaryColumn({ type: 'text' })
  measure: string;

  /** The number of claims, or of figures that are not part of another figure. */
  @Column({ type: 'bigint' })
  entries: string;

  @Column({ type: 'bigint' })
  sumMin: string;

  @Column({ type: 'bigint' })
  sumBest: string;

  @Column({ type: 'bigint' })
  sumMax: string;

  /** How many of the figures have a lower bound; then: a best estimate, an upper bound. */
  @Column({ type: 'bigint' })
  mins: string;

  @Column({ type: 'bigint' })
  bests: string;

  @Column({ type: 'bigint' })
  maxes: string;
}
