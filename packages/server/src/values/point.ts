import { InputType } from 'type-graphql';
import { Decimal, Value } from './columns.ts';
import { DecimalOf } from './input-fields.ts';

@Value('A point on WGS 84, in decimal degrees.')
export class Point {
  @Decimal({
    min: -90,
    max: 90,
    description: 'The latitude in decimal degrees, −90 to 90, north positive.',
  })
  lat: number;

  @Decimal({
    min: -180,
    max: 180,
    description: 'The longitude in decimal degrees, −180 to 180, east positive.',
  })
  lon: number;
}

@InputType({ description: 'A point on WGS 84, in decimal degrees.' })
export class PointInput {
  @DecimalOf(Point, 'lat', {
    description: 'The latitude in decimal degrees, −90 to 90, north positive.',
  })
  lat: number;

  @DecimalOf(Point, 'lon', {
    description: 'The longitude in decimal degrees, −180 to 180, east positive.',
  })
  lon: number;
}
