import { Column, Index, PrimaryColumn } from 'typeorm';
import { Table } from '../values/columns.ts';

/** What each name is found by, a row for each form of it. Kept by the database's own triggers; `keys.ts` says what the keys are. */
@Table()
@Index(['ownerId'])
export class NameKey {
  @PrimaryColumn({ type: 'uuid' })
  nameId: string;

  /** 0 the whole name; from 1 its parts, where it is several: "Abu Rasin/Zarkan". */
  @PrimaryColumn({ type: 'int' })
  form: number;

  /** Of which type the record is that bears it: SOURCE, FACTION, LOCATION. */
  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'uuid' })
  ownerId: string;

  /** Too short or too common to be found by any but its exact form: see `NameKind.WEAK`. */
  @Column({ type: 'boolean' })
  weak: boolean;

  /** Whether it is in Arabic script. */
  @Column({ type: 'boolean' })
  arabic: boolean;

  @Column({ type: 'text' })
  exact: string;

  @Column({ type: 'text' })
  spelled: string;

  @Column({ type: 'text' })
  solid: string;

  @Column({ type: 'text', nullable: true })
  skeleton: string | null;

  @Column({ type: 'text', nullable: true })
  stem: string | null;
}
