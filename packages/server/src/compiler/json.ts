import {
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
} from 'graphql';
import { literal, raw, type Sql, sql } from './sql.ts';

/** A stretch of the JSON text: a constant, or an expression that PostgreSQL writes. */
export type Piece = string | Sql;

/**
 * One text expression. Of `||` and a null comes null, so nothing that may be null comes here unguarded. `concat` would read it as nothing;
 * but it looks up how each type is written and copies each part as a C string, at four times the cost.
 */
export function concat(pieces: readonly Piece[]): Sql {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return halves(merged.map((piece) => (typeof piece === 'string' ? literal(piece) : piece)));
}

/** Joined as a tree: one after the other, a long text would be copied again for each part that follows. */
function halves(parts: readonly Sql[]): Sql {
  if (parts.length === 1) return parts[0]!;
  const middle = parts.length >> 1;
  return sql`(${halves(parts.slice(0, middle))} || ${halves(parts.slice(middle))})`;
}

/** The texts of rows as the inside of a list; of no rows, nothing. `which` may leave some of them out. */
export const listed = (value: Sql, order: Sql, which: Sql = raw('')): Sql =>
  sql`coalesce(string_agg(${value}, ',' order by ${order})${which}, '')`;

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
    return nullable
      ? [orNull(sql`${literal(`"${prefix}`)} || ${value} || '"'`, true)]
      : [`"${prefix}`, value, '"'];
  }
  if (named.name === 'Int') return [nullable ? orNull(sql`${value}::text`, true) : value];
  if (named.name === 'DateTime') {
    return [orNull(sql`to_char(${value} at time zone 'UTC', ${instant})`, nullable)];
  }
  if (named.name === 'GeoJSON') return [orNull(sql`${value}::text`, nullable)];
  const written =
    named.name === 'Boolean' || named.name === 'Float'
      ? sql`to_json(${value})::text`
      : sql`json_text(${value})`;
  return [orNull(written, nullable)];
}

const orNull = (value: Sql, nullable: boolean): Sql =>
  nullable ? sql`coalesce(${value}, 'null')` : value;

/** An object's fields in the order of the query. */
export const object = (fields: readonly { key: string; value: readonly Piece[] }[]): Piece[] => [
  '{',
  ...fields.flatMap(({ key, value }, i) => [
    `${i === 0 ? '' : ','}${JSON.stringify(key)}:`,
    ...value,
  ]),
  '}',
];
