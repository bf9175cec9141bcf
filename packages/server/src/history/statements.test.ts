import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
const id: Record<string, string> = {};
beforeAll(async () => {
  api = await startApi('sample');
  const found = await api.data(`{
    claims(first: 1, filter: { link: {} }) { nodes { id report { id } attributions { chain { source { id } } } } }
    factions(first: 1) { nodes { id } } locations(first: 1) { nodes { id } }
  }`);
  const [claim] = found.claims.nodes;
  Object.assign(id, {
    claim: claim.id,
    report: claim.report.id,
    source: claim.attributions[0].chain[0].source.id,
  });
  Object.assign(id, { faction: found.factions.nodes[0].id, location: found.locations.nodes[0].id });
});
afterAll(() => api.stop());

const claimFields = `statement passage { quote } occurred { edtf } report { title publisher { name basedIn { label } } }
  attributions { chain { source { name names { text source { name } } } } } places { location { label parent { name } } }
  parties { faction { name relations { to { name } claims { statement } } } } quantities { of { faction { name } } } links { to { statement } from { report { id } } }
  history { nodes { diff { path } } } externalIds { value }`;
const deep: Record<string, string> = {
  report: `title authors { name } claims { totalCount nodes { ${claimFields} } pageInfo { hasNextPage } } history { totalCount }`,
  source: `name claims { nodes { ${claimFields} } } reports { nodes { claims { totalCount } } } affiliations { to { ... on Faction { name } ... on Source { reports { totalCount } } } } ratings { rationale }`,
  faction: `name claims { nodes { ${claimFields} } } relations { from { claims { nodes { id } } } }`,
  location: `label ancestors { label children { nodes { name } } } overlaps { name } children { nodes { claims { nodes { ${claimFields} } } } } claims(scope: WITHIN_OR_OVERLAPPING) { totalCount nodes { ${claimFields} } }`,
  claim: claimFields,
};
const types = Object.keys(deep);
const sent = (query: string, variables: object = {}) =>
  api.statements(() => api.data(query, variables as never));

describe('one root field is one statement', () => {
  test.each(types)('%s, however little or much is asked', async (type) => {
    for (const fields of ['id', '__typename', deep[type]!]) {
      const query = `query ($id: ID!) { ${type}(id: $id) { ${fields} } }`;
      expect(await sent(query, { id: id[type] })).toHaveLength(1);
      expect(await sent(query, { id: id[type] })).toHaveLength(1);
      expect(await sent(`{ ${type}s { nodes { ${fields} } } }`)).toHaveLength(1);
    }
    expect(
      await sent(`{ ${type}s { totalCount pageInfo { endCursor } edges { cursor node { id } } } }`),
    ).toHaveLength(1);
    expect(
      await sent(
        `{ record(type: ${type.toUpperCase()}, externalId: { system: "ocha-pcode", value: "SY12" }) { id ... on Location { ${deep.location} } } }`,
      ),
    ).toHaveLength(1);
    expect(
      await sent(
        `query ($id: ID!) { node(id: $id) { id ${types.map((each) => `... on ${each[0]!.toUpperCase()}${each.slice(1)} { same: id history { totalCount } }`).join(' ')} } }`,
        { id: id[type] },
      ),
    ).toHaveLength(1);
  });

  test('with filters over other records too', async () => {
    const filter = `{ place: { near: { lat: 32.6, lon: 36.2, withinKm: 50 }, role: [AT] }, speaker: { kind: [PERSON], first: true }, report: { published: { from: "2018-07-01" } }, link: {} }`;
    expect(
      await sent(`{ claims(filter: ${filter}) { totalCount nodes { ${claimFields} } } }`),
    ).toHaveLength(1);
  });

  test('several root fields are one each, in one snapshot', async () => {
    const statements = await sent(
      `query ($id: ID!) { a: claims { totalCount } b: claim(id: $id) { ${claimFields} } c: reports { nodes { id } } }`,
      { id: id.claim },
    );
    expect(statements.filter((text) => text.startsWith('select'))).toHaveLength(3);
    expect(statements.filter((text) => /^begin/i.test(text))).toEqual([
      expect.stringMatching(/repeatable read read only/i),
    ]);
  });

  test('a mutation reads its payload by one statement, at any depth', async () => {
    const { aClaim } = fixtures(api);
    const claim = await aClaim({ reportId: id.report, sourceId: id.source });
    const write = (fields: string, aggregate: boolean) =>
      api.statements(() =>
        api.data(
          `mutation ($id: ID!, $v: Int!) { updateClaim(id: $id, expectedVersion: $v, input: { aggregate: ${aggregate} }) { claim { ${fields} } warnings { code } } }`,
          {
            id: claim,
            v: aggregate ? 1 : 2,
          },
        ),
      );
    const little = await write('id', true);
    const much = await write(claimFields, false);
    expect(much).toHaveLength(little.length);
    expect(much.slice(-2).map((text) => text.slice(0, 6))).toEqual(['select', 'COMMIT']);
  });
});
