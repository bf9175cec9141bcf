import { Field, Float, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';

@InputType({ description: 'A circle around a point, on WGS 84.' })
export class NearInput {
  @Field(() => Float, {
    description: 'Latitude of the point in decimal degrees, −90 to 90, north positive.',
  })
  lat: number;

  @Field(() => Float, {
    description: 'Longitude of the point in decimal degrees, −180 to 180, east positive.',
  })
  lon: number;

  @Field(() => Float, {
    description: 'The radius in kilometres along the earth’s surface, 0.001 to 1,000.',
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
