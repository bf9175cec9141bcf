import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';

/* Nobody says that what is feared, predicted or denied has happened: its figures are not losses. */

let api: Api;
let province: string;
beforeAll(async () => {
  api = await startApi('ledger');
  const { aLocation, aReport, aSource, aClaim } = fixtures(api);
  province = await aLocation('Province', { kind: 'GOVERNORATE' });
  const [reportId, sourceId] = [await aReport(), await aSource()];
  const killed = (modality: string, best: number) =>
    aClaim({
      reportId,
      sourceId,
      modality,
      kind: 'AIRSTRIKE',
      places: [{ locationId: province }],
      occurred: { edtf: '2020-05-01' },
      quantities: [{ measure: 'PEOPLE_KILLED', min: best, best, max: best }],
    });
  await killed('ASSERTED', 1);
  const [seen, feared] = [await killed('ESTIMATED', 2), await killed('FEARED', 400)];
  for (const [modality, best] of [
    ['FEARED', 100],
    ['PREDICTED', 200],
    ['DENIED', 50],
  ] as const)
    await killed(modality, best);
  await api.data(
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    { input: { fromId: feared, toId: seen, kind: 'SAME_EVENT', rationale: 'One strike.' } },
  );
});
afterAll(() => api.stop());

const stats = async (filter: object, by: string[] = [], countOnce = 'SAME_EVENT') => {
  const { claimStats } = await api.data(
    `query ($filter: ClaimFilter, $by: [ClaimDimension!], $countOnce: CountOnce!) {
      claimStats(filter: $filter, by: $by, countOnce: $countOnce) {
        total fears buckets { quantities { figures sumMin sumBest sumMax } }
      }
    }`,
    { filter, by, countOnce },
  );
  const { total, fears, buckets } = claimStats;
  return { total, fears, figures: buckets.flatMap((each: any) => each.quantities) };
};
const sum = (figures: number, of: number) => [{ figures, sumMin: of, sumBest: of, sumMax: of }];

describe.each([
  ['the roll-up', () => ({ place: { id: [province] } })],
  ['the claims', () => ({ or: [{ place: { id: [province] } }] })],
])('sums from %s', (_source, where) => {
  test('leave out the figures of fears, and say how many claims they are', async () => {
    for (const by of [[], ['MONTH'], ['STATUS'], ['LOCATION'], ['DAY']])
      expect(await stats(where(), by)).toEqual({ total: 5, fears: 4, figures: sum(2, 3) });
    expect(await stats(where(), [], 'CLAIM')).toEqual({ total: 6, fears: 4, figures: sum(2, 3) });
  });

  test('by kind leave out the claims, too', async () => {
    expect(await stats(where(), ['KIND'])).toEqual({ total: 2, fears: 4, figures: sum(2, 3) });
    const filter = { ...where(), kind: ['AIRSTRIKE'] };
    expect(await stats(filter)).toEqual({ total: 2, fears: 0, figures: sum(2, 3) });
  });

  test('have what `modality` asks for, but not what it excludes', async () => {
    const modality = ['DENIED', 'ASSERTED'];
    expect(await stats({ ...where(), modality })).toEqual({
      total: 2,
      fears: 0,
      figures: sum(2, 51),
    });
    expect(await stats({ ...where(), not: { modality: ['FEARED'] } })).toEqual({
      total: 4,
      fears: 2,
      figures: sum(2, 3),
    });
    const either = { and: [where(), { or: [{ modality: ['PREDICTED'] }, { aggregate: false }] }] };
    expect(await stats(either)).toEqual({ total: 5, fears: 3, figures: sum(3, 203) });
  });
});
