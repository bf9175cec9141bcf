import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.inputs.ts';
import { LocationRefInput } from '../records/ref.inputs.ts';
import { GeoPrecision } from '../values/enums.ts';
import { GeoJson } from '../values/geojson.ts';
import { Required } from '../values/input-fields.ts';
import { PointInput } from '../values/point.ts';
import { LocationKind } from './location.enums.ts';

@InputType({
  description:
    'The changes to a location. An omitted field keeps its value, null clears it, and a list ' +
    'replaces the whole list.',
})
export class UpdateLocationInput {
  @Field(() => LocationKind, { nullable: true, description: 'What kind of place the location is.' })
  kind?: LocationKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All names of the location. The first PRIMARY name is displayed.',
  })
  names?: NameInput[];

  @Field(() => LocationRefInput, {
    nullable: true,
    description: 'The next larger area that contains the location.',
  })
  parent?: LocationRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the next larger area that contains the location, `loc_…`.',
    deprecationReason: 'Use `parent`.',
  })
  parentId?: string | null;

  @Field(() => [LocationRefInput], {
    nullable: true,
    description: 'Other areas that wholly contain the location.',
  })
  alsoIn?: LocationRefInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of other areas that wholly contain the location, `loc_…`.',
    deprecationReason: 'Use `alsoIn`.',
  })
  alsoInIds?: string[] | null;

  @Field(() => [LocationRefInput], {
    nullable: true,
    description: 'Areas that overlap the location. Neither contains the other.',
  })
  overlaps?: LocationRefInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of areas that overlap the location, `loc_…`. Neither contains the other.',
    deprecationReason: 'Use `overlaps`.',
  })
  overlapIds?: string[] | null;

  @Field(() => PointInput, { nullable: true, description: 'A WGS 84 point in or near the place.' })
  point?: PointInput | null;

  @Field(() => GeoPrecision, {
    nullable: true,
    description: 'How precisely `point` locates the place, by UCDP `where_prec`.',
  })
  geoPrecision?: GeoPrecision | null;

  @Field(() => GeoJson, {
    nullable: true,
    description: 'The outline or line of the location, as GeoJSON (RFC 7946).',
  })
  geometry?: object | null;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The location’s external ids, for example in the system `ocha-pcode`.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The fields of a new location.' })
export class CreateLocationInput extends UpdateLocationInput {
  @Required()
  declare kind: LocationKind;

  @Required()
  declare names: NameInput[];
}
