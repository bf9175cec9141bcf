import { createHash } from 'node:crypto';
import type { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import { isUuid } from './ids.ts';
import { byCodePoint, padded } from './order.ts';
import { badInput, type Path } from './refusals.ts';

type Cast = 'date' | 'timestamptz' | 'text' | 'int';

/** One way to sort rows: the sort key as text (null: none), then the primary key. */
export interface Order {
  by: string;
  direction: 'ASC' | 'DESC';
  cast: Cast;
  key: (row: any) => string | null;
  primary: (row: any) => readonly string[];
}

export interface Position {
  key: string | null;
  primary: readonly string[];
}

export const positionOf = (order: Order, row: object): Position => ({
  key: order.key(row),
  primary: order.primary(row),
});

const integer = /^-?\d+$/;
const compareTexts = (a: string, b: string): number =>
  integer.test(a) && integer.test(b) ? Number(a) - Number(b) : byCodePoint(a, b);

/** Nulls come last in both directions. Ties are broken by primary key, in the order's direction. */
export function comparePositions({ direction, cast }: Order, a: Position, b: Position): number {
  if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
  const comparable = (key: string) => (cast === 'timestamptz' ? padded(key) : key);
  let found =
    a.key === null
      ? 0
      : (cast === 'int' ? compareTexts : byCodePoint)(comparable(a.key), comparable(b.key!));
  for (let i = 0; found === 0 && i < a.primary.length; i += 1)
    found = compareTexts(a.primary[i]!, b.primary[i]!);
  return direction === 'DESC' ? -found : found;
}

/** The name of a list in its cursors: the field, and the type or interface that declares it. */
export const listName = (type: GraphQLObjectType | GraphQLInterfaceType, field: string): string =>
  `${(type.getInterfaces().find((each) => field in each.getFields()) ?? type).name}.${field}`;

/** Six letters that identify the cursors of one field in one order. */
const tagOf = (field: string, { by, direction }: Order): string =>
  createHash('sha256').update(`${field} ${by} ${direction}`).digest('base64url').slice(0, 6);

const hexOf = (text: string): string => Buffer.from(text).toString('hex');
const textOf = (hex: string): string => Buffer.from(hex, 'hex').toString();

/** Tag, primary key, and sort key if there is one. */
export const cursorText = (field: string, order: Order, { key, primary }: Position): string =>
  [
    tagOf(field, order),
    ...primary,
    ...(key === null ? [] : [order.cast === 'text' ? hexOf(key) : key]),
  ].join('~');

const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
};

const isWellFormed: Record<Cast, (key: string) => boolean> = {
  date: isDay,
  timestamptz: (key) =>
    isDay(key.slice(0, 10)) && /^.{10} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/.test(key),
  int: (key) => /^-?\d{1,9}$/.test(key),
  text: (key) => !textOf(key).includes('\0') && hexOf(textOf(key)) === key,
};

/** @throws a refusal with the path unless it is a cursor of this field in this order. */
export function readCursor(cursor: string, field: string, order: Order, path: Path): Position {
  const [family, ...rest] = cursor.split('~');
  // The key of a record, or the key of a record and a version.
  const keys = field.endsWith('.history') ? 2 : 1;
  const primary = rest.slice(0, keys);
  const key = rest[keys];
  const holds =
    family === tagOf(field, order) &&
    (rest.length === keys || rest.length === keys + 1) &&
    isUuid(primary[0]!) &&
    primary.slice(1).every(isWellFormed.int) &&
    (key === undefined || isWellFormed[order.cast](key));
  if (!holds) throw badInput(path);
  return { key: key === undefined ? null : order.cast === 'text' ? textOf(key) : key, primary };
}

export { isDay };
