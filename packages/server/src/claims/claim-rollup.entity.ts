import { Column, Index, PrimaryColumn } from 'typeorm';
import { Table } from '../values/columns.ts';

/* What totals are counted from, kept by the database's own triggers. */

/** Claims that are about one event as others are, by SAME_EVENT or REPEATS between claims that stand; totals count them once. */
@Table()
@Index(['eventId'])
export class ClaimEvent {
  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  /** The least id among its claims. */
  @Column({ type: 'uuid' })
  eventId: string;
}

/** The columns of `tally` that are sums. */
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
 * Sums over the claims in a place and all inside it that share their event with no other, by the month that they lie in. With modality and
 * status empty: over what is said to have happened, of any status.
 */
@Table({ name: 'tally' })
export class ClaimRollup {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  /** `YYYY-MM`; empty for claims that lie in no one month. */
  @PrimaryColumn({ type: 'text' })
  month: string;

  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  modality: string;

  @PrimaryColumn({ type: 'text' })
  status: string;

  /** What is summed: a measure, or, where it is empty, the claims themselves. */
  @PrimaryColumn({ type: 'text' })
  measure: string;

  /** How many claims, or figures that are no part of another. */
  @Column({ type: 'bigint' })
  entries: string;

  @Column({ type: 'bigint' })
  sumMin: string;

  @Column({ type: 'bigint' })
  sumBest: string;

  @Column({ type: 'bigint' })
  sumMax: string;

  /** How many of them have a lower bound, a best estimate, an upper bound. */
  @Column({ type: 'bigint' })
  mins: string;

  @Column({ type: 'bigint' })
  bests: string;

  @Column({ type: 'bigint' })
  maxes: string;
}
