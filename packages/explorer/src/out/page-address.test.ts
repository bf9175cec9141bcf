import { expect, test } from '@jest/globals';
import { pageAddress } from './page-address.ts';

test('a saved case says where it comes from, and not what was searched for', () => {
  expect(pageAddress('https://ledger.example/desk/?text=the+baker&open=clm_1#map')).toBe(
    'https://ledger.example/desk/',
  );
  expect(pageAddress('http://localhost:4000/?area=loc_1')).toBe('http://localhost:4000/');
});
