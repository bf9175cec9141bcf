import { GraphQLError, GraphQLScalarType } from 'graphql';
import { z } from 'zod';

/** Longitude and latitude; then height and measure, where there are any. */
const position = z.tuple([
  z.number().min(-180).max(180),
  z.number().min(-90).max(90),
  z.number().optional(),
  z.number().optional(),
]);
const line = z.array(position).min(2);
const ring = z
  .array(position)
  .min(4)
  .refine(
    (points) => JSON.stringify(points[0]) === JSON.stringify(points.at(-1)),
    'a ring ends where it starts',
  );
const shape = <T extends string, C extends z.ZodType>(type: T, coordinates: C) =>
  z.object({ type: z.literal(type), coordinates });

const simple = z.discriminatedUnion('type', [
  shape('Point', position),
  shape('MultiPoint', z.array(position)),
  shape('LineString', line),
  shape('MultiLineString', z.array(line)),
  shape('Polygon', z.array(ring).min(1)),
  shape('MultiPolygon', z.array(z.array(ring).min(1))),
]);
const geometry = z.union([
  simple,
  z.object({ type: z.literal('GeometryCollection'), geometries: z.array(simple) }),
]);

/** 100,000 positions of two: the outline of a governorate has many thousands. */
const maxNumbers = 200_000;

const parse = (value: unknown): unknown => {
  const numbers = sizeOf(value);
  if (numbers > maxNumbers)
    throw refused(
      `GeoJSON may have at most ${maxNumbers} numbers, two or more a position. It has ${numbers}.`,
    );
  try {
    const { data, error } = geometry.safeParse(value);
    if (data) return data;
    const { path, message } = error.issues[0]!;
    throw wrong([...path, message].join(' '));
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
