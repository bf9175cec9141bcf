import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

test('an affiliation is to a faction or to another source, and rests on claims', async () => {
  const [person, outlet, army] = [
    await make.aSource('Spokesman'),
    await make.aSource('Outlet', { kind: 'OUTLET' }),
    await make.aFaction('Army', { collective: true }),
  ];
  const claim = await make.aClaim();
  const affiliate = (input: Input) =>
    api.data(
      `mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { warnings {
        code } affiliation { id source { id version } to { __typename } } } }`,
      { input: { sourceId: person, claimIds: [claim, claim], ...input } },
    );
  const first = await affiliate({
    toId: army,
    role: 'spokesman',
    during: { edtf: '2018-06/..' },
  });
  await affiliate({ toId: outlet });
  expect(first.affiliateSource).toMatchObject({
    warnings: [],
    affiliation: { source: { id: person, version: 2 }, to: { __typename: 'Faction' } },
  });
  const query = `query ($id: ID!) {
    source(id: $id) {
      affiliations {
        role restsOnWithdrawn during { earliest latest extent } claims { id }
        to { __typename ... on Faction { id collective called: name } ... on Source { id kind
        called: name } ... on Record { version } }
      }
    }
  }`;
  const { source } = await api.data(query, { id: person });
  expect(source.affiliations).toEqual([
    {
      role: 'spokesman',
      restsOnWithdrawn: false,
      during: { earliest: '2018-06-01', latest: null, extent: 'WITHIN' },
      claims: [{ id: claim }],
      to: {
        __typename: 'Faction',
        id: army,
        collective: true,
        called: 'Army',
        version: expect.any(Number),
      },
    },
    {
      role: null,
      restsOnWithdrawn: false,
      during: null,
      claims: [{ id: claim }],
      to: {
        __typename: 'Source',
        id: outlet,
        kind: 'OUTLET',
        called: 'Outlet',
        version: expect.any(Number),
      },
    },
  ]);
  await api.data(
    `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "No.") {
      claim { id } warnings { code } } }`,
    { id: claim },
  );
  const again = await api.data(query, { id: person });
  expect(again.source.affiliations.map(({ restsOnWithdrawn }: any) => restsOnWithdrawn)).toEqual([
    true,
    true,
  ]);
});

test('the same affiliation gets further claims; one with other dates is new', async () => {
  const [sourceId, toId] = [await make.aSource(), await make.aFaction()];
  const affiliate = async (edtf: string): Promise<string> => {
    const input = { sourceId, toId, during: { edtf }, claimIds: [await make.aClaim()] };
    const { affiliateSource } = await api.data(
      `mutation ($input: AffiliationInput!) { affiliateSource(input: $input) {
        affiliation { id } } }`,
      { input },
    );
    return affiliateSource.affiliation.id;
  };
  const [first, second] = [await affiliate('2017'), await affiliate('2018')];
  expect(await affiliate('2017')).toBe(first);
  const { source } = await api.data(
    `query ($id: ID!) { source(id: $id) { affiliations { id during { edtf } claims { id } } } }`,
    { id: sourceId },
  );
  expect(source.affiliations).toEqual([
    { id: first, during: { edtf: '2017' }, claims: [expect.anything(), expect.anything()] },
    { id: second, during: { edtf: '2018' }, claims: [expect.anything()] },
  ]);
});
