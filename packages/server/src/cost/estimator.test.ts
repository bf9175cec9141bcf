import { expect, test } from '@jest/globals';
import type { CostRequest } from '../compiler/cost.ts';
import { noCounts } from './counts.ts';
import { Estimator } from './estimator.ts';

const requestOf = (name: string, values: readonly unknown[]) =>
  ({ plan: { name }, values, kind: 'record', fields: new Map() }) as object as CostRequest;

test('a statement is estimated once for each of its values, until the counts are new', () => {
  let estimates = 0;
  const noted: number[] = [];
  const estimator = new Estimator(
    () => ++estimates,
    (ms) => noted.push(ms),
  );
  const estimate = (name: string, ...values: unknown[]) =>
    estimator.estimate(requestOf(name, values));
  const first = estimate('a', 1, 'x');
  expect(estimate('a', 1, 'x')).toBe(first);
  const others = [estimate('a', 1, 'y'), estimate('a', '1', 'x'), estimate('b', 1, 'x')];
  expect(new Set([first, ...others]).size).toBe(4);
  estimator.learn(noCounts);
  expect(estimate('a', 1, 'x')).not.toBe(first);
  // Each request is noted, also if its estimate was known.
  expect(noted).toHaveLength(6);
});
