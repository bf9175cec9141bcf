import { GraphQLError, GraphQLScalarType } from 'graphql';
import { z } from 'zod';
import { pathText, plainIssue } from './plain-issues.ts';

const degrees = (name: string, max: number) => {
  const error = `a ${name} is a number from −${max} to ${max}`;
  return z.number({ error }).min(-max, { error }).max(max, { error });
};

/** Longitude and latitude; then height and measure, where there are any. */
const position = z.tuple(
  [
    degrees('longitude', 180),
    degrees('latitude', 90),
    z.number().optional(),
    z.number().optional(),
  ],
  { error: 'a position is a list of a longitude, a latitude and perhaps a height' },
);
const listOf = <T extends z.ZodType>(item: T, min: number, what: string) => {
  const error = `${what} is a list of at least ${min} ${min === 1 ? 'item' : 'positions'}`;
  return z.array(item, { error }).min(min, { error });
};
const line = listOf(position, 2, 'a line');
const ring = listOf(position, 4, 'a ring').refine(
  (points) => JSON.stringify(points[0]) === JSON.stringify(points.at(-1)),
  'a ring ends at the position at which it begins',
);
const polygon = listOf(ring, 1, 'a polygon');
const shape = <T extends string, C extends z.ZodType>(type: T, coordinates: C) =>
  z.object({ type: z.literal(type), coordinates });

const shapes = [
  shape('Point', position),
  shape('MultiPoint', z.array(position)),
  shape('LineString', line),
  shape('MultiLineString', z.array(line)),
  shape('Polygon', polygon),
  shape('MultiPolygon', z.array(polygon)),
] as const;
const collection = z.object({
  type: z.literal('GeometryCollection'),
  geometries: z.array(z.discriminatedUnion('type', shapes, { error: notAShape() })),
});
const geometry = z.discriminatedUnion('type', [...shapes, collection], {
  error: notAShape(', GeometryCollection'),
});

function notAShape(more = ''): string {
  const names = 'Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon';
  return `a geometry is an object whose type is one of ${names}${more}`;
}

/** 100,000 positions of two: the outline of a governorate has many thousands. */
const maxNumbers = 200_000;

const parse = (value: unknown): unknown => {
  const numbers = sizeOf(value);
  if (numbers > maxNumbers)
    throw refused(
      `GeoJSON may have at most ${maxNumbers} numbers, two or more a position. It has ${numbers}.`,
    );
  try {
    const { data, error } = geometry.safeParse(value, { error: plainIssue });
    if (data) return data;
    const [issue] = error.issues;
    const path = pathText(issue?.path ?? []);
    throw wrong(path === '' ? `${issue?.message}` : `${path}: ${issue?.message}`);
  } catch (error) {
    // zod cannot list a very large number of wrong parts.
    throw error instanceof RangeError ? wrong('nearly all of its parts are wrong') : error;
  }
};

/**
 * The number of numbers. They are counted first, because the check of a large wrong value would
 * record each wrong part.
 */
function sizeOf(value: unknown): number {
  const { coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
  const own = coordinates === undefined ? 0 : numbersIn(coordinates);
  return Array.isArray(geometries)
    ? geometries.reduce((sum, part) => sum + numbersIn(part?.coordinates), own)
    : own;
}

/** Anything in place of a number counts as one, and so do lists deeper than a MultiPolygon's. */
const numbersIn = (value: unknown, depth = 0): number =>
  Array.isArray(value) && value.length > 0 && depth < 4
    ? value.reduce((sum, each) => sum + numbersIn(each, depth + 1), 0)
    : 1;

const wrong = (what: string) =>
  refused(`GeoJSON must be a geometry object of RFC 7946, longitude before latitude: ${what}.`);

const refused = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

export const GeoJson = new GraphQLScalarType({
  name: 'GeoJSON',
  description:
    'A GeoJSON geometry object (RFC 7946): WGS 84, longitude before latitude, at most 200,000 ' +
    'numbers. Pass the object as a variable.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946',
  extensions: { storedAs: 'jsonb' },
  serialize: (value) => value,
  parseValue: parse,
});
