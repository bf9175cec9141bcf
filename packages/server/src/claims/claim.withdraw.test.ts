import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { aFullClaim, everything } from './claim.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

test('a withdrawn claim leaves lists and counts, and stays readable by id', async () => {
  const { id, ids } = await aFullClaim(api);
  const seen = () =>
    api.data(
      `query ($report: ID!, $source: ID!, $faction: ID!, $town: ID!, $ids: [ID!]) {
        claims(filter: { id: $ids }) { totalCount nodes { id } }
        report(id: $report) { claims { totalCount } } source(id: $source) { claims {
        totalCount } }
        faction(id: $faction) { claims { totalCount } } location(id: $town) { claims {
        totalCount } exact: claims(scope: EXACT) { totalCount } }
      }`,
      {
        report: ids.reportId,
        source: ids.origin,
        faction: ids.faction,
        town: ids.town,
        ids: [id],
      },
    );
  const counts = (data: any) => JSON.stringify(data).match(/"totalCount":\d+/g);
  expect(counts(await seen())).toEqual(Array(6).fill('"totalCount":1'));
  const { withdrawClaim } = await api.data(
    `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1,
      rationale: " Written twice. ") { claim { ${everything} history { nodes { change version
      action } } } } }`,
    { id },
  );
  expect(withdrawClaim.claim.withdrawn).toEqual({
    rationale: 'Written twice.',
    by: 'local',
    at: expect.any(String),
  });
  expect(counts(await seen())).toEqual(Array(6).fill('"totalCount":0'));
  const { history, ...claim } = withdrawClaim.claim;
  expect(
    (await api.data(`query ($id: ID!) { claim(id: $id) { ${everything} } }`, { id })).claim,
  ).toEqual(claim);
  expect(history.nodes).toEqual([
    { change: 'WITHDRAWN', version: 2, action: 'withdrawClaim' },
    { change: 'CREATED', version: 1, action: 'createClaim' },
  ]);
});
