import { Field, Float, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';
import type { PointCondition } from './area.filter.ts';

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
export function isNear(near: NearInput, ctx: FilterContext): PointCondition {
  for (const [key, [min, max]] of Object.entries(ranges)) {
    const value = near[key as keyof NearInput];
    if (!(value >= min && value <= max))
      throw badInput({
        path: [...ctx.path, key],
        message: `${key} must be from ${min} to ${max}.`,
      });
  }
  return ({ lat, lon }) =>
    sql`distance_km(${lat}, ${lon}, ${near.lat}::float8, ${near.lon}::float8)
      <= ${near.withinKm}::float8`;
}
