import { createHash } from 'node:crypto';
import type { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import { isUuid } from './ids.ts';
import { byCodePoint, padded } from './order.ts';
import { badInput, type Path } from './refusals.ts';

type Cast = 'date' | 'timestamptz' | 'text' | 'int';

/** One way to sort rows: the sort key as text (null: none), and the primary key behind it. */
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

export const positionOf = (order: Order, row: object): Position => ({ key: order.key(row), primary: order.primary(row) });

const whole = /^-?\d+$/;
const compareTexts = (a: string, b: string): number => (whole.test(a) && whole.test(b) ? Number(a) - Number(b) : byCodePoint(a, b));

/** Nulls last both ways; ties by primary key, in the direction of the order. */
export function comparePositions({ direction, cast }: Order, a: Position, b: Position): number {
  if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
  const comparable = (key: string) => (cast === 'timestamptz' ? padded(key) : key);
  let found = a.key === null ? 0 : (cast === 'int' ? compareTexts : byCodePoint)(comparable(a.key), comparable(b.key!));
  for (let i = 0; found === 0 && i < a.primary.length; i += 1) found = compareTexts(a.primary[i]!, b.primary[i]!);
  return direction === 'DESC' ? -found : found;
}

/** What a cursor knows its list by: the field, and the type that declares it, which for what all records have is their interface. */
export const listName = (type: GraphQLObjectType | GraphQLInterfaceType, field: string): string =>
  `${(type.getInterfaces().find((each) => field in each.getFields()) ?? type).name}.${field}`;

const separator = '\x1f';

/** Cursors of one field in one order know each other by these six letters. */
const familyOf = (field: string, { by, direction }: Order): string =>
  createHash('sha256').update(`${field} ${by} ${direction}`).digest('base64url').slice(0, 6);

/** Family, whether there is a sort key, primary key, sort key. */
export const cursorText = (field: string, order: Order, { key, primary }: Position): string =>
  Buffer.from([familyOf(field, order), key === null ? 0 : 1, ...primary, key ?? ''].join(separator)).toString('base64url');

const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

const sound: Record<Cast, (key: string) => boolean> = {
  date: isDay,
  timestamptz: (key) => isDay(key.slice(0, 10)) && /^.{10} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/.test(key),
  int: (key) => /^-?\d{1,9}$/.test(key),
  text: (key) => !key.includes('\0'),
};

/** @throws a refusal at the path when it is no cursor of this field in this order. */
export function readCursor(cursor: string, field: string, order: Order, path: Path): Position {
  const [family, known, ...rest] = Buffer.from(cursor, 'base64url').toString().split(separator);
  // A record's key alone, or a record's key and a version.
  const keys = field.endsWith('.history') ? 2 : 1;
  const primary = rest.slice(0, keys);
  const key = rest.slice(keys).join(separator);
  const holds =
    family === familyOf(field, order) &&
    rest.length > keys &&
    isUuid(primary[0]!) &&
    primary.slice(1).every(sound.int) &&
    (known === '0' ? key === '' : known === '1' && sound[order.cast](key));
  if (!holds) throw badInput(path);
  return { key: known === '1' ? key : null, primary };
}

export { isDay };
