import { Field, Float, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { and, or, type Sql, sql } from '../compiler/sql.ts';
import { badInput } from '../values/errors.ts';

@InputType({
  description:
    'A box of longitudes and latitudes, on WGS 84, which includes its edges. A box whose `west` ' +
    'is greater than its `east` crosses the antimeridian (RFC 7946, section 5.2).',
})
export class BoundingBoxInput {
  @Field(() => Float, { description: 'The western edge, a longitude of −180 to 180.' })
  west: number;

  @Field(() => Float, { description: 'The southern edge, a latitude of −90 to 90.' })
  south: number;

  @Field(() => Float, { description: 'The eastern edge, a longitude of −180 to 180.' })
  east: number;

  @Field(() => Float, { description: 'The northern edge, a latitude of −90 to 90.' })
  north: number;
}

/** The latitude and longitude of a point, in SQL. */
export interface PointColumns {
  lat: Sql;
  lon: Sql;
}

/** The point of a row that has one. */
export const pointOf = (row: Sql): PointColumns => ({
  lat: sql`${row}.point_lat`,
  lon: sql`${row}.point_lon`,
});

/** The condition that a point meets a filter. */
export type PointCondition = (point: PointColumns) => Sql;

const edges = { west: 180, south: 90, east: 180, north: 90 } as const;

/** The condition that a point is in the box. @throws Refusal with the path of a wrong edge. */
export function inBox(box: BoundingBoxInput, ctx: FilterContext): PointCondition {
  for (const [edge, limit] of Object.entries(edges))
    if (!(Math.abs(box[edge as keyof BoundingBoxInput]) <= limit))
      throw badInput({
        path: [...ctx.path, edge],
        message: `${edge} must be from ${-limit} to ${limit}.`,
      });
  const { west, south, east, north } = box;
  if (south > north)
    throw badInput({
      path: [...ctx.path, 'north'],
      message: `The northern edge (${north}) is south of the southern edge (${south}).`,
    });
  return ({ lat, lon }) =>
    and([
      sql`${lat} between ${south}::float8 and ${north}::float8`,
      west <= east
        ? sql`${lon} between ${west}::float8 and ${east}::float8`
        : sql`(${lon} >= ${west}::float8 or ${lon} <= ${east}::float8)`,
    ]);
}

/** A position of GeoJSON: longitude, then latitude. A polygon is its outline, then its holes. */
type Position = readonly [lon: number, lat: number, ...others: unknown[]];
type Polygon = readonly (readonly Position[])[];

/** How many positions the outlines of a filter may have together. */
const maxPositions = 1_000;

export const describePolygon = (subject: string): string =>
  `${subject} inside this GeoJSON Polygon or MultiPolygon (RFC 7946), holes left out. Up to ` +
  `${maxPositions.toLocaleString('en')} positions. Straight lines join them on the map of ` +
  'longitudes and latitudes. Cut a polygon in two where it crosses the antimeridian.';

/**
 * The condition that a point is in the polygon. The smallest box around each outline comes first,
 * because an index can answer it.
 *
 * @throws Refusal for another geometry, too many positions, an outline that surrounds nothing, or
 *   an edge across the antimeridian.
 */
export function inPolygon(geometry: object, ctx: FilterContext): PointCondition {
  const polygons = polygonsOf(geometry as { type: string; coordinates: never }, ctx);
  const rings = polygons.flat();
  const count = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (count > maxPositions) {
    const message = `The outlines may have at most ${maxPositions} positions. They have ${count}.`;
    throw badInput({ path: ctx.path, message: `${message} Simplify them.` });
  }
  if (rings.length === 0 || rings.some(isFlat))
    throw badInput({
      path: ctx.path,
      message: 'Each outline must surround an area: three or more points that are not on one line.',
    });
  if (rings.some(crossesAntimeridian))
    throw badInput({
      path: ctx.path,
      message:
        'An edge spans more than 180 degrees of longitude. Cut the polygon in two at the ' +
        'antimeridian (RFC 7946, section 3.1.9), and pass both parts as a MultiPolygon.',
    });
  return (point) => or(polygons.map((polygon) => isInOne(polygon, point)));
}

function polygonsOf(
  { type, coordinates }: { type: string; coordinates: never },
  ctx: FilterContext,
): readonly Polygon[] {
  if (type === 'Polygon') return [coordinates];
  if (type === 'MultiPolygon') return coordinates;
  throw badInput({
    path: ctx.path,
    message: `A Polygon or MultiPolygon is wanted here, not a ${type}.`,
  });
}

const crossesAntimeridian = (ring: readonly Position[]): boolean =>
  ring.some(([lon], i) => Math.abs(lon - (ring[i - 1]?.[0] ?? lon)) > 180);

/** Whether all positions are on one line, or are the same. */
function isFlat(ring: readonly Position[]): boolean {
  const [[x, y]] = ring as [Position];
  const steps = ring.map(([lon, lat]) => ({ dx: lon - x, dy: lat - y }));
  const some = steps.find(({ dx, dy }) => dx !== 0 || dy !== 0);
  return !some || steps.every(({ dx, dy }) => some.dx * dy === some.dy * dx);
}

function isInOne([outline = [], ...holes]: Polygon, { lat, lon }: PointColumns): Sql {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const at = sql`point(${lon}, ${lat})`;
  return and([
    sql`${lat} between ${Math.min(...ys)}::float8 and ${Math.max(...ys)}::float8`,
    sql`${lon} between ${Math.min(...xs)}::float8 and ${Math.max(...xs)}::float8`,
    sql`${textOfRing(outline)}::polygon @> ${at}`,
    ...holes.map((hole) => sql`not ${textOfRing(hole)}::polygon @> ${at}`),
  ]);
}

/** A ring as PostgreSQL writes a polygon, which it closes itself. */
const textOfRing = (ring: readonly Position[]): string =>
  `(${ring
    .slice(0, -1)
    .map(([x, y]) => `(${x},${y})`)
    .join(',')})`;
