import { expect, test } from '@jest/globals';
import { Recent } from './recent.ts';

test('what was not asked for goes first, when there are too many', () => {
  const recent = new Recent<number>(2, 1_000);
  recent.set('a', 1, 1);
  recent.set('b', 2, 1);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3, 1);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});

test('so does it when they are too long together; what is too long by itself is not kept', () => {
  const recent = new Recent<number>(100, 10);
  recent.set('a', 1, 6);
  recent.set('a', 2, 6);
  recent.set('b', 3, 4);
  expect([recent.get('a'), recent.get('b')]).toEqual([2, 3]);
  recent.set('c', 4, 5);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([undefined, 3, 4]);
  recent.set('d', 5, 11);
  expect(recent.get('d')).toBeUndefined();
});

test('what was asked for stays for a round, and goes when it is not asked for again', () => {
  const recent = new Recent<number>(2, 1_000);
  recent.set('a', 1, 1);
  recent.get('a');
  for (const key of ['b', 'c', 'd', 'e']) recent.set(key, 2, 1);
  expect(recent.get('a')).toBeUndefined();
  expect(recent.get('e')).toBe(2);
  expect(recent.size).toBe(2);
});
