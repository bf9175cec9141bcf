import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { GeoPrecision } from '../values/enums.ts';
import { GeoJson } from '../values/geojson.ts';
import { Required } from '../values/input-fields.ts';
import { PointInput } from '../values/point.ts';
import { LocationKind } from './location.enums.ts';

@InputType({
  description:
    'The changes to a place. A field left out stays, null clears, a list replaces the list.',
})
export class UpdateLocationInput {
  @Field(() => LocationKind, { nullable: true, description: 'What kind of place it is.' })
  kind?: LocationKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All names of the place. The first PRIMARY one is shown.',
  })
  names?: NameInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the next larger unit that contains the place, `loc_…`.',
  })
  parentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of other areas that wholly contain the place, `loc_…`.',
  })
  alsoInIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The ids of areas that share ground with the place, `loc_…`. Neither contains the other.',
  })
  overlapIds?: string[] | null;

  @Field(() => PointInput, { nullable: true, description: 'A point in or near the place.' })
  point?: PointInput | null;

  @Field(() => GeoPrecision, {
    nullable: true,
    description: 'How exactly `point` gives the place.',
  })
  geoPrecision?: GeoPrecision | null;

  @Field(() => GeoJson, {
    nullable: true,
    description: 'The outline or line of the place, in GeoJSON (RFC 7946).',
  })
  geometry?: object | null;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The place’s ids in other systems, such as `ocha-pcode`.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The values of a new place.' })
export class CreateLocationInput extends UpdateLocationInput {
  @Required()
  declare kind: LocationKind;

  @Required()
  declare names: NameInput[];
}
