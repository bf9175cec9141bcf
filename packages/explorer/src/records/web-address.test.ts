import { expect, test } from '@jest/globals';
import { isWebAddress } from './web-address.ts';

test('only addresses of the web become links', () => {
  expect(isWebAddress('https://outlet.example/a')).toBe(true);
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'outlet', '', null, undefined])
    expect(isWebAddress(address)).toBe(false);
});
