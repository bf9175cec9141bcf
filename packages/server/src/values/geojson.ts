import { GraphQLError, GraphQLScalarType } from 'graphql';
import { z } from 'zod';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const line = z.array(position).min(2);
const ring = z
  .array(position)
  .min(4)
  .refine((points) => JSON.stringify(points[0]) === JSON.stringify(points.at(-1)), 'a ring ends where it starts');
const shape = <T extends string, C extends z.ZodType>(type: T, coordinates: C) => z.object({ type: z.literal(type), coordinates });

const simple = z.discriminatedUnion('type', [
  shape('Point', position),
  shape('MultiPoint', z.array(position)),
  shape('LineString', line),
  shape('MultiLineString', z.array(line)),
  shape('Polygon', z.array(ring).min(1)),
  shape('MultiPolygon', z.array(z.array(ring).min(1))),
]);
const geometry = z.union([simple, z.object({ type: z.literal('GeometryCollection'), geometries: z.array(simple) })]);

const parse = (value: unknown): unknown => {
  const { data, error } = geometry.safeParse(value);
  if (data) return data;
  const { path, message } = error.issues[0]!;
  throw new GraphQLError(`GeoJSON must be a geometry object of RFC 7946, longitude before latitude: ${[...path, message].join(' ')}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

export const GeoJson = new GraphQLScalarType({
  name: 'GeoJSON',
  description: 'A geometry object of GeoJSON (RFC 7946): WGS 84, longitude before latitude. Give it as a variable.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946',
  serialize: (value) => value,
  parseValue: parse,
});
