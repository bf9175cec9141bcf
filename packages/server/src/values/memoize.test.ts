import { expect, test } from '@jest/globals';
import { memoize } from './memoize.ts';

test('a memoized function computes each result once, also one that is undefined', () => {
  const calls: unknown[] = [];
  const remember = memoize((key: string | object) => {
    calls.push(key);
    return key === 'nothing' ? undefined : { key };
  });
  const object = {};
  expect(remember('a')).toBe(remember('a'));
  expect(remember(object)).toBe(remember(object));
  expect(remember({})).not.toBe(remember(object));
  expect([remember('nothing'), remember('nothing')]).toEqual([undefined, undefined]);
  expect(calls).toEqual(['a', object, {}, 'nothing']);
});
