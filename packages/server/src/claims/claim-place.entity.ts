import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Location } from '../locations/location.entity.ts';
import { Embed, Enum, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Basis, GeoPrecision } from '../values/enums.ts';
import { Point } from '../values/point.ts';
import { Claim } from './claim.entity.ts';
import { PlaceRole } from './claim.enums.ts';

@ObjectType({ description: 'A place that a claim names, and its role.' })
@OwnedBy({ claim: 'places' })
@Table({ orderBy: { position: 'ASC' } })
export class ClaimPlace {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Location, { description: 'The location that the claim names.' })
  location: Relation<Location>;
  locationId: string;

  @Enum(() => PlaceRole, { description: 'The role of the place in the claim.' })
  role: PlaceRole;

  @Enum(() => GeoPrecision, {
    nullable: true,
    description:
      'How precisely the claim locates the place, by UCDP `where_prec`. Null: not judged.',
  })
  geoPrecision: GeoPrecision | null;

  @Embed(() => Point, {
    nullable: true,
    description:
      'The point that the claim’s own source gives, WGS 84, which can differ from ' +
      '`location.point`. Null: no point is given.',
  })
  point: Point | null;

  @Enum(() => Basis, {
    description: 'Whether the report states the place or the analyst inferred it.',
  })
  basis: Basis;

  @Text({
    nullable: true,
    description: 'The place as the report words it, such as "the two areas". Null: not recorded.',
  })
  asWritten: string | null;

  @ValidFrom()
  validFrom: Date;
}
