import { Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { and, raw, type Sql, sql } from '../compiler/sql.ts';
import {
  BoundingBoxInput,
  describePolygon,
  inBox,
  inPolygon,
  type PointColumns,
  type PointCondition,
  pointOf,
} from '../locations/area.filter.ts';
import { PlaceScope } from '../locations/location.enums.ts';
import { isNear, NearInput } from '../locations/near.ts';
import { isAt, liesAt } from '../locations/within.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { keysOfRecords } from '../records/record-refs.ts';
import { withdrawnKey } from '../records/withdrawn-filter.ts';
import { GeoPrecision } from '../values/enums.ts';
import { GeoJson } from '../values/geojson.ts';
import { PlaceRole } from './claim.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s places. All must hold for the same place. Null or omitted ' +
    'conditions are ignored. The point of a place is the claim’s own point if there is one, ' +
    'otherwise the location’s point.',
})
export class PlaceFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'The claim names one of these locations, or a location that `scope` includes.',
  })
  id?: string[] | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description:
      'The claim names the location with this external id, such as an OCHA P-code, or a location ' +
      'that `scope` includes.',
  })
  externalId?: ExternalIdInput | null;

  @Field(() => PlaceScope, {
    defaultValue: PlaceScope.WITHIN,
    description:
      'How far the locations in `id` and `externalId` reach. By default, a location includes ' +
      'everything inside it.',
  })
  scope: PlaceScope;

  @Field(() => [PlaceRole], {
    nullable: true,
    description: 'The place has one of these roles in the claim.',
  })
  role?: PlaceRole[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description: 'The point of the place is in this circle.',
  })
  near?: NearInput | null;

  @Field(() => BoundingBoxInput, {
    nullable: true,
    description: 'The point of the place is in this box.',
  })
  bbox?: BoundingBoxInput | null;

  @Field(() => GeoJson, {
    nullable: true,
    description: describePolygon('The point of the place is'),
  })
  polygon?: object | null;

  @Field(() => [GeoPrecision], {
    nullable: true,
    description:
      'The claim locates the place with one of these precisions. Use it to leave out places that ' +
      'are known only by governorate.',
  })
  precision?: GeoPrecision[] | null;
}

/** The locations that a filter of places names. @throws Refusal naming an id of another type. */
export const keysOfPlaces = ({ id, externalId }: PlaceFilter, ctx: FilterContext) =>
  keysOfRecords({ ids: id, externalId }, 'Location', ctx.at('id'));

/** Whether a filter asks for more than being at or inside the locations that it names. */
export const limitsPlaces = ({ role, near, bbox, polygon, precision }: PlaceFilter): boolean =>
  [role, near, bbox, polygon, precision].some((each) => each != null);

/** The condition that one place of a claim meets the filter. @throws Refusal naming the key. */
export function hasPlace(claim: Sql, filter: PlaceFilter, ctx: FilterContext): Sql {
  const { scope, role, precision } = filter;
  const keys = keysOfPlaces(filter, ctx);
  if (!limitsPlaces(filter)) {
    if (!keys) return raw('true');
    // The index table has no withdrawn claims.
    if (!ctx.isUsed(withdrawnKey)) return isAt(claim, keys, scope);
  }
  const [place, location] = [ctx.alias(), ctx.alias()];
  const ofPlace = and([
    keys ? liesAt(sql`${place}.location_id`, keys, scope) : raw('true'),
    role == null ? raw('true') : sql`${place}.role = any(${role}::text[])`,
    precision == null ? raw('true') : sql`${place}.geo_precision = any(${precision}::text[])`,
  ]);
  const onPoint = pointConditions(filter, ctx);
  const meets = (point: PointColumns) => and(onPoint.map((condition) => condition(point)));
  const isIndexed = filter.bbox != null || filter.polygon != null;
  if (!isIndexed) {
    const point = {
      lat: sql`coalesce(${place}.point_lat, ${location}.point_lat)`,
      lon: sql`coalesce(${place}.point_lon, ${location}.point_lon)`,
    };
    return sql`exists (select from claim_place ${place}
      join location ${location} on ${location}.id = ${place}.location_id
      where ${place}.claim_id = ${claim}.id and ${ofPlace} and ${meets(point)})`;
  }
  // Two queries, because each can use an index of its own.
  return sql`${claim}.id in (
    select ${place}.claim_id from claim_place ${place}
    where ${meets(pointOf(place))} and ${ofPlace}
    union all
    select ${place}.claim_id from location ${location}
    join claim_place ${place} on ${place}.location_id = ${location}.id
    where ${meets(pointOf(location))} and ${place}.point_lat is null and ${ofPlace})`;
}

const pointConditions = (
  { near, bbox, polygon }: PlaceFilter,
  ctx: FilterContext,
): PointCondition[] => [
  ...(near == null ? [] : [isNear(near, ctx.at('near'))]),
  ...(bbox == null ? [] : [inBox(bbox, ctx.at('bbox'))]),
  ...(polygon == null ? [] : [inPolygon(polygon, ctx.at('polygon'))]),
];
