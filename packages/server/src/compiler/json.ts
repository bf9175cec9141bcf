import {
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
} from 'graphql';
import { literal, raw, type Sql, sql } from './sql.ts';

/** A piece of JSON text: a constant, or an SQL expression whose value is the text. */
export type Piece = string | Sql;

/** A field of a JSON object. */
export interface JsonField {
  key: string;
  value: Piece[];
}

/**
 * The pieces as one SQL expression. `||` with a null is null, so a piece must never be null. The
 * function `concat` would skip nulls, but takes four times as long: it looks up how each type is
 * written, and copies each argument as a C string.
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

/** Concatenates as a balanced tree. From left to right, each `||` would copy all texts so far. */
function halves(parts: readonly Sql[]): Sql {
  const [first = literal('')] = parts;
  if (parts.length <= 1) return first;
  const middle = parts.length >> 1;
  return sql`(${halves(parts.slice(0, middle))} || ${halves(parts.slice(middle))})`;
}

/** The texts of all rows, separated by commas. `filter` is a clause that excludes some of them. */
export const stringAgg = (text: Sql, order: Sql, filter: Sql = raw('')): Sql =>
  sql`coalesce(string_agg(${text}, ',' order by ${order})${filter}, '')`;

/** RFC 3339 in UTC with microseconds, in the quotation marks of JSON. */
const timestampFormat = raw(`'\\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\\"'`);

/** What a leaf may have: a prefix of ids, or a text that JSON need not escape. */
interface LeafOptions {
  prefix?: string;
  jsonSafe?: boolean;
}

/**
 * A scalar or enum as JSON. A scalar that is not one of GraphQL's own says in its extensions as
 * what it is stored (`storedAs`); if it does not, it is a text.
 */
export function leaf(
  value: Sql,
  type: GraphQLOutputType,
  { prefix = '', jsonSafe = false }: LeafOptions = {},
): Piece[] {
  const nullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [orNull(sql`to_json(${value})::text`, nullable)];
  const named = getNamedType(inner);
  if (named.name === 'ID' || isEnumType(named) || jsonSafe) {
    return nullable
      ? [orNull(sql`${literal(`"${prefix}`)} || ${value} || '"'`, true)]
      : [`"${prefix}`, value, '"'];
  }
  if (named.name === 'Int') return [nullable ? orNull(sql`${value}::text`, true) : value];
  if (named.name === 'Boolean' || named.name === 'Float')
    return [orNull(sql`to_json(${value})::text`, nullable)];
  switch (named.extensions.storedAs) {
    case 'timestamptz':
      return [orNull(sql`to_char(${value} at time zone 'UTC', ${timestampFormat})`, nullable)];
    case 'jsonb':
      return [orNull(sql`${value}::text`, nullable)];
    default:
      return [orNull(sql`json_text(${value})`, nullable)];
  }
}

const orNull = (value: Sql, nullable: boolean): Sql =>
  nullable ? sql`coalesce(${value}, 'null')` : value;

/** An object with the fields in the order of the selection. */
export const object = (fields: readonly JsonField[]): Piece[] => [
  '{',
  ...fields.flatMap(({ key, value }, i) => [
    `${i === 0 ? '' : ','}${JSON.stringify(key)}:`,
    ...value,
  ]),
  '}',
];
