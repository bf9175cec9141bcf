import { Field, Float, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';

@InputType({ description: 'Near a point.' })
export class NearInput {
  @Field(() => Float, { description: 'Latitude in degrees.' })
  lat: number;

  @Field(() => Float, { description: 'Longitude in degrees.' })
  lon: number;

  @Field(() => Float, {
    description: 'Kilometres around it along the earth’s surface: above 0, at most 1,000.',
  })
  withinKm: number;
}

const ranges = { lat: [-90, 90], lon: [-180, 180], withinKm: [0.001, 1_000] } as const;

/** The condition that a point lies near another: great-circle distance on a sphere of 6,371.0088 km (IUGG mean radius). @throws Refusal naming the key. */
export function isNear(lat: Sql, lon: Sql, near: NearInput, use: FilterContext): Sql {
  for (const [key, [min, max]] of Object.entries(ranges)) {
    const value = near[key as keyof NearInput];
    if (!(value >= min && value <= max))
      throw badInput({
        path: [...use.path, 'near', key],
        message: `${key} must be from ${min} to ${max}.`,
      });
  }
  const [a, o] = [sql`${near.lat}::float8`, sql`${near.lon}::float8`];
  const half = sql`power(sind((${lat} - ${a}) / 2), 2) + cosd(${a}) * cosd(${lat}) * power(sind((${lon} - ${o}) / 2), 2)`;
  return sql`12742.0176 * asin(sqrt(least(1, ${half}))) <= ${near.withinKm}::float8`;
}
