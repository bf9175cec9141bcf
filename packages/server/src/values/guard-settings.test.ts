import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { guardVariables, networksOf } from './guard-settings.ts';

const environment = z.object(guardVariables);

test.each(['desk.example', '10.0.0.0/33', '10.0.0.0/8/8', '::1/x', '/8'])(
  'the proxy %s is refused',
  (proxy) =>
    expect(
      environment.safeParse({ CLAIMGRAPH_PROXIES: proxy }).error?.issues[0]?.message,
    ).toContain(`CLAIMGRAPH_PROXIES has "${proxy}".`),
);

test('networks are compared by their bits', () => {
  const networks = networksOf(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']);
  const isIn = (address: string, family: 'ipv4' | 'ipv6' = 'ipv4') =>
    networks.check(address, family);
  expect(['10.255.0.1', '192.0.2.7', '11.0.0.1', '192.0.2.8'].map((each) => isIn(each))).toEqual([
    ...[true, true, false, false],
  ]);
  expect(isIn('2001:db8:1::9', 'ipv6')).toBe(true);
  expect(isIn('2001:db9::1', 'ipv6')).toBe(false);
});
