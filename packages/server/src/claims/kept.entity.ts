import { Column, PrimaryColumn } from 'typeorm';
import { Table } from '../values/columns.ts';

/*
 * Lists that the database's own triggers keep, so that a page of claims in a province is one index range at any size:
 * each claim that is not withdrawn, by what it is found under, with the day that it is sorted by.
 */

/** By every place that contains, or is, a place of the claim. */
@Table()
export class ClaimWithin {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  @Column({ type: 'date', nullable: true })
  occurred: string | null;
}

/** By every faction that it names. */
@Table()
export class ClaimOfFaction {
  @PrimaryColumn({ type: 'uuid' })
  factionId: string;

  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  @Column({ type: 'date', nullable: true })
  occurred: string | null;
}

/** By every source in its chains. */
@Table()
export class ClaimOfSource {
  @PrimaryColumn({ type: 'uuid' })
  sourceId: string;

  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  @Column({ type: 'date', nullable: true })
  occurred: string | null;
}
