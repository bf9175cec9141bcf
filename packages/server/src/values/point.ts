import { Max, Min } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { Decimal, Value } from './columns.ts';

@Value('A point on WGS 84, in decimal degrees.')
export class Point {
  @Decimal({ min: -90, max: 90, description: 'Latitude in degrees, north positive.' })
  lat: number;

  @Decimal({ min: -180, max: 180, description: 'Longitude in degrees, east positive.' })
  lon: number;
}

@InputType({ description: 'A point on WGS 84, in decimal degrees.' })
export class PointInput {
  @Field(() => Float, { description: 'Latitude in degrees, north positive.' })
  @Min(-90)
  @Max(90)
  lat: number;

  @Field(() => Float, { description: 'Longitude in degrees, east positive.' })
  @Min(-180)
  @Max(180)
  lon: number;
}
