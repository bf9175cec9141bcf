import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { GeoPrecision } from '../values/enums.ts';
import { GeoJson } from '../values/geojson.ts';
import { PointInput } from '../values/point.ts';
import { LocationKind } from './location.enums.ts';

@InputType({
  description: 'A change of a place: a key left out stays, null clears, a list replaces the list.',
})
export class UpdateLocationInput {
  @Field(() => LocationKind, { nullable: true, description: 'What sort of place it is.' })
  kind?: LocationKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All its names; the first PRIMARY one is shown.',
  })
  names?: NameInput[];

  @Field(() => ID, { nullable: true, description: 'The next larger unit that it lies in.' })
  parentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Other areas that wholly contain it.' })
  alsoInIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Areas that share ground with it, neither containing the other.',
  })
  overlapIds?: string[] | null;

  @Field(() => PointInput, { nullable: true, description: 'A point in or near it.' })
  point?: PointInput | null;

  @Field(() => GeoPrecision, { nullable: true, description: 'How exact `point` is.' })
  geoPrecision?: GeoPrecision | null;

  @Field(() => GeoJson, { nullable: true, description: 'Its outline or line.' })
  geometry?: object | null;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'Its ids in other systems, such as `ocha-pcode`.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new place.' })
export class CreateLocationInput extends UpdateLocationInput {
  @Field(() => LocationKind, { description: 'What sort of place it is.' })
  declare kind: LocationKind;

  @Field(() => [NameInput], { description: 'All its names; the first PRIMARY one is shown.' })
  declare names: NameInput[];
}
