import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

describe('a withdrawn relation', () => {
  const write = async (mutation: string, field: string, variables: object) =>
    (await api.data(mutation, { ...variables })).done[field].id;
  const link = (from: string, to: string) =>
    write(
      `mutation ($input: ClaimLinkInput!) { done: linkClaims(input: $input) { link { id } } }`,
      'link',
      { input: { fromId: from, toId: to, kind: 'CONTRADICTS', rationale: 'It does.' } },
    );
  const relate = (from: string, to: string, claim: string) =>
    write(
      `mutation ($input: FactionRelationInput!) {
        done: relateFactions(input: $input) { relation { id } }
      }`,
      'relation',
      { input: { fromId: from, toId: to, kind: 'ALLIED_WITH', claimIds: [claim] } },
    );
  const affiliate = (source: string, to: string, claim: string) =>
    write(
      `mutation ($input: AffiliationInput!) {
        done: affiliateSource(input: $input) { affiliation { id } }
      }`,
      'affiliation',
      { input: { sourceId: source, toId: to, claimIds: [claim] } },
    );

  test.each([
    [
      'link',
      'unlinkClaims',
      'restoreClaimLink',
      async () => {
        const [from, to] = [await make.aClaim(), await make.aClaim()];
        return { owner: from, make: () => link(from, to), again: () => link(to, from) };
      },
      'claim',
      'links',
    ],
    [
      'relation',
      'unrelateFactions',
      'restoreFactionRelation',
      async () => {
        const [from, to] = [await make.aFaction(), await make.aFaction()];
        const claim = await make.aClaim();
        const relateThem = () => relate(from, to, claim);
        return { owner: from, make: relateThem, again: relateThem };
      },
      'faction',
      'relations',
    ],
    [
      'affiliation',
      'unaffiliateSource',
      'restoreAffiliation',
      async () => {
        const [source, to, claim] = [
          await make.aSource(),
          await make.aFaction(),
          await make.aClaim(),
        ];
        const affiliateThem = () => affiliate(source, to, claim);
        return { owner: source, make: affiliateThem, again: affiliateThem };
      },
      'source',
      'affiliations',
    ],
  ] as const)(
    'is listed on request and restored, unless the same was recorded since: %s',
    async (field, withdraw, restore, prepare, type, list) => {
      const { owner, make: makeIt, again } = await prepare();
      const id = await makeIt();
      const run = (mutation: string, rationale: string, on = id) =>
        api.data(
          `mutation ($id: ID!, $rationale: String!) {
            ${mutation}(id: $id, rationale: $rationale) { ${field} { id withdrawn { by } } }
          }`,
          { id: on, rationale },
        );
      const find = async (withdrawn: string) =>
        (
          await api.data(
            `query ($id: ID!) { ${type}(id: $id) { ${list}(withdrawn: ${withdrawn}) { id } } }`,
            { id: owner },
          )
        )[type][list].map((each: { id: string }) => each.id);
      await run(withdraw, 'Misread.');
      expect([await find('EXCLUDE'), await find('ONLY')]).toEqual([[], [id]]);
      await run(restore, 'Read again.');
      expect([await find('EXCLUDE'), await find('ONLY')]).toEqual([[id], []]);
      const { node } = await api.data(
        `query ($id: ID!) {
          node(id: $id) { ... on Record { history(first: 2) { nodes { rationale } } } }
        }`,
        { id: owner },
      );
      expect(node.history.nodes).toEqual([{ rationale: 'Read again.' }, { rationale: 'Misread.' }]);
      await run(withdraw, 'Misread.');
      const other = await again();
      await refused(
        api,
        { code: 'CONFLICT', path: 'id' },
        `mutation ($id: ID!) { ${restore}(id: $id, rationale: "So.") { ${field} { id } } }`,
        { id },
      );
      expect((await find('INCLUDE')).sort()).toEqual([id, other].sort());
    },
  );
});
