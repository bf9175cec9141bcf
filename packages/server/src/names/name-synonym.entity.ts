import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Another name of an actor or outlet: a search for one finds the other. Installed from
 * `tables/synonyms.json`; users can add some.
 */
@Entity()
export class NameSynonym {
  /** The key `exact` of the searched name. */
  @PrimaryColumn({ type: 'text' })
  key: string;

  /** The other name. */
  @PrimaryColumn({ type: 'text' })
  name: string;

  /** Whether it is from the table that comes with the server. */
  @Column({ type: 'boolean' })
  builtIn: boolean;
}
