import type { GraphQLField } from 'graphql';
import type { Order } from './cursors.ts';
import type { Value } from './model.ts';

type Field = GraphQLField<unknown, unknown>;
export type ArgumentList = readonly (readonly [string, Value])[];

/** Roughly how many rows a field returns per object. */
export function pageSizeOf({ type, args }: Field, given: ArgumentList): number {
  if (!args.some((arg) => arg.name === 'first')) return String(type).startsWith('[') ? 2 : 1;
  const size = given.find(
    ([key, value]) =>
      ['first', 'last'].includes(key) &&
      value.is === 'leaf' &&
      value.json !== null &&
      value.how !== 'omitted',
  )?.[1];
  return size?.is === 'leaf' ? Number(size.json) : String(type).startsWith('[') ? 3 : 20;
}

/** The same page, but short, unless its size must be refused. */
export function shortened(given: ArgumentList, { args }: Field, size: number): ArgumentList {
  if (size > 100 || !args.some((arg) => arg.name === 'first')) return given;
  return [
    ...given.filter(([key]) => key !== 'first' && key !== 'last'),
    ['first', { is: 'leaf', json: 2, how: 'literal' }],
  ];
}

/** The order that the API reads from an argument. Keys, or the whole argument, may be missing. */
export function orderOf(value: Value, nodeType: string): Pick<Order, 'by' | 'direction'> | null {
  if (value.is !== 'object' || value.how === 'omitted') return null;
  const [by, direction] = ['by', 'direction'].map(
    (key) => value.keys.find(([each]) => each === key)?.[1],
  );
  const given =
    direction?.is === 'leaf' && !(direction.how === 'omitted' && value.how === 'literal')
      ? direction.json
      : undefined;
  const usual = nodeType === 'Claim' || nodeType === 'Report' ? 'DESC' : 'ASC';
  return {
    by: String(by?.is === 'leaf' && by.json),
    direction: (given ?? usual) as Order['direction'],
  };
}
