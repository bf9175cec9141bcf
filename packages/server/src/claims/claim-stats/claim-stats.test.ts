import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Api } from '../../testing/api.ts';
import { startStatsLedger } from './claim-stats.testing.ts';

let api: Api;
let id: Record<string, string>;
let claim: Record<string, string>;

beforeAll(async () => {
  ({ api, id, claim } = await startStatsLedger());
});
afterAll(() => api.stop());

type Bucket = Record<string, any>;
const stats = async (
  filter: object | null,
  by: string[],
  more = '',
): Promise<{ total: number; truncated: boolean; buckets: Bucket[] }> => {
  const query = `query ($filter: ClaimFilter, $by: [ClaimDimension!]) {
    claimStats(filter: $filter, by: $by${more}) { total truncated buckets {
    month kind status location { id } faction { id } source { id } count
    quantities { measure figures sumMin sumBest sumMax withBest openAbove } } } }`;
  return (await api.data(query, { filter, by })).claimStats;
};
/** `keys count` for each bucket, in the order of the answer. */
const counts = async (filter: object | null, by: string[], more = '') => {
  const { buckets } = await stats(filter, by, more);
  const names = new Map(Object.entries(id).map(([name, key]) => [key, name]));
  return buckets.map(({ month, kind, status, location, faction, source, count }) =>
    [month, kind, status, ...[location, faction, source].map((each) => names.get(each?.id))]
      .filter(Boolean)
      .concat(count)
      .join(' '),
  );
};
const inProvince = () => ({ place: { id: [id.province] } });
/** The same request, in a form that the roll-up cannot answer. */
const nestedInProvince = () => ({ and: [inProvince()] });

describe.each([
  ['from the roll-up', inProvince],
  ['from the claims', nestedInProvince],
])('statistics of a place, read %s,', (_source, where) => {
  test('count claims about the same event once, unless countOnce is CLAIM', async () => {
    expect(await stats(where(), [])).toMatchObject({
      total: 5,
      truncated: false,
      buckets: [{ count: 5 }],
    });
    expect(await stats(where(), [], ', countOnce: CLAIM')).toMatchObject({
      total: 6,
      buckets: [{ count: 6 }],
    });
  });

  test('by month count claims of several months or no date where the month is null', async () => {
    expect(await counts(where(), ['MONTH'])).toEqual(['2018-07 2', '2018-08 1', '2']);
  });

  test('by kind leave out feared events, unless modality asks for them', async () => {
    expect(await counts(where(), ['KIND'])).toEqual(['AIRSTRIKE 3', 'CLASH 1']);
    expect(await counts({ ...where(), modality: ['FEARED', 'ASSERTED'] }, ['KIND'])).toEqual([
      'AIRSTRIKE 4',
      'CLASH 1',
    ]);
    expect(await counts({ ...where(), kind: ['AIRSTRIKE'] }, ['MONTH'])).toEqual([
      '2018-07 1',
      '2018-08 1',
      '1',
    ]);
  });

  test('by kind count what a list by kind has, also if modality only excludes claims', async () => {
    const kind = ['AIRSTRIKE', 'CLASH'];
    const fears = { modality: ['FEARED'] };
    const { and = [], ...own } = where() as Record<string, any>;
    for (const [filter, strikes, clashes] of [
      [{ not: fears }, 4, 1],
      [{ not: { modality: ['PREDICTED'] } }, 4, 1],
      [{ not: { or: [{ modality: ['ESTIMATED'] }] } }, 4, 1],
      [{ or: [fears, { kind }] }, 5, 1],
      [{ or: [{ kind }, { kind: ['CLASH'], ...fears }] }, 4, 1],
      [{ and: [{ kind }, { not: { not: fears } }] }, 1, 0],
    ] as const) {
      const all = { ...own, ...filter, and: [...and, ...((filter as any).and ?? [])] };
      const expected = [`AIRSTRIKE ${strikes}`, ...(clashes ? [`CLASH ${clashes}`] : [])];
      expect(await counts(all, ['KIND'], ', countOnce: CLAIM')).toEqual(expected);
      const { claims } = await api.data(
        'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }',
        { filter: { and: [all, { kind }] } },
      );
      expect(claims.totalCount).toBe(strikes + clashes);
    }
  });

  test('by kind and month are ordered by month first', async () => {
    expect(await counts(where(), ['KIND', 'MONTH'])).toEqual([
      '2018-07 AIRSTRIKE 1',
      '2018-08 AIRSTRIKE 1',
      'AIRSTRIKE 1',
      'CLASH 1',
    ]);
  });

  test('add up bounds: events by their span, without parts, with open ends reported', async () => {
    const [{ quantities }] = (await stats(where(), [])).buckets as [Bucket];
    // The event: 2 to 9, best 4 in both of its claims here. Then: at least 6; at most 2.
    expect(quantities).toEqual([
      {
        measure: 'PEOPLE_KILLED',
        figures: 3,
        sumMin: 8,
        sumBest: 5,
        sumMax: null,
        withBest: 2,
        openAbove: 1,
      },
    ]);
    const months = (await stats(where(), ['MONTH'])).buckets.map(
      (bucket) => bucket.quantities[0] ?? null,
    );
    expect(months).toEqual([
      {
        measure: 'PEOPLE_KILLED',
        figures: 1,
        sumMin: 2,
        sumBest: 4,
        sumMax: 9,
        withBest: 1,
        openAbove: 0,
      },
      {
        measure: 'PEOPLE_KILLED',
        figures: 1,
        sumMin: 6,
        sumBest: null,
        sumMax: null,
        withBest: 0,
        openAbove: 1,
      },
      {
        measure: 'PEOPLE_KILLED',
        figures: 1,
        sumMin: null,
        sumBest: 1,
        sumMax: 2,
        withBest: 1,
        openAbove: 0,
      },
    ]);
  });

  test('follow the status of claims when they are assessed', async () => {
    const assess = (status: string) =>
      api.data(
        `mutation ($id: ID!, $input: AssessmentInput!) {
          assessClaim(claimId: $id, input: $input) { claim { status } } }`,
        { id: claim.august, input: { status, credibility: 'TWO', rationale: 'Seen.' } },
      );
    await assess('VERIFIED');
    expect(await counts(where(), ['STATUS'])).toEqual(['UNVERIFIED 4', 'VERIFIED 1']);
    await assess('UNVERIFIED');
    expect(await counts(where(), ['STATUS'])).toEqual(['UNVERIFIED 5']);
  });
});

describe('statistics', () => {
  test('of several places count a claim in two of them once', async () => {
    expect(await stats({ place: { id: [id.town, id.village] } }, [])).toMatchObject({ total: 5 });
    expect(await stats({ place: { id: [id.town, id.town] } }, [])).toMatchObject({ total: 5 });
    expect(await stats({ place: { id: [] } }, ['MONTH'])).toEqual({
      total: 0,
      truncated: false,
      buckets: [],
    });
  });

  test('by place, faction or speaker count claims with several where the key is null', async () => {
    expect(await counts(inProvince(), ['LOCATION'])).toEqual(['town 3', '2']);
    expect(await counts(inProvince(), ['FACTION'])).toEqual(['4', 'army 1']);
    expect(await counts(inProvince(), ['SOURCE'])).toEqual(['witness 5']);
  });

  test('filter by a period as lists do', async () => {
    const occurred = (from: string, to: string, more = {}) => ({
      ...inProvince(),
      occurred: { from, to, ...more },
    });
    expect(await counts(occurred('2018-08-01', '2018-08-31'), ['MONTH'])).toEqual([
      '2018-08 1',
      '1',
    ]);
    expect(
      await counts(occurred('2018-08-01', '2018-08-31', { match: 'WITHIN' }), ['MONTH']),
    ).toEqual(['2018-08 1']);
  });

  test('give an event a best estimate only if its claims agree on one', async () => {
    const [{ count, quantities }] = (await stats({ kind: ['AIRSTRIKE'] }, [])).buckets as [Bucket];
    expect(count).toBe(3);
    expect(quantities).toEqual([
      {
        measure: 'PEOPLE_KILLED',
        figures: 3,
        sumMin: 8,
        sumBest: 1,
        sumMax: null,
        withBest: 1,
        openAbove: 2,
      },
    ]);
  });

  test('report cut-off buckets and include them in the total', async () => {
    expect(await stats(inProvince(), ['MONTH'], ', first: 1')).toMatchObject({
      total: 5,
      truncated: true,
      buckets: [{ month: '2018-07' }],
    });
    expect(await stats(inProvince(), ['MONTH'], ', first: 3')).toMatchObject({ truncated: false });
    const { errors } = await api.ask('{ claimStats(first: 0) { total } }');
    expect(errors![0]!.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: ['first'] }],
    });
  });

  test('are read by one statement', async () => {
    const sent = await api.statements(() => stats(inProvince(), ['MONTH', 'KIND', 'LOCATION']));
    expect(sent).toHaveLength(1);
  });
});
