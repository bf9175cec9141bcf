import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Location } from '../locations/location.entity.ts';
import { Embed, Enum, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Basis, GeoPrecision } from '../values/enums.ts';
import { Point } from '../values/point.ts';
import { Claim } from './claim.entity.ts';
import { PlaceRole } from './claim.enums.ts';

@ObjectType({ description: 'A place that a claim names.' })
@OwnedBy({ claim: 'places' })
@Table({ orderBy: { position: 'ASC' } })
export class ClaimPlace {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Location, { description: 'The place.' })
  location: Relation<Location>;
  locationId: string;

  @Enum(() => PlaceRole, { description: 'What it is to the claim.' })
  role: PlaceRole;

  @Enum(() => GeoPrecision, {
    nullable: true,
    description: 'How exactly the claim places it. Null: not judged.',
  })
  geoPrecision: GeoPrecision | null;

  @Embed(() => Point, {
    nullable: true,
    description: 'The claim’s own point, kept beside the gazetteer’s. Null: it gives none.',
  })
  point: Point | null;

  @Enum(() => Basis, { description: 'Stated by the report, or inferred by the analyst.' })
  basis: Basis;

  @Text({
    nullable: true,
    description: 'The words it was read from: "the two areas". Null: not noted.',
  })
  asWritten: string | null;

  @ValidFrom()
  validFrom: Date;
}
