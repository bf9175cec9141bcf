import type { ClaimCardFragment } from '@claimgraph/sdk/operations';
import { expect, test } from '@jest/globals';
import { originsOf } from './origins.ts';

type Chain = ClaimCardFragment['attributions'][number]['chain'];
const source = (name: string) =>
  ({ source: { id: `src_${name}`, name }, capacity: 'WITNESS' }) as Chain[number];

test('a first speaker counts once, and those who pass it on are no origins', () => {
  const said = (id: string, ...names: string[]) => ({
    id: `clm_${id}` as const,
    attributions: [{ chain: names.map(source) }],
  });
  const origins = originsOf([
    said('1', 'baker', 'outlet'),
    said('2', 'baker'),
    said('3', 'miller'),
  ]);
  expect(origins).toEqual([
    { id: 'src_baker', name: 'baker', claims: ['clm_1', 'clm_2'] },
    { id: 'src_miller', name: 'miller', claims: ['clm_3'] },
  ]);
});
