import { expect, test } from '@jest/globals';
import { Plans } from './plan.ts';
import { raw } from './sql.ts';

test('plans are bounded by their length, and the least recently used are dropped first', () => {
  const plans = new Plans();
  const long = raw(`select '${'x'.repeat(600_000)}'`);
  const get = (key: string) => plans.get(key, [], () => long);
  get('reused');
  for (let i = 0; i < 100; i += 1) {
    get(`${i}`);
    get('reused');
  }
  expect(plans.length).toBeLessThanOrEqual(20_000_000);
  expect(plans.size).toBe(33);
  expect(plans.metrics.misses).toBe(101);
});
