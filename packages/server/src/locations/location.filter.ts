import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { type FilterContext, Where } from '../compiler/filter.ts';
import { type Sql, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NamedOrderField } from '../records/named-listing.ts';
import { RecordFilter } from '../records/record.filter.ts';
import { keyByExternalId } from '../records/record-refs.ts';
import { describeTextFilter, hasExternalId, hasNameLike } from '../records/text.ts';
import { WithdrawnCondition, type WithdrawnMatch } from '../records/withdrawn-filter.ts';
import { GeoJson } from '../values/geojson.ts';
import { BoundingBoxInput, describePolygon, inBox, inPolygon, pointOf } from './area.filter.ts';
import { LocationKind, PlaceScope } from './location.enums.ts';

@InputType({
  description:
    'Conditions on locations. All must hold. Null or omitted conditions are ignored; an empty ' +
    'list of values matches nothing.',
})
export class LocationFilter extends RecordFilter {
  @Field(() => [LocationFilter], { nullable: true, description: 'Filters that must all match.' })
  and?: LocationFilter[] | null;

  @Field(() => [LocationFilter], {
    nullable: true,
    description: 'Filters, at least one of which must match.',
  })
  or?: LocationFilter[] | null;

  @Field(() => LocationFilter, { nullable: true, description: 'A filter that must not match.' })
  not?: LocationFilter | null;

  @WithdrawnCondition('location')
  withdrawn?: WithdrawnMatch | null;

  @Field(() => [ID], { nullable: true, description: 'The location has one of these ids.' })
  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Location')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [LocationKind], {
    nullable: true,
    description: 'The location is of one of these kinds.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: LocationKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The location is inside the location with this id, which itself does not match.',
  })
  @Where((row, id: string, ctx) => {
    const [area] = ctx.keys(id, 'Location');
    return isInside(row, sql`${area}::uuid`, ctx);
  })
  within?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description:
      'The location is inside the location with this external id, which itself does not match.',
  })
  @Where((row, id: ExternalIdInput, ctx) =>
    isInside(row, sql`(${keyByExternalId(id, 'location_id')})`, ctx),
  )
  withinExternalId?: ExternalIdInput | null;

  @Field(() => BoundingBoxInput, {
    nullable: true,
    description: 'The location’s point is in this box. Locations without a point do not match.',
  })
  @Where((row, box: BoundingBoxInput, ctx) => inBox(box, ctx)(pointOf(row)))
  bbox?: BoundingBoxInput | null;

  @Field(() => GeoJson, {
    nullable: true,
    description: describePolygon('The location’s point is'),
  })
  @Where((row, geometry: object, ctx) => inPolygon(geometry, ctx)(pointOf(row)))
  polygon?: object | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The location has this external id, such as an OCHA P-code.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'location_id'))
  externalId?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: describeTextFilter('One of the location’s names'),
  })
  @Where((row, text: string, ctx) => hasNameLike(text, ctx, row, 'location_id'))
  text?: string | null;
}

function isInside(location: Sql, area: Sql, ctx: FilterContext): Sql {
  const inside = ctx.alias();
  return sql`exists (select from location_within ${inside}
    where ${inside}.location_id = ${location}.id and ${inside}.ancestor_id = ${area}
      and ${inside}.depth > 0)`;
}

export const LocationOrder = orderInput('LocationOrder', () => NamedOrderField, 'ASC');
export const LocationListArgs = listArgs(
  () => LocationFilter,
  () => LocationOrder,
  'by name',
);

@ArgsType()
export class LocationClaimArgs extends ClaimListArgs {
  @Field(() => PlaceScope, {
    defaultValue: PlaceScope.WITHIN,
    description:
      'How far the location reaches: only itself, everything inside it, or also the areas that ' +
      'overlap it.',
  })
  scope: PlaceScope;
}
