import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi, testMasterKeys } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { faultsOfLog, protectSource } from './identity.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('protected sources that belong to each other', () => {
  const affiliationsOf = async (id: string) =>
    (
      await api.data(
        `query ($id: ID!) {
          source(id: $id) { affiliations { role to { ... on Source { id } } } }
        }`,
        { id },
      )
    ).source.affiliations;
  const readIdentity = async (id: string, of = api) => {
    const { readIdentity: read } = await of.data(
      `mutation ($id: ID!, $until: DateTime!) {
        grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "x") { grant { id } }
        readIdentity(sourceId: $id) { identity { affiliations { toId ofId } } }
      }`,
      { id, until: new Date(Date.now() + 60_000).toISOString() },
    );
    return read.identity.affiliations;
  };
  const aPair = async (of = api) => {
    const { aSource, aClaim } = fixtures(of);
    const [member, group] = [await aSource('Corin Vole'), await aSource('Vole and Sons')];
    await of.data(
      `mutation ($input: AffiliationInput!) {
        affiliateSource(input: $input) { affiliation { id } }
      }`,
      {
        input: { sourceId: member, toId: group, claimIds: [await aClaim()], role: 'driver' },
      },
    );
    return { member, group };
  };

  test.each(['member', 'group'] as const)('keep it by their new ids: %s first', async (first) => {
    const pair = await aPair();
    const second = first === 'member' ? 'group' : 'member';
    const ids = { ...pair };
    ids[first] = (await protectSource(api, pair[first], 'PROTECTED')).source.id;
    ids[second] = (await protectSource(api, pair[second], 'PROTECTED')).source.id;
    expect(await readIdentity(ids[first])).toEqual([
      first === 'member' ? { toId: ids.group, ofId: null } : { toId: null, ofId: ids.member },
    ]);
    // The other one is still protected, so that the affiliation stays sealed with it.
    await protectSource(api, ids[first], 'PUBLIC');
    expect(await affiliationsOf(ids.member)).toEqual([]);
    expect(await readIdentity(ids[second])).toEqual([
      second === 'member' ? { toId: ids.group, ofId: null } : { toId: null, ofId: ids.member },
    ]);
    await protectSource(api, ids[second], 'PUBLIC');
    expect(await affiliationsOf(ids.member)).toEqual([{ role: 'driver', to: { id: ids.group } }]);
  });

  test('are not restored if the other one got an id that nobody could note', async () => {
    let keys = testMasterKeys();
    const other = await startApi('ledger', { masterKeys: () => keys });
    try {
      const { member, group } = await aPair(other);
      const { source } = await protectSource(other, member);
      keys = [];
      await other.data(
        `mutation ($id: ID!) { eraseSource(id: $id, rationale: "An order.") { source { id } } }`,
        { id: group },
      );
      keys = testMasterKeys();
      expect(await readIdentity(source.id, other)).toEqual([]);
      const { updateSource } = await other.data(
        `mutation ($id: ID!) {
          updateSource(
            id: $id, expectedVersion: 3, rationale: "Decided.", input: { protection: PUBLIC }
          ) { source { name affiliations { id } } warnings { code } }
        }`,
        { id: source.id },
      );
      expect(updateSource).toEqual({
        source: { name: 'Corin Vole', affiliations: [] },
        warnings: [{ code: 'LOST_REFERENCES' }],
      });
    } finally {
      await other.stop();
    }
  });

  test('keep it when the other one is erased', async () => {
    const { member, group } = await aPair();
    const { source } = await protectSource(api, member, 'PROTECTED');
    const { eraseSource } = await api.data(
      `mutation ($id: ID!) {
        eraseSource(id: $id, rationale: "Order 7 of the court.") { source { id } }
      }`,
      { id: group },
    );
    expect(await readIdentity(source.id)).toEqual([{ toId: eraseSource.source.id, ofId: null }]);
  });
});

test('the log proves its contents after all of this', async () => {
  expect(await faultsOfLog(api)).toEqual([]);
});
