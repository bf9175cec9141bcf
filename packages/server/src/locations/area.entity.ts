import { Column, Index, PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { One, Rules, Table, ValidFrom } from '../values/columns.ts';
import { Location } from './location.entity.ts';

/** Areas that wholly contain a place in addition to its parent, in the order given. */
@OwnedBy({ location: 'alsoIn' })
@Table()
export class LocationAlsoIn {
  @One(() => Location, { primary: true, hidden: true })
  location: Relation<Location>;
  locationId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Location, { hidden: true })
  area: Relation<Location>;
  areaId: string;

  @ValidFrom()
  validFrom: Date;
}

/** Two areas that share ground, stored once with the smaller key first. */
@OwnedBy({ low: 'overlaps', high: 'overlaps' })
@Table()
@Rules((column) => ['order', `${column('lowId')} < ${column('highId')}`])
@Index(['highId'])
export class LocationOverlap {
  @One(() => Location, { primary: true, hidden: true })
  low: Relation<Location>;
  lowId: string;

  @One(() => Location, { primary: true, hidden: true })
  high: Relation<Location>;
  highId: string;

  @ValidFrom()
  validFrom: Date;
}

/** Each place with each place that contains it, and itself at depth 0. Maintained by triggers. */
@Table()
@Index(['ancestorId', 'locationId'])
export class LocationWithin {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  @PrimaryColumn({ type: 'uuid' })
  ancestorId: string;

  @Column({ type: 'int' })
  depth: number;
}
