import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';

let api: Api;
let province: string;
const claim: Record<string, string> = {};

const assess = (name: string, status: string) =>
  api.data(
    `mutation ($id: ID!, $input: AssessmentInput!) {
      assessClaim(claimId: $id, input: $input) { claim { status } } }`,
    {
      id: claim[name],
      input: { status, credibility: 'FIVE', rationale: 'Compared with the register.' },
    },
  );

beforeAll(async () => {
  api = await startApi('ledger');
  const { aLocation, aReport, aSource, aClaim } = fixtures(api);
  province = await aLocation('Province', { kind: 'GOVERNORATE' });
  const [reportId, sourceId] = [await aReport(), await aSource()];
  for (const [name, best] of Object.entries({ sound: 1, invented: 100, denied: 10, twin: 30 }))
    claim[name] = await aClaim({
      reportId,
      sourceId,
      kind: 'AIRSTRIKE',
      places: [{ locationId: province }],
      occurred: { edtf: '2020-05-01' },
      quantities: [{ measure: 'PEOPLE_KILLED', min: best, best, max: best }],
    });
  await api.data(
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    {
      input: {
        fromId: claim.twin,
        toId: claim.sound,
        kind: 'SAME_EVENT',
        rationale: 'Same place and day.',
      },
    },
  );
  await assess('invented', 'REFUTED');
  await assess('denied', 'RETRACTED');
});
afterAll(() => api.stop());

const stats = async (filter: object, by: string[] = []) =>
  (
    await api.data(
      `query ($filter: ClaimFilter, $by: [ClaimDimension!]) { claimStats(filter: $filter, by: $by) {
        total leftOut buckets { count quantities { figures sumMin sumMax } } } }`,
      { filter, by },
    )
  ).claimStats;

interface Conditions {
  and?: readonly object[];
  [condition: string]: unknown;
}

/** The conditions of both filters. */
const allOf = (own: Conditions, filter: Conditions) => ({
  ...own,
  ...filter,
  and: [...(own.and ?? []), ...(filter.and ?? [])],
});

describe.each([
  ['the roll-up', () => ({ place: { id: [province] } })],
  ['the roll-up by kind', () => ({ place: { id: [province] }, kind: ['AIRSTRIKE'] })],
  ['the claims', () => ({ and: [{ place: { id: [province] } }] })],
  ['index ranges', () => ({ kind: ['AIRSTRIKE'], occurred: { from: '2020-01-01' } })],
])('totals from %s', (_source, where) => {
  test('leave out refuted and retracted claims, and say how many', async () => {
    for (const by of [[], ['KIND'], ['MONTH'], ['LOCATION'], ['STATUS']])
      expect(await stats(where(), by)).toEqual({
        total: 1,
        leftOut: 2,
        buckets: [{ count: 1, quantities: [{ figures: 1, sumMin: 1, sumMax: 30 }] }],
      });
  });

  test('count them if `status` asks for them', async () => {
    expect(await stats({ ...where(), status: ['REFUTED'] })).toEqual({
      total: 1,
      leftOut: 0,
      buckets: [{ count: 1, quantities: [{ figures: 1, sumMin: 100, sumMax: 100 }] }],
    });
    const every = ['UNVERIFIED', 'VERIFIED', 'DISPUTED', 'REFUTED', 'RETRACTED'];
    expect(await stats({ ...where(), status: every })).toMatchObject({ total: 3, leftOut: 0 });
  });

  test('leave them out if `status` only excludes claims, or lists others', async () => {
    const [kind, status] = [['AIRSTRIKE'], ['VERIFIED']];
    for (const [filter, leftOut] of [
      [{ not: { status } }, 2],
      [{ not: { status: ['REFUTED'] } }, 1],
      [{ not: { or: [{ status: ['RETRACTED'] }] } }, 1],
      [{ not: { not: { kind, status: ['UNVERIFIED', 'REFUTED'] } } }, 1],
      [{ or: [{ status }, { kind }] }, 2],
      [{ or: [{ status: [] }, { kind }] }, 2],
    ] as const)
      expect(await stats(allOf(where(), filter))).toEqual({
        total: 1,
        leftOut,
        buckets: [{ count: 1, quantities: [{ figures: 1, sumMin: 1, sumMax: 30 }] }],
      });
  });

  test('count what `status` asks for in `and` or `or`', async () => {
    const refuted = { status: ['REFUTED'] };
    for (const [filter, total, leftOut] of [
      [{ or: [refuted, { kind: ['AIRSTRIKE'] }] }, 2, 1],
      [{ and: [refuted] }, 1, 0],
      [{ or: [{ and: [refuted] }, { status: ['RETRACTED'] }] }, 2, 0],
      [{ status: ['REFUTED', 'UNVERIFIED'], not: { status: ['RETRACTED'] } }, 2, 0],
    ] as const)
      expect(await stats(allOf(where(), filter))).toMatchObject({
        total,
        leftOut,
      });
  });

  test('leave a refuted claim out of the span of its event', async () => {
    await assess('twin', 'REFUTED');
    expect(await stats(where())).toEqual({
      total: 1,
      leftOut: 3,
      buckets: [{ count: 1, quantities: [{ figures: 1, sumMin: 1, sumMax: 1 }] }],
    });
    await assess('twin', 'UNVERIFIED');
  });
});

test('lists still have refuted claims', async () => {
  const { claims } = await api.data('{ claims(filter: { kind: [AIRSTRIKE] }) { totalCount } }');
  expect(claims.totalCount).toBe(4);
});
