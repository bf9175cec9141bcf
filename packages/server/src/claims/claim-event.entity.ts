import { Column, Index, PrimaryColumn } from 'typeorm';
import { Table } from '../values/columns.ts';

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
