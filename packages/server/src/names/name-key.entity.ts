import { Column, Index, PrimaryColumn } from 'typeorm';
import { Table } from '../values/columns.ts';

/**
 * The search keys of each name, one row for each form of the name. Maintained by triggers;
 * `keys.ts` defines the keys.
 */
@Table()
@Index(['ownerId'])
export class NameKey {
  @PrimaryColumn({ type: 'uuid' })
  nameId: string;

  /** 0: the whole name. From 1: its parts, if it is several names: "Abu Rasin/Zarkan". */
  @PrimaryColumn({ type: 'int' })
  form: number;

  /** The type of the record with this name: SOURCE, FACTION or LOCATION. */
  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'uuid' })
  ownerId: string;

  /** Whether the name is found only by its exact form: see `NameKind.WEAK`. */
  @Column({ type: 'boolean' })
  weak: boolean;

  /** `Arab`, `Cyrl`, or `Latn` for Latin and all other scripts. */
  @Column({ type: 'text' })
  script: string;

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

  /** The sounds of the skeleton and of its gaps, see `sound.rules.ts`. */
  @Column({ type: 'bit varying', nullable: true })
  sound: string | null;

  /** The letters of these sounds, word by word. */
  @Column({ type: 'text', nullable: true })
  sounds: string | null;

  @Column({ type: 'text', nullable: true })
  slavic: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  words: string[] | null;
}
