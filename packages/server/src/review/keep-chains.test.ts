import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
});
afterAll(() => api.stop());

interface Chain {
  chain: { sourceId: string }[];
}

/** What a history says about chains: the ids of the speakers, in order. */
const shownAs = (chains: readonly Chain[]) =>
  chains.map(({ chain }) => ({
    chain: chain.map(({ sourceId }) => expect.objectContaining({ source: sourceId })),
  }));

const importEvent = (release: string, event: Record<string, string>) =>
  importPath(api, 'ucdp', fileOf(ucdpFile(event)), { release });

const claimOf = async (id: string) =>
  (
    await api.data(
      `query ($id: ID!) {
        claim(id: $id) {
          attributions { chain { source { id } } }
          corrections { field imported current }
        }
      }`,
      { id },
    )
  ).claim;

const chainsOf = async (id: string): Promise<Chain[]> =>
  (await claimOf(id)).attributions.map(({ chain }: { chain: { source: { id: string } }[] }) => ({
    chain: chain.map(({ source }) => ({ sourceId: source.id })),
  }));

const reverse = ([first]: Chain[]) => [{ chain: [...first!.chain].reverse() }];
const separate = ([first]: Chain[]) => first!.chain.map((speaker) => ({ chain: [speaker] }));

test.each([
  ['the order of speakers', '5001', reverse],
  ['the grouping of speakers', '5002', separate],
])('%s is compared, shown, and taken from the file', async (_, value, correct) => {
  await importEvent('19.1', { id: value });
  const id = await review.idOf('CLAIM', 'ucdp-event', value);
  const imported = await chainsOf(id);
  expect(imported.map(({ chain }) => chain.length)).toEqual([expect.any(Number)]);
  expect(imported[0]!.chain.length).toBeGreaterThan(1);
  const corrected = correct(imported);
  await review.update('Claim', id, { attributions: corrected });

  expect((await claimOf(id)).corrections).toEqual([
    { field: 'attributions', imported: shownAs(imported), current: shownAs(corrected) },
  ]);
  await importEvent('23.1', { id: value, best: '4' });
  expect(await chainsOf(id)).toEqual(corrected);
  expect(await review.conflicts({ record: [id] })).toMatchObject([
    { field: 'attributions', value: shownAs(corrected), fileValue: shownAs(imported) },
  ]);
  expect(await review.resolveAll({ record: [id] }, 'TAKE')).toMatchObject({ resolved: 1 });
  expect(await chainsOf(id)).toEqual(imported);
});
