import { Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { join, raw, type Sql, sql } from '../compiler/sql.ts';
import { PlaceScope } from '../locations/location.enums.ts';
import { isNear, NearInput } from '../locations/near.ts';
import { isAt, liesAt } from '../locations/within.ts';
import { withdrawnKey } from '../records/withdrawn-filter.ts';
import { GeoPrecision } from '../values/enums.ts';
import { PlaceRole } from './claim.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s places. All must hold for the same place. Null or omitted ' +
    'conditions are ignored.',
})
export class PlaceFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'The claim names one of these locations, or a location that `scope` includes.',
  })
  id?: string[] | null;

  @Field(() => PlaceScope, {
    defaultValue: PlaceScope.WITHIN,
    description:
      'How far the locations in `id` reach. By default, a location includes everything inside it.',
  })
  scope: PlaceScope;

  @Field(() => [PlaceRole], {
    nullable: true,
    description: 'The place has one of these roles in the claim.',
  })
  role?: PlaceRole[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description:
      'The place is near this point. Uses the claim’s own point if there is one, otherwise the ' +
      'location’s point.',
  })
  near?: NearInput | null;

  @Field(() => [GeoPrecision], {
    nullable: true,
    description:
      'The claim locates the place with one of these precisions. Use it to leave out places that ' +
      'are known only by governorate.',
  })
  precision?: GeoPrecision[] | null;
}

/** The condition that one place of a claim meets the filter. @throws Refusal naming the key. */
export function hasPlace(
  claim: Sql,
  { id, scope, role, near, precision }: PlaceFilter,
  ctx: FilterContext,
): Sql {
  const ids =
    id == null ? undefined : sql`select unnest(${ctx.at('id').keys(id, 'Location')}::uuid[])`;
  // The index table has no withdrawn claims.
  const isIndexed = !ctx.isUsed(withdrawnKey);
  if (isIndexed && role == null && near == null && precision == null)
    return ids ? isAt(claim, ids, scope) : raw('true');
  const [place, location] = [ctx.alias(), ctx.alias()];
  const conditions = [sql`${place}.claim_id = ${claim}.id`];
  if (ids) conditions.push(liesAt(sql`${place}.location_id`, ids, scope));
  if (role != null) conditions.push(sql`${place}.role = any(${role}::text[])`);
  if (precision != null) conditions.push(sql`${place}.geo_precision = any(${precision}::text[])`);
  if (near != null)
    conditions.push(
      isNear(
        sql`coalesce(${place}.point_lat, ${location}.point_lat)`,
        sql`coalesce(${place}.point_lon, ${location}.point_lon)`,
        near,
        ctx,
      ),
    );
  return sql`exists (select from claim_place ${place}
    join location ${location} on ${location}.id = ${place}.location_id
    where ${join(conditions, ' and ')})`;
}
