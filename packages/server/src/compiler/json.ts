import { type GraphQLOutputType, getNamedType, isEnumType, isListType, isNonNullType } from 'graphql';
import { join, raw, type Sql, sql, text } from './sql.ts';

/** A stretch of the JSON text: a constant, or an expression that PostgreSQL writes. */
export type Piece = string | Sql;

/** PostgreSQL takes 100 arguments to a call. */
const maxArguments = 100;

/** One text expression; `concat` reads null as nothing, so nothing that may be null comes here unguarded. */
export function concat(pieces: readonly Piece[]): Sql {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  const parts = merged.map((piece) => (typeof piece === 'string' ? text(piece) : piece));
  if (parts.length === 1) return typeof merged[0] === 'string' ? parts[0]! : sql`concat(${parts[0]})`;
  return call(parts);
}

function call(parts: readonly Sql[]): Sql {
  if (parts.length <= maxArguments) return sql`concat(${join(parts, ', ')})`;
  const chunks = Array.from({ length: Math.ceil(parts.length / maxArguments) }, (_, i) =>
    parts.slice(i * maxArguments, (i + 1) * maxArguments),
  );
  return call(chunks.map(call));
}

/** RFC 3339 in UTC, to the microsecond, in JSON's quotation marks. */
const instant = raw(`'\\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\\"'`);

/** A leaf as JSON. `prefix` stands before ids; a `plain` text has nothing to escape. */
export function leaf(
  value: Sql,
  type: GraphQLOutputType,
  { prefix = '', plain = false }: { prefix?: string; plain?: boolean } = {},
): Piece[] {
  const nullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [orNull(sql`to_json(${value})::text`, nullable)];
  const named = getNamedType(inner);
  if (named.name === 'ID' || isEnumType(named) || plain) {
    return nullable ? [orNull(sql`${text(`"${prefix}`)} || ${value} || '"'`, true)] : [`"${prefix}`, value, '"'];
  }
  if (named.name === 'Int') return [nullable ? orNull(sql`${value}::text`, true) : value];
  if (named.name === 'DateTime') {
    return [orNull(sql`to_char(${value} at time zone 'UTC', ${instant})`, nullable)];
  }
  if (named.name === 'GeoJSON') return [orNull(sql`${value}::text`, nullable)];
  return [nullable ? orNull(sql`to_json(${value})::text`, true) : sql`to_json(${value})`];
}

const orNull = (value: Sql, nullable: boolean): Sql => (nullable ? sql`coalesce(${value}, 'null')` : value);

/** An object's fields in the order of the query. */
export const object = (fields: readonly { key: string; value: readonly Piece[] }[]): Piece[] => [
  '{',
  ...fields.flatMap(({ key, value }, i) => [`${i === 0 ? '' : ','}${JSON.stringify(key)}:`, ...value]),
  '}',
];
