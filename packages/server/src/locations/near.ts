import { Field, Float, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';

@InputType({ description: 'A circle around a point, on WGS 84.' })
export class NearInput {
  @Field(() => Float, {
    description: 'The latitude of the point in decimal degrees, −90 to 90, north positive.',
  })
  lat: number;

  @Field(() => Float, {
    description: 'The longitude of the point in decimal degrees, −180 to 180, east positive.',
  })
  lon: number;

  @Field(() => Float, {
    description: 'The radius in kilometres along the earth’s surface, 0.001 to 1,000.',
  })
  withinKm: number;
}

const ranges = { lat: [-90, 90], lon: [-180, 180], withinKm: [0.001, 1_000] } as const;

/** The condition that a point is in the circle. @throws Refusal with the path of a wrong key. */
export function isNear(lat: Sql, lon: Sql, near: NearInput, ctx: FilterContext): Sql {
  for (const [key, [min, max]] of Object.entries(ranges)) {
    const value = near[key as keyof NearInput];
    if (!(value >= min && value <= max))
      throw badInput({
        path: [...ctx.path, 'near', key],
        message: `${key} must be from ${min} to ${max}.`,
      });
  }
  const distance = sql`distance_km(${lat}, ${lon}, ${near.lat}::float8, ${near.lon}::float8)`;
  return sql`${distance} <= ${near.withinKm}::float8`;
}
